"""Issued editions that everybody may read on the public site, because an officer said so."""

from django.db import models, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotAllowed
from youju.gate.outgoing import Outgoing, Purpose, text_part
from youju.gate.verbs import require_passed
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.records.rights import reached_units
from youju.summaries.binding.markup import body_markdown
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.editions import Edition
from youju.summaries.issuing.frozen import summary_of


class NotIssuedYet(Conflict):
    code = "not-issued-yet"
    sentence = _("“%(title)s” is not issued. What is issued can be put on the site.")


class Disclosure(models.Model):
    """That an issued edition is on the site, by whom and since when."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="disclosure", verbose_name=_("edition"))
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("put on the site by"))
    at = models.DateTimeField(_("put on the site"), default=clock.now)

    class Meta:
        verbose_name = _("edition on the site")
        verbose_name_plural = _("editions on the site")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(self.edition)


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


def disclosed() -> QuerySet[Edition]:
    """The editions that everybody may read, the newest first; one that no longer stands is not among them."""
    standing = Edition.objects.filter(disclosure__isnull=False, document__state=DocumentState.ISSUED)
    return standing.select_related("document", "disclosure").order_by("-disclosure__at", "-pk")


def has_summaries() -> bool:
    return disclosed().exists()


def _held(document: Document, actor: Member) -> Document:
    held = Document.objects.select_for_update().select_related("unit").get(pk=document.pk)
    if not may_disclose(actor, held):
        raise NotAllowed()
    return held


def _outgoing(document: Document, edition: Edition) -> Outgoing:
    text = body_markdown(summary_of(edition))
    parts = (text_part(_text("title"), edition.title), text_part(_text("text"), text))
    return Outgoing(Purpose.SUMMARY, document.ref, edition.title, document.unit, parts)
