"""The grouped queries behind every figure of a unit and a period: three, however many indicators there are.

Their SQL has integers and texts only, no date function and no division: the same text gives the same answer on
every database. A void repeats the dimensions of what it takes back, so sums need no join. GROUP BY names the
columns in the order of the covering index, so that SQLite reads the groups as they come.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connection

from youju.indicators.indicator import Indicator
from youju.indicators.rows import BEFORE, Live, Rows, Subject, Sum, by_measure
from youju.ledger.reading import ENTRY_TABLE, FACT_TABLE
from youju.lib.periods import Period

_CELL = "f.measure, f.category, f.level, f.occasion, f.unit"


class _Where(NamedTuple):
    """A condition and the values for its places."""

    sql: str
    values: tuple[Any, ...]

    def __and__(self, other: "_Where") -> "_Where":
        return _Where(f"{self.sql} AND {other.sql}", self.values + other.values)

    def __or__(self, other: "_Where") -> "_Where":
        return _Where(f"({self.sql} OR {other.sql})", self.values + other.values)


class Question(NamedTuple):
    """What one set of figures needs from the ledger."""

    units: tuple[str, ...]
    period: Period
    size: int
    measures: tuple[str, ...]  # all that are read
    stocks: tuple[str, ...]  # those of them that also count what came before the period
    subjects: tuple[str, ...]  # those whose different subjects are counted

    @classmethod
    def about(cls, indicators: Iterable[Indicator], units: Iterable[str], period: Period, size: int) -> "Question":
        some = list(indicators)
        everything = {code for one in some for code in one.measures}
        stocks = {one.measure for one in some if one.shape == "stock"}
        subjects = {one.measure for one in some if one.of == "subject"}
        return cls(
            tuple(sorted(units)), period, size, *(tuple(sorted(codes)) for codes in (everything, stocks, subjects))
        )


def ask(question: Question) -> Rows:
    """Ask the ledger: at most three queries."""
    if not question.size or not question.measures:
        return Rows()
    return Rows(
        by_measure(map(Sum._make, _run(*_sums(question)))),
        by_measure(map(Subject._make, _run(*_subjects(question)) if question.subjects else ())),
        by_measure(map(Live._make, _run(*_live(question)))),
    )


def _sums(question: Question) -> _Where:
    within, before = _spans(question)
    total = "CAST(SUM(f.quantity) AS bigint), CAST(SUM(f.n) AS bigint)"
    query = _Where(
        f"SELECT f.period, {_CELL}, {total} FROM {FACT_TABLE} f WHERE {within.sql} GROUP BY f.period, {_CELL}",
        within.values,
    )
    if not before:
        return query
    return _Where(
        f"{query.sql} UNION ALL "
        f"SELECT {BEFORE}, {_CELL}, {total} FROM {FACT_TABLE} f WHERE {before.sql} GROUP BY {_CELL}",
        query.values + before.values,
    )


def _subjects(question: Question) -> _Where:
    where = _within(question) & _among("f.measure", question.subjects) & _Where("f.subject <> ''", ())
    return _Where(
        f"SELECT f.period, {_CELL}, f.subject, CAST(SUM(f.n) AS bigint) FROM {FACT_TABLE} f WHERE {where.sql} "
        f"GROUP BY f.period, {_CELL}, f.subject HAVING SUM(f.n) > 0",
        where.values,
    )


def _live(question: Question) -> _Where:
    """Standing entries: posts that no void within the size takes back."""
    within, before = _spans(question)
    span = within | before if before else within
    return _Where(
        f"SELECT f.period, {_CELL}, f.quantity, f.entry_id, COUNT(*) FROM {FACT_TABLE} f "
        f"WHERE {span.sql} AND f.n = 1 AND NOT EXISTS "
        f"(SELECT 1 FROM {ENTRY_TABLE} v WHERE v.voids = f.entry_id AND v.seq < %s) "
        f"GROUP BY f.period, {_CELL}, f.quantity, f.entry_id",
        (*span.values, question.size),
    )


def _spans(question: Question) -> tuple[_Where, _Where | None]:
    """The rows of the period, and those before it that stocks add."""
    within = _within(question) & _among("f.measure", question.measures)
    if not question.stocks:
        return within, None
    before = _Where("f.period < %s", (question.period.months[0],)) & _among("f.measure", question.stocks)
    return within, before & _common(question)


def _within(question: Question) -> _Where:
    where = _Where("f.period BETWEEN %s AND %s", question.period.months)
    if not question.period.whole_months:
        where &= _Where("f.day <= %s", (question.period.last,))
    return where & _common(question)


def _common(question: Question) -> _Where:
    # The plus keeps SQLite from reading by the index on entries, which is no help: nearly all are below the size.
    return _among("f.unit", question.units) & _Where("+f.entry_id < %s", (question.size,))


def _among(column: str, codes: Sequence[str]) -> _Where:
    return _Where(f"{column} IN ({', '.join(['%s'] * len(codes))})", tuple(codes))


def _run(sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
