"""Every figure of the product's own definitions, against a recomputation that shares no code with the engine.

Random postings with voids, amendments and corrections; any period; any earlier size; Fractions, no SQL.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.indicators.log import UNITS, amend, declared, fact, post, void
from youju.indicators.catalogue import indicators
from youju.indicators.figures import figures
from youju.indicators.indicator import LASTING, Indicator, Shape
from youju.ledger.log import FactLine
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.records.kinds import all_measures

PARENT = {code: parent for code, _kind, parent, _opened, _closed in UNITS}
KIND = {code: kind for code, kind, *_ in UNITS}
SPAN = {code: (opened or date.min, closed or date.max) for code, *_, opened, closed in UNITS}
DAYS = st.dates(date(2023, 6, 1), date(2026, 2, 1))
COUNTS = ("distinct", "held")
PERIODS = st.sampled_from(["2024", "2025", "2025-03", "2024/2025", "2025/2026", "..2025-06-15", "..2025-09-30"])


Rows = defaultdict[str, list[tuple[int, FactLine]]]  # by measure, with the entry's seq
# A value, and the entries behind it; None stands for all that were counted.
Answer = tuple[object, list[int] | None]


class Step(NamedTuple):
    """One entry of the log as the recomputation remembers it."""

    facts: tuple[FactLine, ...]
    voids: int | None = None


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


POSTINGS = st.lists(st.tuples(st.lists(facts(), min_size=1, max_size=5), st.sampled_from("kkkvac")), max_size=25)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(POSTINGS, PERIODS, st.sampled_from(["bureau", "town-1", "school-1", "city"]), st.floats(0, 1))
def test_the_engine_agrees_with_a_recomputation(bureau: Unit, postings: list, code: str, top: str, part: float):  # type: ignore[type-arg]
    with transaction.atomic():
        steps = list(written(postings))
        size, period = round(part * len(steps)), Period.parse(code)
        for figure in figures(Unit.objects.get(code=top), period, size=size, indicators=every_indicator()).values():
            value, entries = recomputed(figure.indicator, steps[:size], top, period)
            assert (figure.indicator.code, figure.value, figure.entries) == (figure.indicator.code, value, entries)
        transaction.set_rollback(True)


def written(postings: list[tuple[list[FactLine], str]]) -> Iterator[Step]:
    """Post each; then keep it, void it, amend it, or correct it."""
    for number, (lines, fate) in enumerate(postings):
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


def recomputed(indicator: Indicator, steps: list[Step], top: str, period: Period) -> tuple[object, tuple[int, ...]]:
    """Value and entries of an indicator, straight from what was posted."""
    voided = {step.voids for step in steps}
    rows = [(seq, line) for seq, step in enumerate(steps) if seq not in voided for line in step.facts]
    rows = [(seq, line) for seq, line in rows if counts(indicator, line, top, period)]
    by_measure: Rows = defaultdict(list)
    for seq, line in rows:
        by_measure[line.measure].append((seq, line))
    value, entries = VALUES[indicator.shape](indicator, by_measure, top, period)
    scale = all_measures()[indicator.measures[0]].scale
    if scale and isinstance(value, int) and indicator.shape not in COUNTS:
        value = Decimal(value) / 10**scale
    return value, tuple(sorted(set(entries if entries is not None else [seq for seq, _line in rows])))


def counts(indicator: Indicator, line: FactLine, top: str, period: Period) -> bool:
    return (
        line.measure in indicator.measures
        and line.unit in asked_units(indicator, top, period)
        and line.day <= period.last
        and (indicator.shape in LASTING or line.day >= period.first)
        and all(
            getattr(line, name) in wanted
            for name in ("category", "level", "occasion")
            if (wanted := getattr(indicator, name))
        )
    )


def asked_units(indicator: Indicator, top: str, period: Period) -> set[str]:
    units = {code for code in KIND if reaches(code, top, period)} if indicator.scope == "subtree" else {top}
    return {code for code in units if not indicator.unit_kind or KIND[code] in indicator.unit_kind}


def reaches(code: str, top: str, period: Period) -> bool:
    here: str | None = code
    while here != top:
        if here is None or not SPAN[here][0] <= period.last < SPAN[here][1]:
            return False
        here = PARENT[here]
    return True


def total(rows: list[tuple[int, FactLine]]) -> int | None:
    return sum(line.quantity for _seq, line in rows) if rows else None


def a_sum(indicator: Indicator, rows: Rows, _top: str, _period: Period) -> Answer:
    return total(rows[indicator.measure]), None


def a_ratio(indicator: Indicator, rows: Rows, _top: str, _period: Period) -> Answer:
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


def a_distinct(indicator: Indicator, rows: Rows, _top: str, _period: Period) -> Answer:
    found = Counter(getattr(line, indicator.of) for _seq, line in rows[indicator.measure])
    return len([key for key in found if key]) or None, None


def the_held(indicator: Indicator, rows: Rows, _top: str, _period: Period) -> Answer:
    found: Counter[str] = Counter()
    for _seq, line in rows[indicator.measure]:
        found[getattr(line, indicator.of)] += line.quantity
    found.pop("", None)
    return (len([key for key, quantity in found.items() if quantity > 0]) if found else None), None


def the_last(indicator: Indicator, rows: Rows, _top: str, _period: Period) -> Answer:
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


def the_least(indicator: Indicator, rows: Rows, top: str, period: Period) -> Answer:
    if indicator.over:
        return min(of_persons(indicator, rows), default=None), None
    reported = rows[indicator.measure]
    sums = [
        sum(line.quantity for _seq, line in reported if line.unit == unit)
        for unit in asked_units(indicator, top, period)
    ]
    return (min(sums) if reported else None), None


def of_each(indicator: Indicator, rows: Rows, _top: str, _period: Period) -> Answer:
    records: Counter[int] = Counter()
    for seq, line in rows[indicator.measure]:
        records[seq] += line.quantity
    values = of_persons(indicator, rows) if indicator.over else list(records.values())
    return (None if not values else min(values) if min(values) == max(values) else (min(values), max(values))), None


def the_places(indicator: Indicator, rows: Rows, _top: str, _period: Period) -> Answer:
    return tuple(sorted({line.quantity for _seq, line in rows[indicator.measure]})) or None, None


VALUES: dict[str, Callable[[Indicator, Rows, str, Period], Answer]] = {
    "sum": a_sum,
    "ratio": a_ratio,
    "distinct": a_distinct,
    "stock": a_sum,
    "held": the_held,
    "last": the_last,
    "min": the_least,
    "each": of_each,
    "places": the_places,
}
