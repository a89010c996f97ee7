"""The figures page, and the page on which one figure opens: value, definition, counts, records."""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from youju.desk import charts
from youju.desk.behind import refs_behind, shares
from youju.desk.figure_groups import Group, group_of, in_order
from youju.desk.pages import listed
from youju.desk.scope import member_of, newest_year, period_for, unit_for, units_for
from youju.desk.wording import figure_text, length
from youju.errors import NotFound
from youju.indicators.breakdown import by_month
from youju.indicators.display import is_rank, noted, printed_value
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.ledger import log
from youju.lib.periods import Period
from youju.orgs.tree import find_unit
from youju.orgs.units import Unit
from youju.records.access import heads_for

_DRAWINGS_KEPT = 32


class Line(NamedTuple):
    """One figure of a list, beside the one of the year before."""

    figure: Figure
    text: str
    before: Figure
    before_text: str
    bar: SafeString


class Drawn(NamedTuple):
    """The figures page without what belongs to its reader."""

    headings: list[tuple[str, str]]
    html: SafeString
    hidden: int


def lines_of(unit: Unit, period: Period) -> list[Line]:
    """Every figure of the unit and period with last year's, in the order of the definitions."""
    now, before = figures(unit, period), figures(unit, _year_before(period))
    return [_line(figure, before[code]) for code, figure in now.items()]


@require_GET
def figures_page(request: HttpRequest) -> HttpResponse:
    """All figures of a unit and a period, under the headings of the summary."""
    member = member_of(request)
    unit, period = unit_for(member, request.GET.get("unit", "")), period_for(request.GET.get("period", ""))
    size, newest = log.size(), newest_year()
    drawn = _drawn(unit.code, period, "empty" in request.GET, size, log.root(size), _tree(), get_language() or "")
    context = {
        "drawn": drawn,
        "unit": unit,
        "period": period,
        "before": _year_before(period),
        "units": units_for(member, period.last),
        "years": [newest - back for back in range(3)],
    }
    return render(request, "desk/figures.html", context)


@require_GET
def figure_page(request: HttpRequest, code: str) -> HttpResponse:
    """One figure, opened. With ?by= or ?month= the records behind it are those of one unit or month."""
    member = member_of(request)
    unit, period = unit_for(member, request.GET.get("unit", "")), period_for(request.GET.get("period", ""))
    found = figures(unit, period)
    if code not in found:
        raise NotFound()
    figure = found[code]
    by, month = request.GET.get("by", ""), request.GET.get("month", "")
    shown = listed(request, refs_behind(figure, unit=by, month=month))
    records = heads_for(member, list(shown["page"].object_list))
    parts, months = shares(figure), _months(request, figure)
    context = shown | {
        "indicator": figure.indicator,
        "line": _line(figure, figures(unit, _year_before(period))[code]),
        "note": noted(figure),
        "unit": unit,
        "period": period,
        "records": records,
        "hidden": len(shown["page"].object_list) - len(records),
        "shares": parts,
        "by": next((share.name for share in parts if share.code == by), by),
        "month": month,
        "months": months,
        "top": max((bar.value for bar in months), default=0),
    }
    return render(request, "desk/figure.html", context)


@lru_cache(maxsize=_DRAWINGS_KEPT)
def _drawn(
    unit: str, period: Period, empty_too: bool, size: int, root: bytes, tree: tuple[object, ...], language: str
) -> Drawn:
    """The groups of figures as HTML. All that they depend on is asked for by the arguments, so they may be kept."""
    grouped: dict[Group, list[Line]] = defaultdict(list)
    lines = lines_of(find_unit(unit), period)
    shown = [line for line in lines if empty_too or _reported(line)]
    for line in shown:
        grouped[group_of(line.figure.indicator)].append(line)
    groups = [(group, grouped[group]) for group in in_order(grouped)]
    html = render_to_string("desk/figure_groups.html", {"groups": groups, "period": period})
    return Drawn([(group.anchor, str(group.label)) for group, _lines in groups], html, len(lines) - len(shown))


def _tree() -> tuple[object, ...]:
    """The units as they stand: what a subtree and its kinds are read from."""
    return tuple(Unit.objects.order_by("pk").values_list("pk", "code", "kind", "parent_id", "opened", "closed"))


def _line(figure: Figure, before: Figure) -> Line:
    # A place is better the smaller it is: its bar would say the opposite.
    ranks = is_rank(figure.indicator)
    bar = SafeString() if ranks else charts.year_bars(length(figure.value), length(before.value))
    return Line(figure, figure_text(figure), before, figure_text(before), bar)


def _reported(line: Line) -> bool:
    return line.figure.value is not None or line.before.value is not None


def _year_before(period: Period) -> Period:
    if period.kind != "month":
        return period.previous()
    return Period.month(period.first.year - 1, period.first.month)


def _months(request: HttpRequest, figure: Figure) -> list[charts.Bar]:
    """Bars of the months, where months can be compared by length; none where the figure is a set of places."""
    if is_rank(figure.indicator):
        return []
    return [
        charts.Bar(
            str(part.key % 100),
            length(part.value) or 0,
            printed_value(figure.indicator, part.value),
            _narrowed(request, part.key),
        )
        for part in by_month(figure)
    ]


def _narrowed(request: HttpRequest, month: int) -> str:
    """The address of this page with the records of one month."""
    query = request.GET.copy()
    query.pop("page", None)
    query["month"] = str(month)
    return f"?{query.urlencode()}#records"
