"""Who came and who did not, in words, for kinds whose records mark a list of persons."""

from typing import NamedTuple

from youju.lib.rounding import percent
from youju.records.ledgered import Ledgered
from youju.records.study.session.attendance import Mark


class Missed(NamedTuple):
    name: str
    mark: str
    reason: str


class Attended(NamedTuple):
    """rate: of whom was expected, as people read it (“92.3%”); empty where nobody was."""

    expected: int
    present: int
    rate: str
    missed: list[Missed]


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
    return Attended(len(every), present, f"{rate}%" if rate is not None else "", missed)
