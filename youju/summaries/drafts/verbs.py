"""The verbs of writing: a document is begun, its sections are written."""

from django.db import transaction

from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.periods import Period
from youju.lib.refs import new_ref
from youju.lib.text import one_line, visible
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.summaries.drafts.access import may_write
from youju.summaries.drafts.documents import PREFIX, Document, DocumentState, Section, SectionVersion
from youju.summaries.drafts.errors import NotADraft, NotItsPeriod, TextTooLong, TooManySections, WrittenElsewhere
from youju.summaries.drafts.genres import Genre
from youju.summaries.drafts.sections import cut

How = SectionVersion.How
LONGEST = 100_000
"""Characters of a section."""
MOST = 200
"""Sections of a document, those that were taken out among them."""

_LONGEST_TITLE = 120


@transaction.atomic
def document_begin(
    *, unit: Unit, genre: Genre, period: Period, title: str, text: str, actor: Member, how: How = How.TEMPLATE
) -> Document:
    """Begin a document with a text, cut into its sections.

    title: what is longer than a line of the list can be is cut off.
    Raises NotAllowed, NotItsPeriod, TextTooLong, TooManySections.
    """
    if not may_write(actor, unit):
        raise NotAllowed()
    return document_put(
        unit=unit, genre=genre, period=period, title=title, text=text, author=actor, actor=actor, how=how
    )  # fmt: skip


def document_put(
    *, unit: Unit, genre: Genre, period: Period, title: str, text: str, author: Member, actor: Actor, how: How
) -> Document:
    """The same for whoever is to write on; the caller answers for the right to do so, and holds the transaction.

    author: in whose name it is begun; actor: who began it, the system too.
    Raises NotItsPeriod, TextTooLong, TooManySections.
    """
    if genre.period and period.kind != genre.period:
        raise NotItsPeriod(genre=genre.zh, kind=genre.period, period=period.code)
    document = Document.objects.create(
        ref=new_ref(PREFIX), unit=unit, genre_code=genre.code, period=period.code, title=_titled(title), author=author
    )
    sections_begin(document=document, parts=cut(text), actor=author, how=how)
    audit.write(actor=actor, action="summary.begin", target=document.ref, genre=genre.code, period=period.code)
    return document


@transaction.atomic
def section_write(*, section: Section, version: int, text: str, actor: Member, how: How = How.TYPED) -> Section:
    """Write a section anew. version: the one that was read. The same text again changes nothing.

    Raises NotAllowed, NotADraft, WrittenElsewhere, TextTooLong.
    """
    hold_draft(section.document, actor)
    stands = Section.objects.select_for_update().get(pk=section.pk)
    text = _kept_as(text)
    if stands.text == text:
        return stands
    if stands.version != version:
        raise WrittenElsewhere(who=str(stands.versions.get(number=stands.version).author), version=stands.version)
    stands.text, stands.version = text, version + 1
    stands.save(update_fields=["text", "version"])
    _keep(stands, how, actor)
    audit.write(
        actor=actor, action="summary.write", target=section.document.ref, section=section.pk, version=version + 1
    )
    return stands


@transaction.atomic
def document_rename(*, document: Document, title: str, actor: Member) -> Document:
    """Give a draft another title. Raises NotAllowed, NotADraft."""
    held, title = hold_draft(document, actor), _titled(title)
    if held.title != title:
        held.title, held.version = title, held.version + 1
        held.save(update_fields=["title", "version"])
        audit.write(actor=actor, action="summary.rename", target=held.ref)
    return held


def sections_begin(*, document: Document, parts: list[str], actor: Member, how: How = How.TYPED) -> list[Section]:
    """Sections at the end of a document, each with its first version; the caller holds the draft and notes the act.

    Raises TextTooLong, TooManySections.
    """
    there = list(document.all_sections.values_list("place", flat=True))
    if (count := len(there) + len(parts)) > MOST:
        raise TooManySections(most=MOST, count=count)
    texts = [_kept_as(part) for part in parts]
    return [_begun(document, place, text, how, actor) for place, text in enumerate(texts, 1 + max(there, default=0))]


def hold_draft(document: Document, actor: Member) -> Document:
    """The document, locked for a change of its text. Raises NotAllowed, NotADraft."""
    if not may_write(actor, document.unit):
        raise NotAllowed()
    held = Document.objects.select_for_update().get(pk=document.pk)
    require_draft(held)
    return held


def require_draft(document: Document) -> None:
    """Raises NotADraft."""
    if document.state != DocumentState.DRAFT:
        raise NotADraft(title=document.title, state=document.get_state_display())


def _begun(document: Document, place: int, text: str, how: How, actor: Member) -> Section:
    section = Section.objects.create(document=document, place=place, text=text)
    _keep(section, how, actor)
    return section


def _kept_as(text: str) -> str:
    """A section's text without what nobody sees. Raises TextTooLong."""
    text = visible(text.replace("\r\n", "\n")).strip()
    if len(text) > LONGEST:
        raise TextTooLong(most=LONGEST)
    return text


def _titled(title: str) -> str:
    """A title in one line that its column holds."""
    return one_line(title)[:_LONGEST_TITLE]


def _keep(section: Section, how: How, actor: Member) -> None:
    SectionVersion.objects.create(
        section=section, number=section.version, text=section.text, how=how, author=actor, at=clock.now()
    )
