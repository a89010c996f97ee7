"""Which figures of which editions a record stands behind: asked from the record's page, answered from what was kept."""

from functools import lru_cache
from typing import NamedTuple

from youju.ledger.reading import entries_of
from youju.orgs.members import Member
from youju.summaries.drafts.access import documents_for
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.editions import Edition, EditionFigure
from youju.summaries.issuing.entry_ranges import Ranges, holds, read_ranges

_STANDING = (DocumentState.FROZEN, DocumentState.SIGNED, DocumentState.ISSUED)


class Behind(NamedTuple):
    """A document whose standing edition a record stands behind, and the figures, as name and printed text."""

    document: Document
    edition: Edition
    figures: list[tuple[str, str]]


def behind(ref: str, member: Member) -> list[Behind]:
    """The documents open to a member that rest on a record, the newest first."""
    seqs = [entry.seq for entry in entries_of(ref)]
    documents = {document.pk: document for document in documents_for(member).filter(state__in=_STANDING)}
    if not seqs or not documents:
        return []
    newest: dict[int, Edition] = {}
    for edition in (
        Edition.objects.filter(document__in=documents).order_by("number").defer("template", "marked", "spans")
    ):
        newest[edition.document_id] = edition
    found = [(documents[pk], newest[pk], _resting(newest[pk], seqs)) for pk in documents if pk in newest]
    return [Behind(*each) for each in found if each[2]]


def _resting(edition: Edition, seqs: list[int]) -> list[tuple[str, str]]:
    kept = _kept(edition.pk, edition.digest)
    return [(name, text) for name, text, ranges in kept if any(holds(ranges, seq) for seq in seqs)]


@lru_cache(maxsize=64)
def _kept(pk: int, _digest: str) -> tuple[tuple[str, str, Ranges], ...]:
    """The figures of an edition with their entries: they never change, so they are read once."""
    rows = EditionFigure.objects.filter(edition=pk).order_by("place")
    return tuple((row.definition["name"][0], row.printed, read_ranges(row.seqs)) for row in rows)
