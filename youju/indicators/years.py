"""Which years can be read, and which of them is meant where nobody names one."""

from youju.ledger import reading
from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.kinds import other_measures


def years_with_facts() -> list[int]:
    """The years of which the ledger has facts, the newest first; none that is still to come."""
    return reading.years_with_facts(clock.today())


def latest_year() -> int:
    """The newest year in which something was done, running or over; the present one where nothing ever was.

    What only fell due in a year, or ran out, is no reason to ask for it: time does that by itself.
    """
    years = years_with_facts()
    return next(filter(_has_deeds, years), next(iter(years), clock.today().year))


def _has_deeds(year: int) -> bool:
    expected = [measure.code for declared in other_measures().values() for measure in declared]
    posted = reading.all_facts().filter(period__range=(year * 100 + 1, year * 100 + 12), quantity__gt=0)
    return posted.exclude(measure__in=expected).exists()


def settled_year() -> int:
    """The newest year with facts that is over: what readers are shown until they choose.

    The running year is still half empty. It is given only where the ledger has no other: years before the one in which
    the bureau began to work here hold its opening figures and nothing else.
    """
    this_year, began = clock.today().year, setting("live_since")
    first = began.year if began else 0
    return next((year for year in years_with_facts() if first <= year < this_year), this_year)
