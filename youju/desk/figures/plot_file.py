"""A figure's months to take along: the plot as SVG, the table behind it as CSV."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from youju.desk.figures import charts
from youju.desk.figures.cell_figures import figures_with
from youju.desk.figures.lines import line_of, year_before
from youju.desk.figures.month_plots import month_plot
from youju.desk.scope import is_current_tree, member_of, period_for, unit_for
from youju.errors import NotFound
from youju.lib.sheets import write_csv
from youju.records.opening.posted import opening_posts

_TYPES = {"svg": "image/svg+xml", "csv": "text/csv; charset=utf-8"}


@require_GET
def plot_file(request: HttpRequest, code: str, ending: str) -> HttpResponse:
    """ending: svg or csv. Raises NotFound for another one, and for a figure that has no plot."""
    unit, (period, _wrong) = unit_for(member_of(request), request.GET.get("unit", "")), period_for(request)
    current = is_current_tree(request)
    now, before = (figures_with(code, unit, when, current_tree=current)[code] for when in (period, year_before(period)))
    plot = month_plot(line_of(now, before, opening_posts()), current_tree=current)
    if plot is None or ending not in _TYPES:
        raise NotFound()
    body = charts.standalone(plot.chart) if ending == "svg" else b"".join(write_csv(plot.columns(), plot.rows()))
    answer = HttpResponse(body, content_type=_TYPES[ending])
    name = f"{plot.name}-{unit.short_name or unit.name}-{period.code}.{ending}".replace("/", "-")
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
