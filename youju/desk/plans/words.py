"""An item and a due in words, in the language now active."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.orgs.groups import GroupSort
from youju.orgs.units import UnitKind
from youju.phrases import enumerated
from youju.plans.dues import Due
from youju.plans.items import Audience, DayType, PlanItem
from youju.plans.windows import Rhythm
from youju.records.forms.stated_form import named
from youju.records.kinds import find_measure


def audience_text(item: PlanItem) -> str:
    """Of whom it is asked."""
    if item.audience == Audience.KINDS:
        return enumerated(str(UnitKind(kind).label) for kind in item.kinds)
    if item.audience == Audience.UNITS:
        return ngettext("%d unit", "%d units", len(item.units)) % len(item.units)
    sort = str(GroupSort(item.group_sort).label)
    if item.audience == Audience.PERSONS:
        return _("each person: %s") % sort
    return _("each group: %s") % sort


def rhythm_text(item: PlanItem) -> str:
    """How often, and how much each time."""
    often = str(Rhythm(item.rhythm).label)
    if item.rhythm == Rhythm.MONTHLY and item.months:
        often = enumerated(_("month %d") % month for month in sorted(item.months))
    if item.rhythm == Rhythm.DAYS:
        often = enumerated(str(day["name"]) for day in item.days)
    return _("%(often)s, %(times)s each time") % {"often": often, "times": amount_text(item)}


def amount_text(item: PlanItem) -> str:
    measure = find_measure(item.measure)
    return f"{item.times} {measure.word if measure else ''}".strip()


def due_text(item: PlanItem) -> str:
    """By when, as a rule."""
    if not item.due_after:
        return _("on the last day of the window")
    if item.due_type == DayType.WORKING:
        return ngettext("%d working day after the window", "%d working days after the window", item.due_after) % (
            item.due_after
        )
    return ngettext("%d day after the window", "%d days after the window", item.due_after) % item.due_after


def counts_text(item: PlanItem) -> str:
    """What meets it: the measure, narrowed by its filter."""
    measure = find_measure(item.measure)
    if measure is None:
        return item.measure
    category = measure.categories.get(item.category)
    parts = [named(measure), *([named(category)] if category else []), *filter(None, (item.level, item.occasion))]
    return " · ".join(parts)


def window_text(due: Due) -> str:
    """The window as one writes it: 2025年3月, 第1季度, 清明."""
    name = due.window
    year, _dash, month = name.partition("-")
    if year.isdigit() and month.isdigit():
        return date_format(due.first, "YEAR_MONTH_FORMAT")
    if name[:4].isdigit() and name[4:5] == "Q":
        return _("quarter %(number)s of %(year)s") % {"number": name[5:], "year": name[:4]}
    if name[:4].isdigit() and name[4:5] == "H":
        return _("half-year %(number)s of %(year)s") % {"number": name[5:], "year": name[:4]}
    return _("the year %s") % name if name.isdigit() else name


def who_text(due: Due) -> str:
    """Who owes it: the unit, and the group or person in it."""
    parts = [str(due.unit), *([str(due.group)] if due.group and not due.person else [])]
    return " · ".join([*parts, *([str(due.person)] if due.person else [])])
