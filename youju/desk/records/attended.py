"""Who came and who did not, in words, for kinds whose records mark a list of persons."""

from collections import Counter
from typing import NamedTuple

from youju.lib.rounding import percent
from youju.phrases import side_by_side
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.presence import How
from youju.records.study.session.attendance import Mark


class Missed(NamedTuple):
    name: str
    mark: str
    reason: str


class Attended(NamedTuple):
    """rate: of whom was expected, as people read it (“92.3%”); empty where nobody was. signed: how many signed in, by
    how they did, in words.
    """

    expected: int
    present: int
    rate: str
    missed: list[Missed]
    signed: str = ""


def attended(record: Ledgered) -> Attended | None:
    """The attendance of a record with its kind's own columns; None where its kind marks nobody."""
    rows = getattr(record, "attendance", None)
    if rows is None:
        return None
    every = list(rows.all())
    present = sum(row.mark == Mark.PRESENT for row in every)
    rate = percent(present, len(every), 1)
    missed = [
        Missed(str(row.person), str(Mark(row.mark).label), row.reason) for row in every if row.mark != Mark.PRESENT
    ]
    signed = Counter(How(row.signed_in) for row in every if row.signed_in)
    words = side_by_side(f"{how.label} {signed[how]}" for how in How if signed[how])
    return Attended(len(every), present, f"{rate}%" if rate is not None else "", missed, words)
