"""A year that has no plan yet: what its pages say in place of nothing, and what the first screen says of it."""

from typing import NamedTuple

from django.db.models import QuerySet

from youju.orgs.members import Member
from youju.plans.access import items_for, sections_to_draft
from youju.plans.items import ItemState, PlanItem


class MissingPlan(NamedTuple):
    """before: the year before, where that has a plan, else empty; both as they stand in an address."""

    year: str
    before: str
    may_draft: bool


def missing_plan(member: Member, year: int) -> MissingPlan | None:
    """None where the member may see an item of the year, also one that waits to be approved."""
    years = _years(items_for(member), year)
    if year in years:
        return None
    return MissingPlan(str(year), str(year - 1) if year - 1 in years else "", bool(sections_to_draft(member)))


def plan_to_come(member: Member, year: int) -> MissingPlan | None:
    """The same for the first screen: only where the bureau had a plan of the year before."""
    years = _years(PlanItem.objects.all(), year)
    return missing_plan(member, year) if year - 1 in years and year not in years else None


def _years(items: "QuerySet[PlanItem]", year: int) -> set[int]:
    """Which of a year and the one before have items, approved or waiting for it."""
    kept = items.filter(year__in=(year, year - 1), state__in=(ItemState.APPROVED, ItemState.DRAFT))
    return set(kept.order_by().values_list("year", flat=True).distinct())
