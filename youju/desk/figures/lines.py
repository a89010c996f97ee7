"""A figure as a line of a list: in print, beside the one of the year before."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from youju.desk.figures import charts
from youju.desk.figures.wording import change_text, figure_text, length
from youju.indicators.alike import comparable
from youju.indicators.beside import beside_text
from youju.indicators.display import in_hours, is_percent, is_rank
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.indicators.indicator import Indicator
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.records.opening.posted import opening_posts


class Line(NamedTuple):
    """One figure of a list, beside the one of the year before. openings: how many opening figures are behind it,
    and openings_before behind the other.

    alike: whether the two may be compared. beside: what must stand next to it, in words.
    """

    figure: Figure
    text: str
    before: Figure
    before_text: str
    bar: SafeString
    openings: int
    change: str
    alike: bool = True
    beside: str = ""
    openings_before: int = 0


def lines_of(
    unit: Unit, period: Period, *, current_tree: bool = False, which: Callable[[Indicator], bool] = lambda _each: True
) -> list[Line]:
    """Every figure of the unit and period with last year's, in the order of the definitions.

    current_tree: both regrouped by the units as they are now. which: of which indicators lines are asked for.
    """
    posts = opening_posts()
    now, before = (figures(unit, when, current_tree=current_tree) for when in (period, year_before(period)))
    return [line_of(each, before[code], posts, now) for code, each in now.items() if which(each.indicator)]


def line_of(
    figure: Figure,
    before: Figure,
    posts: Mapping[str, frozenset[int]],
    known: Mapping[str, Figure] = MappingProxyType({}),
) -> Line:
    """One line. before: the same indicator's figure of the year before; posts: as of ``opening_posts``; known: the
    figures of the same unit and period, by code, among which those are that stand beside it.
    """
    # A place is better the smaller it is: its bar would say the opposite.
    ranks = is_rank(figure.indicator)
    whole = 100 if is_percent(figure.indicator) else 0
    alike = comparable(figure, before)
    then = length(before.value) if alike else None
    bar = SafeString() if ranks else charts.year_bars(length(figure.value), then, whole=whole)
    return Line(
        figure,
        figure_text(figure),
        before,
        figure_text(before) if alike else _("asked otherwise, not compared"),
        bar,
        _openings(figure, posts),
        change_text(figure, before) if alike else "",
        alike,
        " · ".join(filter(None, (in_hours(figure), beside_text(figure, known)))),
        _openings(before, posts),
    )


def _openings(figure: Figure, posts: Mapping[str, frozenset[int]]) -> int:
    """How many opening figures are behind a figure; its entries are asked for only where there may be any."""
    found: frozenset[int] = frozenset().union(*(posts.get(code, frozenset()) for code in figure.indicator.measures))
    return len(found.intersection(figure.entries)) if found else 0


def year_before(period: Period) -> Period:
    """The same stretch of the year before: a month's month, not the month before it."""
    if period.kind != "month":
        return period.previous()
    return Period.month(period.first.year - 1, period.first.month)
