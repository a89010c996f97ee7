"""A figure month by month, this year beside the last: what is drawn, and the table behind it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from youju.desk.figures import charts
from youju.desk.figures.charts import Bar, Pair
from youju.desk.figures.lines import Line
from youju.desk.figures.wording import length
from youju.indicators.breakdown import Part, by_month
from youju.indicators.display import is_rank, printed_value
from youju.lib.sheets import Column, Scalar

LEAST = 2
"""In how many months something must have been told for a plot to say more than the figure does."""


class MonthPlot(NamedTuple):
    """A figure's months. values: this year's and last year's of each; query: what asks for its page and its files."""

    line: Line
    months: list[Pair]
    values: list[tuple[Scalar | Decimal, Scalar | Decimal]]
    query: str

    @property
    def name(self) -> str:
        return str(self.line.figure.indicator.name)

    @property
    def chart(self) -> SafeString:
        return charts.pairs(self.months, title=_("%(figure)s by month") % {"figure": self.name})

    @property
    def tells_more(self) -> bool:
        return sum(1 for pair in self.months if pair.now.value) >= LEAST

    def columns(self) -> list[Column]:
        """Of the table behind it, as a file."""
        years = (self.line.figure.period, self.line.before.period)
        return [Column("month", _("month")), *(Column(f"y{period.code}", period.code) for period in years)]

    def rows(self) -> Iterable[tuple[Scalar | Decimal, ...]]:
        return ((int(pair.now.label), *values) for pair, values in zip(self.months, self.values, strict=True))


def month_plot(line: Line, *, current_tree: bool = False) -> MonthPlot | None:
    """None for places, which no length compares, and for a period of one month."""
    figure = line.figure
    if is_rank(figure.indicator) or len(tuple(figure.period.every_month)) < LEAST:
        return None
    asked = {"unit": figure.unit, "period": figure.period.code} | ({"tree": "current"} if current_tree else {})
    query = urlencode(asked)
    last = {part.key % 100: part for part in by_month(line.before)} if line.alike else {}
    parts = [(part, last.get(part.key % 100)) for part in by_month(figure)]
    months = [Pair(_bar(now, query), _bar(before, query) if before else None) for now, before in parts]
    values = [(_number(now), _number(before)) for now, before in parts]
    return MonthPlot(line, months, values, query)


def _number(part: Part[int] | None) -> Scalar | Decimal:
    return part.value if part and isinstance(part.value, int | Decimal) else None


def _bar(part: Part[int], query: str) -> Bar:
    """The records of a month open on the page of the figure."""
    indicator = part.figure.indicator
    address = f"{reverse('figure', args=[indicator.code])}?{query}&month={part.key}#records"
    return Bar(str(part.key % 100), length(part.value) or 0, printed_value(indicator, part.value), address)
