"""Who is told twice of one sort of training on the same days: by the bureau and by the school, or in two batches.

Trips and participants are those of models.py, which asks here.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from youju.lib.batches import batches
from youju.orgs.people import survivors
from youju.phrases import side_by_side
from youju.records.heads.states import State
from youju.records.study.trip.errors import TravelledTwice

# Of what is still being written nobody is sure.
_TOLD = (State.FILED, State.SUBMITTED, State.CHECKED, State.VERIFIED)
_SHOWN = 5
# No trip is longer: whatever set out before is over.
_LONGEST = timedelta(days=366)


def refuse_doubles(trip: Any) -> None:
    """Raise TravelledTwice where somebody of the trip stands in it twice, or in another of the sort on its days."""
    found = [_sentence(row, other) for row, other in _doubles(trip)]
    if found:
        more = [_("and %d more") % (len(found) - _SHOWN)] if len(found) > _SHOWN else []
        raise TravelledTwice(title=trip.title, persons=side_by_side([*found[:_SHOWN], *more]))


def _doubles(trip: Any) -> Iterator[tuple[Any, Any]]:
    """Each participant with the row that tells of the same person: of the trip itself, or of another."""
    own = list(trip.participants.exclude(person=None).select_related("person", "record"))
    others = list(_elsewhere(trip))
    kept_as = survivors(row.person_id for row in (*own, *others))
    first = {kept_as[row.person_id]: row for row in others}
    for row in own:
        if (other := first.setdefault(kept_as[row.person_id], row)) is not row:
            yield row, other


def _elsewhere(trip: Any) -> Iterator[Any]:
    """The participants of other trips of the sort that were under way on one of its days."""
    near = type(trip).objects.filter(
        sort=trip.sort, state__in=_TOLD, happened__range=(trip.happened - _LONGEST, trip.last_day)
    )
    over = [other.pk for other in near.exclude(pk=trip.pk) if other.last_day >= trip.happened]
    rows = trip.participants.model.objects.exclude(person=None).select_related("person", "record")
    for batch in batches(over):
        yield from rows.filter(record__in=batch)


def _sentence(row: Any, other: Any) -> str:
    said = {"person": row.person, "title": other.record.title, "ref": other.record.ref, "day": other.record.happened}
    return _("%(person)s: “%(title)s” of %(day)s (%(ref)s)") % said
