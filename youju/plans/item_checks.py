"""What is wrong with an item before it is kept, one sentence each."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from youju.orgs.groups import GroupSort
from youju.orgs.units import Unit, UnitKind
from youju.plans.countable import find_countable
from youju.plans.items import Audience, PlanItem
from youju.plans.windows import Rhythm
from youju.records.counting.levels import LEVEL_CODES
from youju.records.counting.measures import Measure

_CODE = re.compile(r"[a-z0-9][a-z0-9-]*")
_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
_ASKABLE = (UnitKind.COUNTY, UnitKind.OFFICE, UnitKind.TOWN, UnitKind.SCHOOL)
_MOST_DAYS = 60


def problems(item: PlanItem) -> Iterator[str]:
    """One sentence for each thing that keeps an item from being planned."""
    if not item.title.strip():
        yield _("It has no title.")
    if not _CODE.fullmatch(item.code):
        yield _("Its code takes small letters, digits and hyphens.")
    if not 1 <= item.times <= 366:
        yield _("It must be asked for at least once in each window.")
    if item.due_after > _MOST_DAYS:
        yield _("It can be due at most %(days)s days after its window.") % {"days": _MOST_DAYS}
    measure = find_countable(item.measure)
    if measure is None:
        yield _("“%(code)s” cannot be asked for in a plan.") % {"code": item.measure}
    else:
        yield from _filter(item, measure)
    yield from _audience(item)
    yield from _rhythm(item)


def _filter(item: PlanItem, measure: Measure) -> Iterator[str]:
    if item.category and item.category not in measure.categories:
        yield _("“%(measure)s” has no category “%(category)s”.") % {"measure": measure.code, "category": item.category}
    if item.level and item.level not in LEVEL_CODES:
        yield _("There is no level “%(level)s”.") % {"level": item.level}
    if item.audience == Audience.PERSONS and not {"distinct", "min", "each"} & set(measure.shapes):
        yield _("“%(measure)s” does not tell persons apart, so it cannot be asked of each of them.") % {
            "measure": measure.code,
        }  # fmt: skip


def _audience(item: PlanItem) -> Iterator[str]:
    match item.audience:
        case Audience.KINDS:
            if not item.kinds or set(item.kinds) - set(_ASKABLE):
                yield _("Choose the kinds of unit it is for.")
        case Audience.UNITS:
            known = set(Unit.objects.filter(code__in=item.units).values_list("code", flat=True))
            if not item.units or set(item.units) - known:
                yield _("Choose the units it is for.")
        case _:
            if item.group_sort not in GroupSort.values:
                yield _("Choose the sort of group it is for.")


def _rhythm(item: PlanItem) -> Iterator[str]:
    if set(item.months) - set(range(1, 13)):
        yield _("Months are numbers from 1 to 12.")
    sound = bool(item.days) and all(_DAY.fullmatch(str(each.get("day"))) for each in item.days)
    if item.rhythm == Rhythm.DAYS and not sound:
        yield _("Give each day as month and day, for instance 09-18.")
    names = [each.get("name") for each in item.days]
    if len(set(names)) < len(names) or not all(names):
        yield _("Each given day needs a name of its own.")
    if item.first and item.last and item.first > item.last:
        yield _("The first day is after the last.")
    if any(day and day.year != item.year for day in (item.first, item.last)):
        yield _("The days must lie in the year of the plan.")
