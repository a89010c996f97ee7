"""Plans for tests: visits are asked of schools, and bob makes them."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from tests.records.cast import verified, visits
from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.plans.dues import Due
from youju.plans.item_verbs import item_draft, items_approve
from youju.plans.items import PlanItem
from youju.records.heads.record import Record


def draft(cast: SimpleNamespace, **values: Any) -> PlanItem:
    given = {
        "code": "visits", "year": 2025, "section": "volunteering", "title": "走访农户", "audience": "kinds",
        "kinds": ["school"], "rhythm": "monthly", "months": [3, 4], "measure": "building.places",
        "owner": cast.alice,
    }  # fmt: skip
    return item_draft(values=given | values, actor=cast.alice)


def approved(cast: SimpleNamespace, **values: Any) -> PlanItem:
    item = draft(cast, **values)
    items_approve(items=[item], actor=cast.frank)
    return item


def on(day: date) -> Any:
    """At noon of a day at the office."""
    return clock.at(datetime(day.year, day.month, day.day, 4, tzinfo=UTC))


def visited(
    cast: SimpleNamespace, day: date, *, by: Member | None = None, unit: Unit | None = None, n: int = 17
) -> Record:
    """A verified visit of a school on a day, handed in the next day and verified the day after that."""
    by = by or cast.bob
    with on(day + timedelta(1)):
        record = visits(by, unit or cast.hill, n, happened=day, late_reason="", sort="building.places")
        return verified(record, by, cast.alice)


def due_of(item: PlanItem, unit: Unit, window: str) -> Due:
    return Due.objects.select_related("item", "unit", "group", "person").get(item=item, unit=unit, window=window)
