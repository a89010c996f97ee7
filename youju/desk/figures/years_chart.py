"""A figure over the years, and how many of the units below have told anything behind it."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from youju.desk.figures.charts import Bar
from youju.desk.figures.wording import length
from youju.indicators import catalogue
from youju.indicators.alike import comparable
from youju.indicators.display import is_rank, printed_value
from youju.indicators.figure import Figure
from youju.indicators.figures import answers
from youju.indicators.years import years_with_facts
from youju.lib.periods import Period, yyyymm
from youju.lib.rounding import percent
from youju.orgs.tree import below
from youju.orgs.units import Unit, UnitKind

_YEARS = 6


class Reporting(NamedTuple):
    """told: schools with something behind the figure; schools: all that stand below the unit; rate in percent."""

    told: int
    schools: int
    rate: str


def year_bars_of(figure: Figure, unit: Unit, *, current_tree: bool = False) -> list[Bar]:
    """The last years with facts, oldest first; none for places, and for a period that is no year.

    A year that cannot be compared with the figure's own is left out.
    """
    if figure.period.kind != "year" or is_rank(figure.indicator):
        return []
    years = sorted(year for year in years_with_facts() if year <= figure.period.first.year)[-_YEARS:]
    # The declared ones are asked together and kept; a cell is asked by itself.
    alone = None if figure.indicator.code in catalogue.indicators() else [figure.indicator]
    bars = []
    for year in years:
        period = Period.year(year)
        then = answers(unit, period, indicators=alone, current_tree=current_tree).figure(figure.indicator)
        if not comparable(figure, then):
            continue
        value = then.value
        query = urlencode({"unit": unit.code, "period": period.code} | ({"tree": "current"} if current_tree else {}))
        address = f"{reverse('figure', args=[figure.indicator.code])}?{query}"
        bars.append(Bar(str(year), length(value) or 0, printed_value(figure.indicator, value), address))
    return bars


def reporting(figure: Figure, unit: Unit, codes: list[str]) -> Reporting | None:
    """codes: of the units behind the figure. None where no school below told anything: it is not asked of them."""
    standing = below(unit, yyyymm(figure.period.last))
    schools = set(Unit.objects.filter(code__in=standing, kind=UnitKind.SCHOOL).values_list("code", flat=True))
    told = len(schools & set(codes))
    if schools <= {unit.code} or not told:
        return None
    return Reporting(told, len(schools), f"{percent(told, len(schools), 1)}%")
