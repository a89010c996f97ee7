"""A section of the year on one page: its figures month by month, and the way to its lists and forms."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from youju.desk.figures.lines import Line, lines_of, year_before
from youju.desk.figures.month_plots import MonthPlot, month_plot
from youju.desk.figures.period_choices import period_choices, period_name
from youju.desk.scope import is_current_tree, keep_year, member_of, period_for, unit_for, units_for
from youju.errors import NotFound
from youju.orgs.members import Member
from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.kinds import kinds
from youju.records.rights import sections_of, units_to_record_for


class Way(NamedTuple):
    label: str
    url: str


@require_GET
def section_page(request: HttpRequest, section: str) -> HttpResponse:
    """Raises NotFound for what is no section."""
    if section not in Section.values:
        raise NotFound()
    member = member_of(request)
    unit = unit_for(member, request.GET.get("unit", ""))
    period, wrong = period_for(request)
    keep_year(request, period)
    current = is_current_tree(request)
    every = lines_of(unit, period, current_tree=current, which=lambda indicator: indicator.section == section)
    lines = [line for line in every if _is_reported(line)]
    plots, rest = _plotted(lines, current_tree=current)
    context = {
        "section": Section(section),
        "sections": list(Section),
        "plots": plots,
        "rest": rest,
        "ways": _ways(member, Section(section)),
        "may_add": units_to_record_for(member, section).exists(),
        "unit": unit,
        "units": units_for(member, period.last),
        "period": period,
        "before": year_before(period),
        "periods": period_choices(period),
        "period_name": period_name(period),
        "current": current,
        "wrong": wrong,
    }
    return render(request, "desk/figures/section.html", context, status=422 if wrong else 200)


def _is_reported(line: Line) -> bool:
    return line.figure.value is not None or line.before.value is not None


def _plotted(lines: list[Line], *, current_tree: bool) -> tuple[list[MonthPlot], list[Line]]:
    """What is drawn, the main figures first; and the lines of which a plot would say no more than the figure."""
    plots = {line.figure.indicator.code: month_plot(line, current_tree=current_tree) for line in lines}
    drawn = [plot for plot in plots.values() if plot is not None and plot.tells_more]
    codes = {plot.line.figure.indicator.code for plot in drawn}
    rest = [line for line in lines if line.figure.indicator.code not in codes]
    return sorted(drawn, key=lambda plot: not plot.line.figure.indicator.main), rest


def _ways(member: Member, section: Section) -> list[Way]:
    """The lists of the section that are open to the member."""
    if section not in sections_of(member):
        return []
    own = [kind for kind in kinds() if kind.section == section]
    records = [Way(str(section.label), reverse("record-list", args=[section]))] if own else []
    running = [kind for kind in own if isinstance(kind, CaseKind) and kind.own_section]
    return records + [Way(str(kind.label), reverse("cases-of", args=[kind.code])) for kind in running]
