"""The grouped queries behind every figure of a unit and a period: three, however many indicators there are.

Amounts and subjects give the values; standing entries are asked when somebody first opens a figure. Their SQL has
integers and texts only, no date function and no division: the same text gives the same answer on every database.
A void repeats the dimensions of what it takes back, so sums need no join. GROUP BY names the columns in the order
of the covering index, so that SQLite reads the groups as they come.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from django.db import connection

from youju.indicators.indicator import LASTING, Indicator
from youju.indicators.rows import BEFORE, MANY, Amount, Amounts, Rows, Subject, Subjects
from youju.ledger.reading import ENTRY_TABLE, FACT_TABLE, MONTHS_BEFORE
from youju.lib.periods import Period
from youju.orgs.mergers import canonical_tokens

# The dimensions of a fact that filters name, besides its unit.
FILTERED = ("category", "level", "occasion")

# Up to so many units are picked by the database. Of more, nearly every fact is theirs, and the few others are left out
# here: to look up each fact's unit in a long list is a quarter of SQLite's work.
_FEW_UNITS = 64

_CELL = "f.measure, f.category, f.level, f.occasion, f.unit"
_TOTAL = f"CAST(SUM(f.quantity) AS bigint), CAST(SUM(f.n) AS bigint), {MANY}"

_STANDING = " HAVING SUM(f.n) > 0"

_PERIOD, _MEASURE, _UNIT, _ENTRY = map(Amount._fields.index, ("period", "measure", "unit", "entry"))

_Row = TypeVar("_Row", Amount, Subject)


class Named(NamedTuple):
    """Measures of which it is asked who or what was counted: alike in how few of their facts are read.

    categories: all that any indicator reads; empty where one reads every category. own: only the unit itself is asked.
    """

    categories: tuple[str, ...]
    own: bool
    measures: tuple[str, ...]

    @classmethod
    def groups(cls, indicators: Iterable[Indicator]) -> tuple["Named", ...]:
        """What these read, each measure once."""
        readers: dict[str, list[Indicator]] = {}
        for indicator in indicators:
            for measure in indicator.measures if indicator.by_subject else ():
                readers.setdefault(measure, []).append(indicator)
        alike: dict[tuple[tuple[str, ...], bool], list[str]] = {}
        for measure, some in sorted(readers.items()):
            every = any(not one.category for one in some)
            categories = () if every else tuple(sorted({code for one in some for code in one.category}))
            alike.setdefault((categories, all(one.scope == "own" for one in some)), []).append(measure)
        return tuple(cls(*key, tuple(measures)) for key, measures in alike.items())


class Question(NamedTuple):
    """What one set of figures needs from the ledger; measures by what is read of them.

    own: the unit itself, with those it stands for.
    """

    units: tuple[str, ...]
    own: tuple[str, ...]
    period: Period
    size: int
    summed: tuple[str, ...]
    lasting: tuple[str, ...]  # also what came before the period
    stated: tuple[str, ...]
    lasting_subjects: tuple[str, ...]
    subject_filters: tuple[str, ...]  # dimensions that tell subjects apart for some indicator
    subjects: tuple[Named, ...]

    @classmethod
    def about(
        cls, indicators: Iterable[Indicator], units: Iterable[str], own: Iterable[str], period: Period, size: int
    ) -> "Question":
        some = list(indicators)
        stated = {one.measure for one in some if one.states}
        summed = {code for one in some if not one.states for code in one.measures}
        lasting = {one.measure for one in some if one.shape in LASTING}
        lasting_subjects = {one.measure for one in some if one.of == "subject" and one.shape in LASTING}
        filters = {name for name in FILTERED for one in some if one.by_subject and getattr(one, name)}
        return cls(
            units=tuple(sorted(units)),
            own=tuple(sorted(own)),
            period=period,
            size=size,
            summed=tuple(sorted(summed)),
            lasting=tuple(sorted(lasting)),
            stated=tuple(sorted(stated)),
            lasting_subjects=tuple(sorted(lasting_subjects)),
            subject_filters=tuple(sorted(filters)),
            subjects=Named.groups(some),
        )

    @property
    def measures(self) -> tuple[str, ...]:
        return tuple(sorted({*self.summed, *self.stated}))


class _Sql(NamedTuple):
    """A piece of SQL and the values for its places."""

    text: str
    values: tuple[Any, ...] = ()

    def __and__(self, other: "_Sql") -> "_Sql":
        return _joined(" AND ", (self, other))


def ask_amounts(question: Question) -> Rows:
    """What is summed and what is stated: one query."""
    rows = Rows()
    if arms := _amounts(question):
        units = frozenset(question.units)
        # Tens of thousands of rows in a large bureau: plain tuples until they are known to be wanted.
        for row in _run(_joined(" UNION ALL ", arms)):
            if row[_UNIT] in units:
                kind = rows.stated if row[_ENTRY] != MANY else rows.sums if row[_PERIOD] else rows.before
                kind.setdefault(row[_MEASURE], []).append(Amount._make(row))
    return rows


def ask_subjects(question: Question) -> tuple[Subjects, Subjects]:
    """Who or what was counted, by measure, within the period and before it: one query.

    And one for the tokens that stand for the same person as of the question's size.
    """
    within: Subjects = {}
    before: Subjects = {}
    if question.subjects:
        same = canonical_tokens(question.size)
        for row in _own(question, map(Subject._make, _run(_joined(" UNION ALL ", _subjects(question))))):
            one = row._replace(subject=same[row.subject]) if row.subject in same else row
            (before if row.period == BEFORE else within).setdefault(row.measure, []).append(one)
    return within, before


def ask_standing(question: Question) -> Amounts:
    """What each standing entry adds to any of the figures: one query."""
    arms = [_within(question, question.measures)] if question.measures else []
    arms += [_before(question, question.lasting)] if question.lasting else []
    if not arms:
        return {}
    found: Amounts = {}
    rows = _run(_joined(" UNION ALL ", (_standing(arm, question.size) for arm in arms)))
    for row in _own(question, map(Amount._make, rows)):
        found.setdefault(row.measure, []).append(row)
    return found


def ask_since(question: Question, size: int) -> Rows:
    """The facts of the entries from ``size`` on up to the question's, one row each, voids among them: one query."""
    sql = _Sql(
        "SELECT f.period, f.measure, f.category, f.level, f.occasion, f.unit, f.subject, f.quantity, f.n "
        f"FROM {FACT_TABLE} f WHERE f.entry_id >= %s AND f.entry_id < %s AND f.day <= %s",
        (size, question.size, question.period.last),
    )
    rows, first, units = Rows(), question.period.months[0], frozenset(question.units)
    same = canonical_tokens(question.size) if question.subjects else {}
    for period, measure, category, level, occasion, unit, subject, quantity, n in _run(sql):
        if unit not in units:
            continue
        month, cell = (period if period >= first else BEFORE), (measure, category, level, occasion, unit)
        sums, subjects = (rows.sums, rows.subjects) if month else (rows.before, rows.subjects_before)
        sums.setdefault(measure, []).append(Amount(month, *cell, quantity, n, MANY))
        if subject:
            token = same.get(subject, subject)
            subjects.setdefault(measure, []).append(Subject(month, *cell, token, quantity, n))
    return rows


def _own(question: Question, rows: Iterable[_Row]) -> Iterator[_Row]:
    """The rows of the units that are asked for."""
    units = frozenset(question.units)
    return (row for row in rows if row.unit in units)


def _amounts(question: Question) -> list[_Sql]:
    arms = []
    if question.summed:
        within = _within(question, question.summed)
        arms.append(_select(f"f.period, {_CELL}, {_TOTAL}", within, f"f.period, {_CELL}"))
    if question.lasting:
        arms.append(_select(f"{BEFORE}, {_CELL}, {_TOTAL}", _before(question, question.lasting), _CELL))
    if question.stated:
        arms.append(_standing(_within(question, question.stated), question.size))
    return arms


def _subjects(question: Question) -> Iterator[_Sql]:
    """One row a subject and month; a dimension that nobody filters by would only make more rows of the same persons."""
    read = [name for name in FILTERED if name in question.subject_filters]
    filters = ", ".join(f"f.{name}" if name in read else "''" for name in FILTERED)
    columns = f"f.measure, {filters}, f.unit, f.subject, CAST(SUM(f.quantity) AS bigint), CAST(SUM(f.n) AS bigint)"
    group = ", ".join(f"f.{name}" for name in ("measure", *read, "unit", "subject"))
    for named in question.subjects:
        within = _within(question, named.measures) & _few(question, named)
        yield _select(f"f.period, {columns}", within, f"f.period, {group}{_STANDING}")
        if lasting := [code for code in named.measures if code in question.lasting_subjects]:
            before = _before(question, lasting) & _few(question, named)
            yield _select(f"{BEFORE}, {columns}", before, f"{group}{_STANDING}")


def _few(question: Question, named: Named) -> _Sql:
    """What keeps from reading every fact that bears a name: attendance alone is most of a ledger."""
    few = _Sql("f.subject <> ''")
    if named.categories:
        few &= _among("f.category", named.categories)
    return few & _among("f.unit", question.own) if named.own else few


def _standing(where: _Sql, size: int) -> _Sql:
    """Quantities by entry, of posts that no void within the size takes back.

    n is compared as above 0 and not as equal to 1: SQLite would take a constant out of the groups, and then no longer
    see that they follow the covering index. Voids are few: a bound on their own column, and the plus that forbids the
    other, have SQLite find them by their index, and not among all entries.
    """
    group = f"f.period, {_CELL}, f.quantity, f.n, f.entry_id"
    voided = _Sql(
        f"f.entry_id NOT IN (SELECT v.voids FROM {ENTRY_TABLE} v WHERE v.voids >= 0 AND +v.seq < %s)", (size,)
    )
    columns = f"f.period, {_CELL}, f.quantity, COUNT(*), f.entry_id"
    return _select(columns, where & _Sql("f.n > 0") & voided, group)


def _within(question: Question, measures: Sequence[str]) -> _Sql:
    # Each month by itself, so that an index that begins with the month can go on to the measure.
    where = _among("f.period", question.period.every_month)
    if not question.period.whole_months:
        where &= _Sql("f.day <= %s", (question.period.last,))
    return where & _common(question, measures)


def _before(question: Question, measures: Sequence[str]) -> _Sql:
    before = _Sql(f"f.period IN {MONTHS_BEFORE}", question.period.months[:1])
    return before & _common(question, measures)


def _common(question: Question, measures: Sequence[str]) -> _Sql:
    # The plus keeps SQLite from reading by the index on entries, which is no help: nearly all are below the size.
    size = _Sql("+f.entry_id < %s", (question.size,))
    common = _among("f.measure", measures) & size
    return common & _among("f.unit", question.units) if len(question.units) <= _FEW_UNITS else common


def _among(column: str, codes: Sequence[str | int]) -> _Sql:
    return _Sql(f"{column} IN ({', '.join(['%s'] * len(codes))})", tuple(codes))


def _select(columns: str, where: _Sql, group: str) -> _Sql:
    return _Sql(f"SELECT {columns} FROM {FACT_TABLE} f WHERE {where.text} GROUP BY {group}", where.values)


def _joined(word: str, pieces: Iterable[_Sql]) -> _Sql:
    some = list(pieces)
    return _Sql(word.join(piece.text for piece in some), tuple(value for piece in some for value in piece.values))


def _run(sql: _Sql) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql.text, sql.values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
