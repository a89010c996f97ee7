"""An officer puts an issued edition on the public site, where everybody may read it, and takes it off."""

from django.db import transaction
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotAllowed
from youju.gate.outgoing import Outgoing, Purpose, text_part
from youju.gate.verbs import require_passed
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.records.rights import reached_units
from youju.summaries.binding.markup import body_markdown
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.disclosed import Disclosure
from youju.summaries.issuing.editions import Edition
from youju.summaries.issuing.frozen import summary_of


class NotIssuedYet(Conflict):
    code = "not-issued-yet"
    sentence = _("“%(title)s” is not issued. What is issued can be put on the site.")


@transaction.atomic
def edition_disclose(*, document: Document, actor: Member) -> None:
    """Let everybody read the issued edition of a document. A second time changes nothing.

    Raises NotAllowed, NotIssuedYet, NotThroughGate.
    """
    document = _held(document, actor)
    if document.state != DocumentState.ISSUED:
        raise NotIssuedYet(title=document.title)
    edition = document.editions.order_by("-number")[0]
    require_passed(_outgoing(document, edition), actor=actor)
    _row, new = Disclosure.objects.get_or_create(edition=edition, defaults={"by": actor})
    if new:
        audit.write(actor=actor, action="summary.disclose", target=document.ref, edition=edition.number)


@transaction.atomic
def edition_withhold(*, document: Document, actor: Member) -> None:
    """Take a document off the site. One that is not there stays so. Raises NotAllowed."""
    document = _held(document, actor)
    if Disclosure.objects.filter(edition__document=document).delete()[0]:
        audit.write(actor=actor, action="summary.withhold", target=document.ref)


def may_disclose(member: Member, document: Document) -> bool:
    """An officer in whose reach the document's unit lies."""
    return document.unit_id in reached_units(member, Role.OFFICER)


def _held(document: Document, actor: Member) -> Document:
    held = Document.objects.select_for_update().select_related("unit").get(pk=document.pk)
    if not may_disclose(actor, held):
        raise NotAllowed()
    return held


def _outgoing(document: Document, edition: Edition) -> Outgoing:
    text = body_markdown(summary_of(edition))
    parts = (text_part(_text("title"), edition.title), text_part(_text("text"), text))
    return Outgoing(Purpose.SUMMARY, document.ref, edition.title, document.unit, parts)
