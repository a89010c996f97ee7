"""What may be a slip of the hand: a quantity far above what the unit, or any unit of its sort, has told before.

Only ever a question to whoever writes or verifies. Nothing is refused for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Count, ExpressionWrapper, F, IntegerField, Max, Sum

from youju.ledger import reading
from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.people import Tenure
from youju.orgs.units import Unit
from youju.records.counting.measures import Measure
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED
from youju.records.kinds import find_measure

# Three times the largest so far is asked about; below twenty a unit simply has a lively month.
_FACTOR, _SMALL = 3, 20
# A unit's own past says something from its second entry on, that of its like from the fifth.
_OWN, _LIKE = 2, 5
# Nobody brings a hundred others: parents and pupils of a school come to some twenty a teacher.
_A_HEAD = 100
_YEARS_BACK = 3


class Outlier(NamedTuple):
    """A quantity to ask about. beside: what it is far above, both scaled as the measure is.

    than: ``own`` (the unit's largest single entry), ``year`` (its whole last year), ``like`` (the largest of any unit
    of its sort), ``roster`` (how many people it has).
    """

    measure: Measure
    quantity: int
    than: str
    beside: int


class _Past(NamedTuple):
    most: int
    entries: int
    last_year: int


def outliers_of(records: Sequence[Ledgered]) -> dict[str, list[Outlier]]:
    """What to ask about each of these records, by ref. records: with their kind's own columns. Three queries."""
    sums = {record.ref: _sums(record) for record in records}
    codes = {code for told in sums.values() for code in told}
    if not codes:
        return {}
    past = _past(codes, clock.today())
    units = {unit.code: unit.kind for unit in Unit.objects.filter(code__in={code for code, _measure in past})}
    rosters = _rosters({record.unit_id for record in records})
    found = {
        record.ref: [
            outlier
            for measure, quantity in sums[record.ref].values()
            if (outlier := _outlier(record, measure, quantity, past, units, rosters))
        ]
        for record in records
    }
    return {ref: outliers for ref, outliers in found.items() if outliers}


def _sums(record: Ledgered) -> dict[str, tuple[Measure, int]]:
    """What the record would count, for measures of which more can be too much; by code."""
    told: dict[str, int] = defaultdict(int)
    for fact in _facts(record):
        told[fact.measure] += fact.quantity
    measures = {code: find_measure(code) for code in told}
    return {
        code: (measure, told[code])
        for code, measure in measures.items()
        if measure and measure.form in ("quantity", "part") and told[code] >= _SMALL * 10**measure.scale
    }


def _facts(record: Ledgered) -> tuple[FactLine, ...]:
    """None of a form that is not saved yet where they are counted from rows of their own, such as attendance."""
    try:
        return record.facts(VERIFIED)
    except ValueError:
        if record.pk is None:
            return ()
        raise


def _outlier(
    record: Ledgered,
    measure: Measure,
    quantity: int,
    past: Mapping[tuple[str, str], _Past],
    kinds: Mapping[str, str],
    rosters: Mapping[int, int],
) -> Outlier | None:
    own = past.get((record.unit.code, measure.code), _Past(0, 0, 0))
    if own.entries >= _OWN:
        if quantity > _FACTOR * max(own.most, own.last_year):
            return Outlier(
                measure, quantity, "year" if own.last_year > own.most else "own", max(own.most, own.last_year)
            )
        return None
    like = [each for (code, of), each in past.items() if of == measure.code and kinds.get(code) == record.unit.kind]
    if sum(each.entries for each in like) >= _LIKE:
        most = max(each.most for each in like)
        return Outlier(measure, quantity, "like", most) if quantity > _FACTOR * most else None
    people = rosters.get(record.unit_id, 0)
    if measure.word in ("人", "人次") and people and quantity > _A_HEAD * people * 10**measure.scale:
        return Outlier(measure, quantity, "roster", people * 10**measure.scale)
    return None


def _past(codes: Iterable[str], today: date) -> dict[tuple[str, str], _Past]:
    """By unit and measure: the largest entry, how many there are, last year's sum; of the last years alone."""
    year = ExpressionWrapper(F("period") / 100, output_field=IntegerField())
    years = range(today.year - _YEARS_BACK, today.year + 1)
    months = [every * 100 + month for every in years for month in range(1, 13)]
    facts = reading.live_facts().filter(measure__in=list(codes), period__in=months)
    rows = facts.annotate(year=year).values_list("unit", "measure", "year")
    found: dict[tuple[str, str], _Past] = {}
    for unit, measure, of, most, count, total in rows.annotate(Max("quantity"), Count("pk"), Sum("quantity")):
        before = found.get((unit, measure), _Past(0, 0, 0))
        last = int(total) if of == today.year - 1 else before.last_year
        found[unit, measure] = _Past(max(before.most, most), before.entries + count, last)
    return found


def _rosters(units: Iterable[int]) -> dict[int, int]:
    """How many people each unit has today."""
    posts = Tenure.objects.on(clock.today()).filter(unit__in=list(units)).order_by()
    return dict(posts.values_list("unit").annotate(Count("person", distinct=True)))
