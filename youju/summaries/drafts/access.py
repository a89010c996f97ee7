"""Who may see and do what with a document."""

from django.db.models import QuerySet

from youju.errors import NotAllowed, NotFound
from youju.orgs.members import Member, Role
from youju.orgs.tree import above, this_month
from youju.orgs.units import Unit
from youju.records.rights import own_units, reached_units
from youju.summaries.drafts.documents import Document, DocumentState, Section

_LOCAL = (Role.LIAISON, Role.REVIEWER)
_READING = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)


def documents_for(member: Member) -> QuerySet[Document]:
    """Those of the units a member works for or reaches, the newest first."""
    units = own_units(member, *_LOCAL) | reached_units(member, *_READING)
    return Document.objects.filter(unit__in=units).select_related("unit", "author")


def get_document_for(member: Member, ref: str, *, need: str = "read") -> Document:
    """need: read, write or sign. Raises NotFound where it is not open to the member, NotAllowed for the rest."""
    document = documents_for(member).filter(ref=ref).first()
    if document is None:
        raise NotFound()
    may = {"read": True, "write": may_write(member, document.unit), "sign": may_sign(member, document.unit)}
    if not may[need]:
        raise NotAllowed()
    return document


def get_section_for(member: Member, ref: str, pk: int, *, need: str = "read") -> Section:
    """A section of a document, closed ones too; need and what it raises as ``get_document_for``."""
    document = get_document_for(member, ref, need=need)
    section = document.all_sections.filter(pk=pk).first()
    if section is None:
        raise NotFound()
    return section


def writing_units(member: Member) -> set[int]:
    """Ids of the units whose documents a member writes."""
    return reached_units(member, Role.OFFICER) | own_units(member, Role.LIAISON)


def may_write(member: Member, unit: Unit) -> bool:
    """An officer in whose reach the unit lies, or a liaison of the unit itself."""
    return unit.pk in writing_units(member)


def may_sign(member: Member, unit: Unit) -> bool:
    """A signing leader in whose reach the unit lies."""
    return unit.pk in reached_units(member, Role.SIGNER)


def may_comment(member: Member, unit: Unit) -> bool:
    """Whoever writes or signs the unit's documents, and its own reviewer."""
    return may_write(member, unit) or may_sign(member, unit) or unit.pk in own_units(member, Role.REVIEWER)


def may_object(member: Member, unit: Unit) -> bool:
    """Who speaks for a unit on whose records a text rests: its liaisons and reviewers."""
    return unit.pk in own_units(member, *_LOCAL)


def documents_about(unit: Unit) -> list[Document]:
    """The documents of the units above a unit that still stand, the newest first."""
    units = [each for each in above(unit, this_month()) if each != unit]
    found = Document.objects.filter(unit__in=units).exclude(state=DocumentState.DROPPED)
    return list(found.select_related("unit", "author"))


def get_document_about(unit: Unit, ref: str) -> Document:
    """One of them. Raises NotFound."""
    found = next((document for document in documents_about(unit) if document.ref == ref), None)
    if found is None:
        raise NotFound()
    return found
