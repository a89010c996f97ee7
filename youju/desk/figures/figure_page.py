"""The page on which one figure opens: value, definition, counts, records."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.figures import charts
from youju.desk.figures.cell_figures import figures_with
from youju.desk.figures.figure_records import listing_for, refs_behind, shares
from youju.desk.figures.lines import line_of, year_before
from youju.desk.figures.period_choices import period_name
from youju.desk.figures.wording import figure_text, length
from youju.desk.figures.years_chart import reporting, year_bars_of
from youju.desk.pages import listed
from youju.desk.scope import is_current_tree, member_of, period_for, unit_for
from youju.indicators.breakdown import by_month
from youju.indicators.display import in_hours, is_rank, noted, printed_value
from youju.indicators.figure import Figure
from youju.indicators.internal import RULE, is_internal
from youju.records.opening.posted import opening_posts
from youju.records.reading.access import heads_for
from youju.summaries.objecting.objections import objections_to


@require_GET
def figure_page(request: HttpRequest, code: str) -> HttpResponse:
    """One figure, opened. With ?by= or ?month= the records behind it are those of one unit or month."""
    member = member_of(request)
    unit = unit_for(member, request.GET.get("unit", ""))
    period, wrong = period_for(request)
    current = is_current_tree(request)
    found = figures_with(code, unit, period, current_tree=current)
    figure, before = found[code], figures_with(code, unit, year_before(period), current_tree=current)[code]
    by, month = request.GET.get("by", ""), request.GET.get("month", "")
    listing = listing_for(member, refs_behind(figure, unit=by, month=month))
    shown = listed(request, listing.refs)
    records = heads_for(member, list(shown["page"].object_list))
    parts, months = shares(figure), _months(request, figure)
    context = shown | {
        "indicator": figure.indicator,
        "line": line_of(figure, before, opening_posts()),
        "hours": in_hours(figure),
        "note": noted(figure),
        "internal": RULE if is_internal(figure.indicator) else "",
        "beside": [(found[code], figure_text(found[code])) for code in figure.indicator.beside if code in found],
        "objections": objections_to(figure, member),
        "unit": unit,
        "current": current,
        "period": period,
        "wrong": wrong,
        "period_name": period_name(period),
        "records": records,
        "hidden": len(shown["page"].object_list) - len(records),
        "unlisted": listing.unlisted,
        "shares": parts,
        "by": next((share.name for share in parts if share.code == by), by),
        "month": month,
        "months": months,
        "years": year_bars_of(figure, unit, current_tree=current),
        "reporting": reporting(figure, unit, [share.code for share in parts]),
        "top": max((bar.value for bar in months), default=0),
    }
    return render(request, "desk/figures/figure.html", context, status=422 if wrong else 200)


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
