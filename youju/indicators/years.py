"""Which years can be read, and which of them is meant where nobody names one."""

from youju.ledger import reading
from youju.lib import clock


def years_with_facts() -> list[int]:
    """The years of which the ledger has facts, the newest first; none that is still to come."""
    return reading.years_with_facts(clock.today())


def latest_year() -> int:
    """The newest year that has facts, running or over; the present one where nothing was ever posted."""
    return next(iter(years_with_facts()), clock.today().year)


def settled_year() -> int:
    """The newest year with facts that is over: what readers are shown until they choose.

    The running year is still half empty. It is given only where the ledger has no other.
    """
    this_year = clock.today().year
    years = years_with_facts()
    return next((year for year in years if year < this_year), this_year)
