"""What must be seen to once a year."""

from datetime import date

from django.utils.translation import gettext as _

from youju.orgs.calendar import is_announced

_DECEMBER = 12


def unannounced_years(day: date) -> list[str]:
    """Next year, in December, while its days off are not in the calendar."""
    return [str(day.year + 1)] if day.month == _DECEMBER and not is_announced(day.year + 1) else []


def hint_calendar(year: str) -> str:
    """Say that the days off of a year are to be filled in."""
    return _(
        "The days off of %(year)s are not in the calendar yet: deadlines of working days that reach into that year are"
        " provisional. Once they are announced, an administrator reads them in on the page “Calendar”."
    ) % {"year": year}
