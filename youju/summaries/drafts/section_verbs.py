"""The verbs of a document's build: sections are put in, moved, taken out and put back; a version is restored."""

from django.db import transaction

from youju.orgs import audit
from youju.orgs.members import Member
from youju.summaries.drafts.documents import Document, Section, SectionVersion
from youju.summaries.drafts.errors import NothingToAdd
from youju.summaries.drafts.sections import cut
from youju.summaries.drafts.verbs import hold_draft, section_write, sections_begin


@transaction.atomic
def section_add(*, document: Document, text: str, actor: Member, after: Section | None = None) -> Section:
    """Put a new section behind another one, or at the end. A text of several sections becomes as many; the first is
    returned.

    Raises NotAllowed, NotADraft, NothingToAdd, TextTooLong, TooManySections.
    """
    hold_draft(document, actor)
    parts = cut(text)
    if not parts:
        raise NothingToAdd()
    added = sections_begin(document=document, parts=parts, actor=actor)
    standing = [section for section in document.all_sections.filter(closed=False) if section not in added]
    at = standing.index(after) + 1 if after in standing else len(standing)
    _place([*standing[:at], *added, *standing[at:]])
    for section in added:
        audit.write(actor=actor, action="summary.section-add", target=document.ref, section=section.pk)
    return added[0]


@transaction.atomic
def section_move(*, section: Section, steps: int, actor: Member) -> Section:
    """Move a section by so many places, up where ``steps`` is below 0; at the end of the row it stays.

    Raises NotAllowed, NotADraft.
    """
    document = hold_draft(section.document, actor)
    standing = document.sections
    if section not in standing:
        return section
    at = standing.index(section)
    to = max(0, min(len(standing) - 1, at + steps))
    if to != at:
        standing.insert(to, standing.pop(at))
        _place(standing)
        audit.write(actor=actor, action="summary.section-move", target=document.ref, section=section.pk, to=to + 1)
    return section


@transaction.atomic
def section_close(*, section: Section, actor: Member) -> Section:
    """Take a section out of the text; it stays with its versions and can be put back. Raises NotAllowed, NotADraft."""
    return _set_closed(section, True, "summary.section-close", actor)


@transaction.atomic
def section_reopen(*, section: Section, actor: Member) -> Section:
    """Put a section back where it stood. Raises NotAllowed, NotADraft."""
    return _set_closed(section, False, "summary.section-reopen", actor)


@transaction.atomic
def section_restore(*, version: SectionVersion, read: int, actor: Member) -> Section:
    """Let a section say again what an earlier version said, as a new one. read: the version that was read.

    Raises NotAllowed, NotADraft, WrittenElsewhere.
    """
    how = SectionVersion.How.RESTORED
    return section_write(section=version.section, version=read, text=version.text, actor=actor, how=how)


def _set_closed(section: Section, closed: bool, action: str, actor: Member) -> Section:
    hold_draft(section.document, actor)
    stands = Section.objects.select_for_update().get(pk=section.pk)
    if stands.closed != closed:
        stands.closed = closed
        stands.save(update_fields=["closed"])
        audit.write(actor=actor, action=action, target=section.document.ref, section=section.pk)
    return stands


def _place(sections: list[Section]) -> None:
    for place, section in enumerate(sections, 1):
        if section.place != place:
            section.place = place
            section.save(update_fields=["place"])
