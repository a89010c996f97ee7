"""What was changed by hand in a returned file, taken over into the document that it went out from."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from youju.orgs.members import Member
from youju.summaries.binding.summary import Hand
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.errors import NotToldWhy, OfAnotherDocument, TooManyChanges
from youju.summaries.drafts.verbs import How, hold_draft, section_write
from youju.summaries.paper.returned import Returned
from youju.summaries.paper.taking_over import Change, changes_of, home_of, printed_names, taken_over

MOST = 500
"""Changes that a person looks through one by one."""


@transaction.atomic
def document_take_over(*, document: Document, changes: Sequence[Change], hand: Hand, actor: Member) -> list[Change]:
    """Write changes into the sections in which they have their place, and return those that have none any more.

    hand: what is told of every figure among them. A sentence that somebody has written anew since the file went out is
    not there as it went out, so nothing is written over.
    Raises NotAllowed, NotADraft, NotToldWhy, TextTooLong.
    """
    document = hold_draft(document, actor)
    if any(change.has_figure for change in changes) and not all(part.strip() for part in hand):
        raise NotToldWhy()
    homes = homes_of(document, changes)
    names = printed_names(document.unit, document.about)
    left = {change.edit for change in changes if homes[change] is None}
    for number, section in enumerate(document.sections):
        edits = [edit for change in changes if homes[change] == number for edit in change.edits]
        if edits:
            text, without_place = taken_over(section.text, edits, hand, names)
            left.update(without_place)
            section_write(section=section, version=section.version, text=text, actor=actor, how=How.RETURNED)
    return [change for change in changes if change.edit in left]


def homes_of(document: Document, changes: Iterable[Change]) -> Mapping[Change, int | None]:
    """Which section, counted from 0, each change belongs to; None where it has no one place in the text."""
    texts = [section.text for section in document.sections]
    names = printed_names(document.unit, document.about)
    return {change: home_of(change, texts, names) for change in changes}


def changes_for(document: Document, found: Returned, name: str) -> list[Change]:
    """What a person decides on in a file that was read. name: the file's.

    Raises OfAnotherDocument where it tells of another unit or period, TooManyChanges.
    """
    original, changes = found.original, changes_of(found.edits)
    if (original.unit, original.period) != (document.unit.code, document.period):
        raise OfAnotherDocument(
            name=name, unit=original.unit, period=original.period, own_unit=document.unit.code,
            own_period=document.period,
        )  # fmt: skip
    if len(changes) > MOST:
        raise TooManyChanges(name=name, count=len(changes), most=MOST)
    return changes
