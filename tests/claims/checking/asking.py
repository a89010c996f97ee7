"""Asking of a text what checking says, and of the ledger what it has."""

from datetime import date
from typing import Any

from tests.demo_bureaus import YEAR


def checked(text: str, **aliases: str):
    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit, named_unit

    home = home_unit()
    units = {word: named_unit(unit, home) for word, unit in aliases.items()}
    return check(text, unit=home, period=Period.year(YEAR), aliases=units)


def verdicts(text: str, **aliases: str) -> list[tuple[str, str]]:
    return [(one.verdict.value, one.indicator) for one in checked(text, **aliases)]


def told(code: str, unit: str = "", until: date = date(YEAR, 12, 31)) -> Any:
    """What the ledger says of the year up to a day."""
    from youju.indicators.figures import figure
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit
    from youju.orgs.units import Unit

    of = Unit.objects.get(name=unit) if unit else home_unit()
    whole = (until.month, until.day) == (12, 31)
    return figure(of, Period.year(until.year) if whole else Period.to_date(until), code).value
