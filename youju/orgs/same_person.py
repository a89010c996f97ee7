"""The same person twice: two entries that a roster import or a move has made of one, as far as names and posts tell.

Nothing is merged by itself: people of one name are many, and somebody who knows them decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from django.db.models import Count, QuerySet

from youju.lib.batches import batches
from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit

# Between leaving one unit and beginning in the next.
_GAP = timedelta(days=400)


class Pair(NamedTuple):
    """Two entries of one name. unit: on whose roster both are or were; else the one left the unit that ``left`` names.

    first: the older entry, which others already speak of.
    """

    first: Person
    second: Person
    unit: Unit | None
    left: Tenure | None
    began: Tenure | None


def likely_pairs(persons: QuerySet[Person]) -> list[Pair]:
    """Pairs of one name on one roster, or of whom one begins where and when the other has left; by name."""
    among = persons.order_by().values("name").annotate(times=Count("pk", distinct=True)).filter(times__gt=1)
    same = persons.filter(name__in=[name for name, _times in among.values_list("name", "times")])
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in same.order_by("name", "pk"):
        by_name[person.name].append(person)
    tenures = _tenures([person.pk for found in by_name.values() for person in found])
    pairs = (
        _pair(first, second, tenures)
        for found in by_name.values()
        for first, second in combinations(found, 2)
        if first.minor_until == second.minor_until
    )
    return [pair for pair in pairs if pair is not None]


def _tenures(person_ids: Sequence[int]) -> dict[int, list[Tenure]]:
    found: dict[int, list[Tenure]] = defaultdict(list)
    for batch in batches(person_ids):
        for tenure in Tenure.objects.filter(person__in=batch).select_related("unit"):
            found[tenure.person_id].append(tenure)
    return found


def _pair(first: Person, second: Person, tenures: dict[int, list[Tenure]]) -> Pair | None:
    one, other = tenures[first.pk], tenures[second.pk]
    shared = next((a.unit for a in one for b in other if a.unit_id == b.unit_id), None)
    if shared is not None:
        return Pair(first, second, shared, None, None)
    for left, began in (*_meetings(one, other), *_meetings(other, one)):
        return Pair(first, second, None, left, began)
    return None


def _meetings(one: Iterable[Tenure], other: Iterable[Tenure]) -> list[tuple[Tenure, Tenure]]:
    """A post that ended, and one that began soon after it."""
    return [(a, b) for a in one for b in other if a.until and b.since and _follows(a.until, b.since)]


def _follows(until: date, since: date) -> bool:
    return until < since <= until + _GAP
