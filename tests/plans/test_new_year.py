"""A new year: last year's items as drafts; closed units stay closed; days move with the calendar."""

from datetime import date

import pytest

from tests.plans.made import approved, draft, on
from youju.orgs.calendar import DayRule
from youju.orgs.tree_verbs import unit_close
from youju.plans.errors import NothingToCopy
from youju.plans.item_verbs import items_approve
from youju.plans.items import ItemState, PlanItem
from youju.plans.new_year import year_begin, year_copied

pytestmark = pytest.mark.django_db

ALL = ["study", "activities", "volunteering"]


def test_items_in_force_become_drafts_of_the_next_year(cast):
    item = approved(cast, audience="units", units=[cast.hill.code, cast.lake.code])
    once = approved(cast, code="once", rhythm="once", first=date(2025, 2, 1), last=date(2025, 3, 1))
    draft(cast, code="never-approved")
    unit_close(unit=cast.lake, month=date(2025, 9, 1), actor=cast.eve, reason="并校")
    told = {row.item.code: row for row in year_copied(2025, ALL)}
    assert told["visits"].closed == (cast.lake.code,) and told.keys() == {"visits", "once"}
    assert not PlanItem.objects.filter(year=2026).exists()
    drafts = year_begin(year=2025, sections=ALL, actor=cast.frank)
    assert {(each.code, each.state) for each in drafts} == {("visits", ItemState.DRAFT), ("once", ItemState.DRAFT)}
    assert next(each for each in drafts if each.code == "visits").units == [cast.hill.code]
    copied = next(each for each in drafts if each.code == "once")
    assert (copied.first, copied.last, copied.title) == (date(2026, 2, 1), date(2026, 3, 1), once.title)
    assert item.year == 2025
    with pytest.raises(NothingToCopy):
        year_begin(year=2025, sections=ALL, actor=cast.frank)


def test_other_sections_are_left_alone(cast):
    approved(cast)
    assert year_copied(2025, ["study"]) == []


def test_a_day_that_moves_is_where_the_next_years_calendar_has_it(cast):
    for year, day in ((2025, 4), (2026, 5)):
        DayRule.objects.create(date=date(year, 4, day), work=False, name="清明节", source="")
    days = [{"name": "清明", "day": "04-05", "follows": "清明节"}]
    with on(date(2025, 1, 10)):
        approved(cast, rhythm="days", days=days, before=0, after=0, due_after=0)
        drafts = year_begin(year=2025, sections=ALL, actor=cast.alice)
        items_approve(items=drafts, actor=cast.frank)
    assert {due.first for due in drafts[0].dues.all()} == {date(2026, 4, 5)}
