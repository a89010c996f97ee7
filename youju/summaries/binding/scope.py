"""Of whom and when a token's figure is, where it is not the document's own unit and period."""

import re

from django.utils.translation import gettext as _

from youju.lib.periods import YEARS, Period
from youju.orgs.tree import subtree
from youju.orgs.units import Unit
from youju.summaries.binding.unprintable import Unprintable

_BEFORE = re.compile(r"-([1-9])")
_MONTH = re.compile(r"(\.\.)?(0[1-9]|1[0-2])")


def period_of(asked: str, base: Period) -> Period:
    """The period that a token asks for. Raises Unprintable.

    -1 is the one a year before the document's, 03 the third month of its year, ..09 its year up to September; anything
    else is a period's own code. base: the document's.
    """
    if found := _BEFORE.fullmatch(asked):
        return _earlier(base, int(found[1]))
    if found := _MONTH.fullmatch(asked):
        month = Period.month(base.last.year, int(found[2]))
        return Period.to_date(month.last) if found[1] else month
    try:
        return Period.parse(asked) if asked else base
    except ValueError:
        raise Unprintable(
            _("“%(asked)s” is no period. Write @2024, @2024-03, @2023/2024, @-1 for the year before, or @03 for March.")
            % {"asked": asked}
        ) from None


def written_period(period: Period, base: Period) -> str:
    """How a token asks for a period so that it moves with the document; "" for the document's own."""
    if period == base:
        return ""
    if period.kind == base.kind and (years := base.first.year - period.first.year) in range(1, 10):
        return f"-{years}" if year_before(base, years) == period else period.code
    if period.first.year != base.last.year or base.kind not in ("year", "to-date"):
        return period.code
    if period.kind == "month":
        return f"{period.first.month:02d}"
    return f"..{period.last.month:02d}" if period.kind == "to-date" and period.whole_months else period.code


def year_before(period: Period, years: int = 1) -> Period:
    """The same span so many years earlier; of a month the same month."""
    if period.kind == "month":
        return Period.month(period.first.year - years, period.first.month)
    for _step in range(years):
        period = period.previous()
    return period


def unit_below(code: str, unit: Unit, period: Period) -> Unit:
    """The unit of this code, which is the document's or stands below it. Raises Unprintable."""
    if not code or code == unit.code:
        return unit
    found = Unit.objects.filter(code=code).first() if code in subtree(unit, period).codes else None
    if found is None:
        raise Unprintable(_("“%(code)s” is no unit of %(unit)s in this period.") % {"code": code, "unit": unit.name})
    return found


def _earlier(base: Period, years: int) -> Period:
    if base.first.year - years not in YEARS:
        raise Unprintable(_("There is no year that early."))
    return year_before(base, years)
