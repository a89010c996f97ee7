"""Likely pairs side by side: a record of the queue beside those that may tell the same."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from youju.desk.records.facts_text import facts_text
from youju.desk.records.hints import Hints
from youju.records.heads.attachments import attachments_of
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import get_kind, specific

# Beside the record itself; more would not be looked at.
_BESIDE = 2


class Side(NamedTuple):
    """One of the records that are held against each other. evidence: names of what lies beside it."""

    record: Ledgered
    kind: str
    counted: str
    evidence: tuple[str, ...]


def pairs_of(records: Sequence[Ledgered], hints: Mapping[str, Hints]) -> dict[str, list[Side]]:
    """Each record with those that may tell the same, itself first, by ref; a few queries, however many records.

    records: with their kind's own columns. Only what the reader of the hints may open stands beside.
    """
    beside = {record.ref: hints[record.ref].named()[:_BESIDE] for record in records if record.ref in hints}
    heads = {head.ref: head for named in beside.values() for head in named}
    rows = {row.ref: row for row in (*specific(list(heads.values())), *records)}
    attached = attachments_of(rows)
    return {
        ref: [
            _side(rows[each], tuple(a.name for a in attached.get(each, ()))) for each in (ref, *(h.ref for h in named))
        ]
        for ref, named in beside.items()
        if named
    }


def _side(row: Ledgered, evidence: tuple[str, ...]) -> Side:
    return Side(row, str(get_kind(row.kind).label), facts_text(row), evidence)
