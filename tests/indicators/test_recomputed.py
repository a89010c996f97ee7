"""Every figure of the product's own definitions, against a recomputation that shares no code with the engine.

Random postings with voids, amendments and corrections, while schools and towns move, close, merge and open again; any
period; any earlier size; Fractions, no SQL, and the tree as one list of months a unit. YOUJU_SOAK=1 asks for 1,000.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.indicators.log import UNITS, amend, declared, fact, post, void
from youju.errors import YoujuError
from youju.indicators.catalogue import indicators
from youju.indicators.figures import figures
from youju.indicators.indicator import LASTING, Indicator, Shape
from youju.ledger.log import FactLine
from youju.lib.periods import Period
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tree import find_unit
from youju.orgs.tree_verbs import unit_close, unit_merge, unit_move, unit_reopen
from youju.orgs.units import Unit
from youju.records.kinds import all_measures

KIND = {code: kind for code, kind, *_ in UNITS}
EXAMPLES = 1000 if os.environ.get("YOUJU_SOAK") else 40
VERBS = ("move", "move", "close", "merge", "reopen")
MONTHS = [year * 100 + month for year in range(2022, 2028) for month in range(1, 13)]
DAYS = st.dates(date(2023, 6, 1), date(2026, 2, 1))
COUNTS = ("distinct", "held")
PERIODS = st.sampled_from(["2024", "2025", "2025-03", "2024/2025", "2025/2026", "..2025-06-15", "..2025-09-30"])


Rows = defaultdict[str, list[tuple[int, FactLine]]]  # by measure, with the entry's seq
# A value, and the entries behind it; None stands for all that were counted.
Answer = tuple[object, list[int] | None]


def key(day: date) -> int:
    """The month of a day."""
    return day.year * 100 + day.month


class Change(NamedTuple):
    """A change of the tree; other: the new parent, or the unit merged into."""

    verb: str
    unit: str
    other: str
    month: date


class Step(NamedTuple):
    """One entry of the log as the recomputation remembers it."""

    facts: tuple[FactLine, ...]
    voids: int | None = None
    change: "Change | None" = None


# What no definition of the product uses yet.
_OTHERS: tuple[tuple[str, Shape, str, dict[str, Any]], ...] = (
    ("part-of-two", "ratio", "", {"part": ("study.present", "study_reports.written"), "whole": "study.expected"}),
    ("of-two-wholes", "ratio", "", {"part": "study.present", "whole": ("study.expected", "reviews.answers")}),
    ("least-of-persons", "min", "study_reports.written", {"over": "subject", "expected": "study.expected"}),
    ("each-person", "each", "study.present", {"over": "subject", "expected": "study.expected", "scope": "own"}),
    ("held-by-persons", "held", "study_reports.written", {"of": "subject"}),
    ("held-at-occasions", "held", "projects.running", {"of": "occasion"}),
)
OTHERS = [replace(declared(shape, measure, **fields), code=code) for code, shape, measure, fields in _OTHERS]


def every_indicator() -> list[Indicator]:
    return [*indicators().values(), *OTHERS]


@st.composite
def facts(draw: st.DrawFn) -> FactLine:
    indicator = draw(st.sampled_from([*sorted(indicators().values(), key=lambda one: one.code), *OTHERS * 6]))
    measure = draw(st.sampled_from(indicator.measures))
    return fact(
        measure,
        draw(st.integers(-3 if indicator.shape in LASTING else 0, 12)),
        unit=draw(st.sampled_from(sorted(KIND))),
        day=draw(DAYS),
        category=draw(st.sampled_from(indicator.category or ("", *all_measures()[measure].categories))),
        level=draw(st.sampled_from(indicator.level or ("", "city"))),
        occasion=draw(st.sampled_from(indicator.occasion or ("", "trip"))),
        subject=draw(st.sampled_from(("", "p1", "p2", "p3"))),
    )


@st.composite
def changes(draw: st.DrawFn) -> Change:
    verb, month = draw(st.sampled_from(VERBS)), date(draw(st.integers(2024, 2025)), draw(st.integers(1, 12)), 1)
    units = st.sampled_from([code for code, kind in KIND.items() if kind in ("school", "town", "office")][::-1])
    others = [code for code, kind in KIND.items() if kind == "school"]
    other = draw(st.sampled_from(others if verb == "merge" else ["town-2", "town-1", "bureau"]))
    return Change(verb, draw(units), other, month)


POSTING = st.tuples(st.lists(facts(), min_size=1, max_size=5), st.sampled_from("kkkvac"))
HISTORY = st.lists(st.one_of(POSTING, changes()), max_size=30)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(HISTORY, PERIODS, st.sampled_from(["bureau", "town-1", "town-2", "school-1", "city"]), st.floats(0, 1))
def test_the_engine_agrees_with_a_recomputation(bureau: Unit, history: list, code: str, top: str, part: float):  # type: ignore[type-arg]  # a list of what the history made
    with transaction.atomic():
        steps = list(written(history, administrator(bureau)))
        size, period = round(part * len(steps)), Period.parse(code)
        tree = Months(step.change for step in steps[:size] if step.change)
        for figure in figures(find_unit(top), period, size=size, indicators=every_indicator()).values():
            value, entries = recomputed(figure.indicator, steps[:size], Asked(top, period, tree))
            assert (figure.indicator.code, figure.value, figure.entries) == (figure.indicator.code, value, entries)
        transaction.set_rollback(True)


def administrator(bureau: Unit) -> Member:
    eve = Member.objects.create(username="eve", unit=bureau)
    RoleGrant.objects.create(member=eve, role=Role.ADMIN, unit=bureau)
    return eve


def written(history: list[tuple[list[FactLine], str] | Change], actor: Member) -> Iterator[Step]:
    """Post each, then keep it, void it, amend it, or correct it; make each change of the tree that is not refused."""
    for number, event in enumerate(history):
        if isinstance(event, Change):
            if made(event, actor):
                yield Step((), change=event)
            continue
        lines, fate = event
        seq = post(f"r{number}", *lines).seq
        yield Step(tuple(lines))
        if fate == "a":
            amend(f"r{number}")
            yield Step(())
        if fate in "vc":
            void(f"r{number}")
            yield Step((), voids=seq)
        if fate == "c":
            post(f"r{number}", *lines[1:])
            yield Step(tuple(lines[1:]))


def made(change: Change, actor: Member) -> bool:
    """Whether the tree allowed it."""
    unit, other = find_unit(change.unit), find_unit(change.other)
    told: dict[str, Any] = {"unit": unit, "month": change.month, "actor": actor, "reason": "told late"}
    try:
        match change.verb:
            case "move":
                unit_move(parent=other, **told)
            case "close":
                unit_close(**told)
            case "merge":
                unit_merge(into=other, **told)
            case _:
                unit_reopen(parent=other, **told)
    except YoujuError:
        return False
    return True


class Months:
    """Where each unit is, month by month, by doing one change after the other."""

    def __init__(self, done: Iterable[Change]) -> None:
        self.at: dict[str, dict[int, str | None]] = {}  # by month, where it stands
        self.starts: dict[str, set[int]] = {}  # the months in which something new begins
        for code, _kind, parent, since, until in UNITS:
            months = [month for month in MONTHS if (since is None or month >= key(since))]
            self.at[code] = {month: parent for month in months if until is None or month < key(until)}
            self.starts[code] = {key(day) for day in (since, until) if day}
        for change in done:
            self.change(change)

    def change(self, change: Change) -> None:
        own, starts, first = self.at[change.unit], self.starts[change.unit], key(change.month)
        ends = change.verb in ("close", "merge")
        until = 999999 if ends else min((month for month in starts if month > first), default=999999)
        for month in MONTHS:
            if first <= month < until:
                own.pop(month, None)
                if not ends:
                    own[month] = change.other
        self.starts[change.unit] = {month for month in starts if month < first or month >= until} | {first}

    def parent(self, unit: str, month: int) -> str | None:
        """Of the nearest month in which it stood: the last one before, else the first one after."""
        stood = sorted(self.at[unit])
        before = [each for each in stood if each <= month]
        return self.at[unit][before[-1] if before else stood[0]] if stood else None

    def reaches(self, unit: str, top: str, month: int) -> bool:
        here: str | None = unit
        while here != top and here is not None:
            here = self.parent(here, month)
        return here == top


class Asked(NamedTuple):
    """Whose figures, and when."""

    top: str
    period: Period
    tree: Months

    @property
    def last(self) -> int:
        return key(self.period.last)

    def expected(self, indicator: Indicator) -> set[str]:
        """The units that stand at the end, and the one itself."""
        at, last = self.tree.at, self.last
        below = {code for code in KIND if self.tree.reaches(code, self.top, last) and last in at[code]} | {self.top}
        return {code for code in below if not indicator.unit_kind or KIND[code] in indicator.unit_kind}

    def counts(self, indicator: Indicator, line: FactLine) -> bool:
        """Whether what a unit did in a month is the asked one's."""
        if indicator.unit_kind and KIND[line.unit] not in indicator.unit_kind:
            return False
        if indicator.scope == "own":
            return line.unit == self.top
        if indicator.shape == "min" and not indicator.over:
            return line.unit in self.expected(indicator)
        month = self.last if indicator.shape in ("stock", "held") else key(line.day)
        return self.tree.reaches(line.unit, self.top, month)


def recomputed(indicator: Indicator, steps: list[Step], asked: Asked) -> tuple[object, tuple[int, ...]]:
    """Value and entries of an indicator, straight from what was posted."""
    voided = {step.voids for step in steps}
    rows = [(seq, line) for seq, step in enumerate(steps) if seq not in voided for line in step.facts]
    rows = [(seq, line) for seq, line in rows if counts(indicator, line, asked)]
    by_measure: Rows = defaultdict(list)
    for seq, line in rows:
        by_measure[line.measure].append((seq, line))
    value, entries = VALUES[indicator.shape](indicator, by_measure, asked)
    scale = all_measures()[indicator.measures[0]].scale
    if scale and isinstance(value, int) and indicator.shape not in COUNTS:
        value = Decimal(value) / 10**scale
    return value, tuple(sorted(set(entries if entries is not None else [seq for seq, _line in rows])))


def counts(indicator: Indicator, line: FactLine, asked: Asked) -> bool:
    period = asked.period
    return (
        line.measure in indicator.measures
        and asked.counts(indicator, line)
        and line.day <= period.last
        and (indicator.shape in LASTING or line.day >= period.first)
        and all(
            getattr(line, name) in wanted
            for name in ("category", "level", "occasion")
            if (wanted := getattr(indicator, name))
        )
    )


def total(rows: list[tuple[int, FactLine]]) -> int | None:
    return sum(line.quantity for _seq, line in rows) if rows else None


def a_sum(indicator: Indicator, rows: Rows, _asked: Asked) -> Answer:
    return total(rows[indicator.measure]), None


def a_ratio(indicator: Indicator, rows: Rows, _asked: Asked) -> Answer:
    part = total([row for code in indicator.part for row in rows[code]]) or 0
    whole = total([row for code in indicator.whole for row in rows[code]])
    if not whole or not 0 <= part <= whole:
        return None, None
    share = Fraction(part, whole) * 100
    step = Fraction(1, 10**indicator.places)
    steps = int(share / step + Fraction(1, 2))
    if part < whole:
        steps = min(steps, int(100 / step) - 1)
    if part > 0:
        steps = max(steps, 1)
    return Decimal(steps) / 10**indicator.places, None


def a_mean(indicator: Indicator, rows: Rows, _asked: Asked) -> Answer:
    named = [line for _seq, line in rows[indicator.measure] if line.subject]
    if not named:
        return None, None
    share = Fraction(sum(line.quantity for line in named), len({line.subject for line in named}) * indicator.per)
    return Decimal(int(share * 10**indicator.places + Fraction(1, 2))) / 10**indicator.places, None


def a_distinct(indicator: Indicator, rows: Rows, _asked: Asked) -> Answer:
    found = Counter(getattr(line, indicator.of) for _seq, line in rows[indicator.measure])
    return len([key for key in found if key]) or None, None


def the_held(indicator: Indicator, rows: Rows, _asked: Asked) -> Answer:
    found: Counter[str] = Counter()
    for _seq, line in rows[indicator.measure]:
        found[getattr(line, indicator.of)] += line.quantity
    found.pop("", None)
    return (len([key for key, quantity in found.items() if quantity > 0]) if found else None), None


def the_last(indicator: Indicator, rows: Rows, _asked: Asked) -> Answer:
    stated = rows[indicator.measure]
    if not stated:
        return None, []
    latest = max((line.day.year, line.day.month, seq) for seq, line in stated)
    values = {line.quantity for seq, line in stated if (line.day.year, line.day.month, seq) == latest}
    return (values.pop() if len(values) == 1 else None), [latest[-1]]


def of_persons(indicator: Indicator, rows: Rows) -> list[int]:
    """What each person has of whom something is due."""
    due, done = Counter[str](), Counter[str]()
    for measure, sums in ((indicator.expected, due), (indicator.measure, done)):
        for _seq, line in rows[measure]:
            sums[line.subject] += line.quantity
    return [done[person] for person, quantity in due.items() if person and quantity > 0]


def the_least(indicator: Indicator, rows: Rows, asked: Asked) -> Answer:
    if indicator.over:
        return min(of_persons(indicator, rows), default=None), None
    reported = rows[indicator.measure]
    sums = [sum(line.quantity for _seq, line in reported if line.unit == unit) for unit in asked.expected(indicator)]
    return (min(sums) if reported else None), None


def of_each(indicator: Indicator, rows: Rows, _asked: Asked) -> Answer:
    records: Counter[int] = Counter()
    for seq, line in rows[indicator.measure]:
        records[seq] += line.quantity
    values = of_persons(indicator, rows) if indicator.over else list(records.values())
    return (None if not values else min(values) if min(values) == max(values) else (min(values), max(values))), None


def the_places(indicator: Indicator, rows: Rows, _asked: Asked) -> Answer:
    return tuple(sorted({line.quantity for _seq, line in rows[indicator.measure]})) or None, None


VALUES: dict[str, Callable[[Indicator, Rows, Asked], Answer]] = {
    "sum": a_sum,
    "ratio": a_ratio,
    "distinct": a_distinct,
    "stock": a_sum,
    "held": the_held,
    "last": the_last,
    "min": the_least,
    "each": of_each,
    "places": the_places,
    "mean": a_mean,
}
