"""What was in time and what is solved: by unit, and by month. Never how much was said, and never a rank."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from youju.desk.scope import asked_year, member_of, unit_for
from youju.duty.assessments import Assessed, Task, by_month, by_unit, newest_year, task_of
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.settings import setting
from youju.orgs.tree import reach
from youju.orgs.units import Unit

_NAMES = {
    "inquiries": gettext_lazy("Inquiries of the public"),
    "incidents": gettext_lazy("Incidents"),
    "followups": gettext_lazy("Follow-ups"),
}


class Table(NamedTuple):
    id: str
    heading: str
    first: str
    rows: list[tuple[str, Assessed]]


@require_GET
def assessment(request: HttpRequest) -> HttpResponse:
    """Of ``?task=`` and ``?year=``, within what the member has to do with: else the newest year that has any.

    Raises NotAllowed as ``unit_for``.
    """
    unit, task = unit_for(member_of(request)), task_of(request.GET.get("task", ""))
    year = asked_year(request) or _newest(unit, task)
    below = _below(unit, year)
    codes = [each.code for each in below]
    units, months = by_unit(task, codes, year), by_month(task, codes, year)
    rows = [(str(each), units[each.code]) for each in below if each.code in units]
    context = {
        "task": task,
        "tasks": list(_NAMES.items()),
        "year": year,
        "this_year": clock.today().year,
        "least": setting("assessment_least"),
        "tables": [
            Table("by-unit", _("By unit"), _("Unit"), rows),
            Table("by-month", _("By month"), _("Month"), _in_order(year, months)),
        ],
    }
    return render(request, "desk/mechanisms/assessment.html", context)


def _newest(unit: Unit, task: Task) -> int:
    return newest_year(task, [each.code for each in _below(unit, clock.today().year)])


def _below(unit: Unit, year: int) -> list[Unit]:
    last = Period.year(year).months[1]
    return list(Unit.objects.filter(pk__in=reach({unit.pk}, last)).order_by("kind", "code"))


def _in_order(year: int, months: dict[str, Assessed]) -> list[tuple[str, Assessed]]:
    return [(f"{year}-{month:02}", months[str(month)]) for month in range(1, 13) if str(month) in months]
