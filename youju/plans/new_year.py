"""New year: last year's items in force as drafts of the next, looked at first, approved like any other."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction

from youju.lib.periods import yyyymm
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.tree import standing
from youju.plans.errors import NothingToCopy
from youju.plans.item_verbs import item_draft
from youju.plans.items import ItemState, PlanItem


class Copied(NamedTuple):
    """What one item would become. closed: codes of named units that are closed by then and left out.

    whole: whether it can be copied at all; not where every unit named is closed.
    """

    item: PlanItem
    values: dict[str, Any]
    closed: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return self.item.audience != "units" or bool(self.values["units"])


def year_copied(year: int, sections: Sequence[str]) -> list[Copied]:
    """What the next year would have of a year's items in force, without those that it has already."""
    there = set(PlanItem.objects.filter(year=year + 1).exclude(state=ItemState.REPLACED).values_list("code", flat=True))
    open_units = set(standing(yyyymm(date(year + 1, 1, 1))))
    items = PlanItem.objects.filter(year=year, state=ItemState.APPROVED, section__in=sections).select_related("owner")
    return [_copied(item, open_units) for item in items if item.code not in there]


@transaction.atomic
def year_begin(*, year: int, sections: Sequence[str], actor: Member) -> list[PlanItem]:
    """Draft the next year's plan from that of ``year``. What is left out is told by ``year_copied``.

    Days move with the calendar when the dues are made. Raises NothingToCopy, NotAllowed.
    """
    rows = [row for row in year_copied(year, sections) if row.whole]
    if not rows:
        raise NothingToCopy(year=year)
    drafts = [item_draft(values=row.values, actor=actor) for row in rows]
    audit.write(actor=actor, action="plan.new-year", target=str(year + 1), items=[draft.ref for draft in drafts])
    return drafts


def _copied(item: PlanItem, open_units: set[str]) -> Copied:
    closed = tuple(code for code in item.units if code not in open_units)
    values = item.fields | {
        "year": item.year + 1,
        "units": [code for code in item.units if code in open_units],
        "first": _next_year(item.first),
        "last": _next_year(item.last),
    }
    if not values["owner"].is_active:
        values["owner"] = item.approver
    return Copied(item, values, closed)


def _next_year(day: date | None) -> date | None:
    if day is None:
        return None
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28) if leap else day.replace(year=day.year + 1)
