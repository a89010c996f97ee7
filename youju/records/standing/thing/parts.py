"""Who takes part in a thing, as a form or a sheet lists it, and what cannot be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from youju.lib import clock
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.standing.thing.errors import (
    AlreadyIn,
    EndsBeforeParts,
    NotComeYet,
    OutOfItsTime,
    StartsAfterParts,
)

if TYPE_CHECKING:
    from youju.records.standing.thing.models import Thing


class Listed(NamedTuple):
    """One unit or person, from a day on, and until the first day without it. None: still in."""

    unit: Unit
    person: Person | None
    since: date
    until: date | None


def joining(values: dict[str, Any]) -> list[Listed]:
    """Whom the values of a form list anew."""
    return [
        *values.get("parts", ()),
        *(Listed(unit, None, values["since"], None) for unit in values.get("joining", ())),
    ]


def check_changes(thing: Thing, new: list[Listed], values: dict[str, Any]) -> None:
    """Raise what keeps a thing from having these days and parts.

    Raises NotComeYet for a day after today, OutOfItsTime for one before the thing was there or before its joining,
    AlreadyIn for a unit that is in on one of the days, StartsAfterParts and EndsBeforeParts.
    """
    there = [part.listed for part in thing.parts_listed()]
    for listed in new:
        _check_listed(thing, listed)
    for place, listed in enumerate(new):
        if any(_overlap(listed, other) for other in (*there, *new[:place])):
            raise AlreadyIn(title=thing.title, name=listed.person or listed.unit)
    until = values.get("until")
    for part in values.get("leaving", ()):
        _check_listed(thing, part.listed._replace(until=until))
    everybody = [*there, *new]
    if any(listed.since < thing.happened for listed in everybody):
        raise StartsAfterParts(title=thing.title, day=thing.happened)
    _check_end(thing, everybody)


def _check_listed(thing: Thing, listed: Listed) -> None:
    if max(listed.since, listed.until or listed.since) > clock.today():
        raise NotComeYet(name=listed.person or listed.unit)
    if listed.since < thing.happened or (listed.until and listed.until < listed.since):
        raise OutOfItsTime(title=thing.title, name=listed.person or listed.unit)


def _check_end(thing: Thing, everybody: list[Listed]) -> None:
    end = thing.closed_on
    if end is None:
        return
    last = max((day for listed in everybody for day in (listed.since, listed.until) if day), default=thing.happened)
    if end < max(last, thing.happened):
        raise EndsBeforeParts(title=thing.title, day=end)


def _overlap(one: Listed, other: Listed) -> bool:
    if (one.unit, one.person) != (other.unit, other.person):
        return False
    return (other.until is None or one.since < other.until) and (one.until is None or other.since < one.until)
