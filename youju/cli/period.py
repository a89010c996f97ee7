"""The period a command is asked for, and the one it takes where none is given."""

from django.utils.translation import gettext, gettext_lazy

from youju.cli.output import say
from youju.errors import YoujuError
from youju.indicators.years import latest_year
from youju.lib.periods import Period


class BadPeriod(YoujuError):
    code = "bad-period"
    sentence = gettext_lazy(
        "“%(given)s” is not a period. Write a year (2025), a month (2025-03), a school year (2024/2025) "
        "or a year up to a day (..2025-06-30)."
    )


def period_of(given: str | None) -> Period:
    """The period typed; where none was, the latest year of which the ledger has facts. Raises BadPeriod."""
    if given is None:
        return Period.year(latest_year())
    try:
        return Period.parse(given)
    except ValueError as error:
        raise BadPeriod(given=given) from error


def say_chosen(given: str | None, period: Period) -> None:
    """Say which year was taken, where nobody named one."""
    if given is None:
        say(
            gettext("Year %(year)s, the latest with facts in the ledger; --year asks for another.")
            % {"year": period.code}
        )
