"""The periods to choose among: years, school years, and the months of the year that is open."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.indicators.years import years_with_facts
from youju.lib import clock
from youju.lib.periods import Period


class Choice(NamedTuple):
    code: str
    label: str


class Choices(NamedTuple):
    label: str
    choices: list[Choice]


def period_choices(period: Period) -> list[Choices]:
    """The choices under their headings, newest first; the period that is open is always among them."""
    years = sorted({*years_with_facts(), period.last.year}, reverse=True)
    begins = sorted({year + back for year in years for back in (-1, 0)}, reverse=True)
    offered = {
        _("Years"): [Period.year(year) for year in years],
        _("School years"): [Period.school_year(year) for year in begins],
        _("Months of %d") % period.last.year: [Period.month(period.last.year, month) for month in range(1, 13)],
    }
    if period.kind == "to-date":
        offered = {_("Up to a day"): [period]} | offered
    today = clock.today()
    return [
        Choices(label, [Choice(each.code, period_name(each)) for each in periods if each.first <= today])
        for label, periods in offered.items()
    ]


def period_name(period: Period) -> str:
    """A period as people say it."""
    year = period.first.year
    if period.kind == "month":
        return _("%(month)d/%(year)d") % {"year": year, "month": period.first.month}
    if period.kind == "school-year":
        return _("school year %(from)d–%(to)d") % {"from": year, "to": year + 1}
    if period.kind == "to-date":
        return _("%(year)d up to %(day)s") % {"year": year, "day": period.last.isoformat()}
    return _("the year %d") % year
