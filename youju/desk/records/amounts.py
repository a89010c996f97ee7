"""What the records of a list count: a text for each, and the sums of all that the filters leave."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from youju.desk.records.facts_text import counted_text, facts_text
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED, Record
from youju.records.heads.states import ENDED
from youju.records.kinds import find_measure, specific

# Of more records the sums are left to the figures, which have them from the ledger at once.
MOST = 600
# A list of one sort of thing has one sum; more than these say nothing.
_SUMS = 4


class Amounts(NamedTuple):
    """texts: by ref, of the records shown. sums: over all that the filters leave; empty where they are too many."""

    texts: dict[str, str]
    sums: list[str]


def amounts_of(shown: list[Ledgered], every: Callable[[], Iterable[Ledgered]], count: int) -> Amounts:
    """every: asks for all that the filters leave, of which ``shown`` are a page; count: how many they are."""
    rows = {row.ref: row for row in specific(shown) if isinstance(row, Record)}
    texts = {ref: facts_text(row) for ref, row in rows.items()}
    if not 1 < count <= MOST:
        return Amounts(texts, [])
    others: list[Ledgered] = specific(list(every())) if count > len(shown) else [*rows.values()]
    return Amounts(texts, _sums(others))


def _sums(rows: list[Ledgered]) -> list[str]:
    """What all of them count together, of measures that can be added; voided and dropped ones left out."""
    sums: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.state not in ENDED and isinstance(row, Record):
            for fact in row.facts(VERIFIED):
                sums[fact.measure] += fact.quantity
    found = [(measure, sums[code]) for code in sums if (measure := find_measure(code))]
    added = [(measure, total) for measure, total in found if measure.form not in ("rank", "percent")]
    return [counted_text(measure, total) for measure, total in added] if len(added) <= _SUMS else []
