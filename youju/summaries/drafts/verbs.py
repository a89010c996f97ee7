"""The verbs of writing: a document is begun, its sections are written."""

from django.db import transaction

from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.periods import Period
from youju.lib.refs import new_ref
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.summaries.drafts.access import may_write
from youju.summaries.drafts.documents import PREFIX, Document, DocumentState, Section, SectionVersion
from youju.summaries.drafts.errors import NotADraft, NotItsPeriod, WrittenElsewhere
from youju.summaries.drafts.genres import Genre
from youju.summaries.drafts.sections import cut

How = SectionVersion.How


@transaction.atomic
def document_begin(
    *, unit: Unit, genre: Genre, period: Period, title: str, text: str, actor: Member, how: How = How.TEMPLATE
) -> Document:
    """Begin a document with a text, cut into its sections. Raises NotAllowed, NotItsPeriod."""
    if not may_write(actor, unit):
        raise NotAllowed()
    if genre.period and period.kind != genre.period:
        raise NotItsPeriod(genre=genre.zh, kind=genre.period, period=period.code)
    document = Document.objects.create(
        ref=new_ref(PREFIX), unit=unit, genre_code=genre.code, period=period.code, title=title, author=actor
    )
    for part in cut(text):
        section_begin(document=document, text=part, actor=actor, how=how)
    audit.write(actor=actor, action="summary.begin", target=document.ref, genre=genre.code, period=period.code)
    return document


@transaction.atomic
def section_write(*, section: Section, version: int, text: str, actor: Member, how: How = How.TYPED) -> Section:
    """Write a section anew. version: the one that was read. The same text again changes nothing.

    Raises NotAllowed, NotADraft, WrittenElsewhere.
    """
    hold_draft(section.document, actor)
    stands = Section.objects.select_for_update().get(pk=section.pk)
    text = text.replace("\r\n", "\n").strip()
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
    held = hold_draft(document, actor)
    if held.title != title:
        held.title, held.version = title, held.version + 1
        held.save(update_fields=["title", "version"])
        audit.write(actor=actor, action="summary.rename", target=held.ref)
    return held


def section_begin(*, document: Document, text: str, actor: Member, how: How = How.TYPED) -> Section:
    """A section at the end of a document, with its first version; the caller holds the draft and notes the act."""
    place = 1 + max((section.place for section in document.all_sections.all()), default=0)
    section = Section.objects.create(document=document, place=place, text=text)
    _keep(section, how, actor)
    return section


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


def _keep(section: Section, how: How, actor: Member) -> None:
    SectionVersion.objects.create(
        section=section, number=section.version, text=section.text, how=how, author=actor, at=clock.now()
    )
