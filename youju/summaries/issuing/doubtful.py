"""Which issued texts may have become wrong: found from what was kept of them, without asking for any figure anew."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from youju.indicators import catalogue
from youju.ledger.reading import voided_entries
from youju.summaries.drafts.documents import DocumentState
from youju.summaries.issuing.changes import CELL
from youju.summaries.issuing.definitions import definition_digest, definition_of
from youju.summaries.issuing.editions import Edition, EditionFigure
from youju.summaries.issuing.entry_ranges import Ranges, read_ranges


class _Kept(NamedTuple):
    code: str
    definition: str
    ranges: Ranges


def doubtful() -> Iterator[Edition]:
    """The standing editions of issued documents of which an entry was voided, or a definition is another one now."""
    voided, digests = sorted(voided_entries()), _digests(catalogue.revision())
    standing: dict[int, Edition] = {}
    issued = Edition.objects.filter(document__state=DocumentState.ISSUED).select_related("document")
    for edition in issued.order_by("number").defer("template", "marked", "spans"):
        standing[edition.document_id] = edition
    for edition in standing.values():
        if any(_in_doubt(kept, voided, digests) for kept in _figures(edition.pk, edition.digest)):
            yield edition


def _in_doubt(kept: _Kept, voided: Sequence[int], digests: dict[str, str]) -> bool:
    """voided: in their order."""
    if not kept.code.startswith(CELL) and digests.get(kept.code) != kept.definition:
        return True
    return any(bisect_left(voided, first) < bisect_right(voided, last) for first, last in kept.ranges)


@lru_cache(maxsize=256)
def _figures(pk: int, _digest: str) -> tuple[_Kept, ...]:
    """The figures of an edition, which never change, so that they are read once."""
    rows = EditionFigure.objects.filter(edition=pk).order_by("place")
    found = rows.values_list("code", "definition_digest", "seqs")
    return tuple(_Kept(code, definition, read_ranges(seqs)) for code, definition, seqs in found)


@lru_cache(maxsize=2)
def _digests(_revision: object) -> dict[str, str]:
    """What each indicator in force counts, as editions keep it."""
    return {code: definition_digest(definition_of(one)) for code, one in catalogue.indicators().items()}
