"""A small bureau, and postings to its ledger, for tests of figures."""

from datetime import date
from typing import Any

from django.db import transaction

from tests.orgs.plant import plant
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.indicators.indicator import Card, Indicator, Shape, Text
from youju.ledger import log
from youju.ledger.log import Entry, FactLine, Posting
from youju.lib.periods import Period
from youju.orgs.units import Unit

DAY = date(2025, 3, 7)
YEAR = Period.year(2025)
CARD = Card(*(Text("口径", "definition") for _ in range(5)))

# code, kind, parent, since, until
UNITS = (
    ("city", "city", None, None, None),
    ("bureau", "county", "city", None, None),
    ("office", "office", "bureau", None, None),
    ("town-1", "town", "bureau", None, None),
    ("town-2", "town", "bureau", None, None),
    ("school-1", "school", "town-1", None, None),
    ("school-2", "school", "town-1", None, None),
    ("school-3", "school", "bureau", None, date(2025, 7, 1)),
    ("school-4", "school", "bureau", date(2025, 9, 1), None),
)


def build_units() -> Unit:
    """Create the tree of UNITS and return the bureau."""
    made: dict[str | None, Unit | None] = {None: None}
    for code, kind, parent, since, until in UNITS:
        made[code] = plant(code, kind, parent=made[parent], since=since, until=until)
    return Unit.objects.get(code="bureau")


def fact(measure: str, quantity: int = 1, unit: str = "school-1", day: date = DAY, **dimensions: str) -> FactLine:
    return FactLine(unit, day, measure, quantity, **dimensions)


def post(ref: str, *facts: FactLine) -> Entry:
    with transaction.atomic():
        return log.post(Posting(ref, "verified", "school-1", "bob", facts, bytes(32)))


def void(ref: str) -> Entry:
    with transaction.atomic():
        return log.void(ref=ref, milestone="verified", actor="alice")


def amend(ref: str) -> Entry:
    with transaction.atomic():
        return log.amend(ref=ref, milestone="verified", actor="alice", commitment=bytes(32))


def declared(shape: Shape, measure: str = "", **fields: Any) -> Indicator:
    """An indicator of a test, over a measure that the product declares."""
    for name in {"part", "whole"} & fields.keys():
        fields[name] = (fields[name],) if isinstance(fields[name], str) else fields[name]
    return Indicator("test", Text("测试", "test"), shape, CARD, **{"scope": "subtree", "measure": measure} | fields)


def asked(indicator: Indicator, unit: Unit, period: Period = YEAR, size: int | None = None) -> Figure:
    return figures(unit, period, size=size, indicators=[indicator])["test"]
