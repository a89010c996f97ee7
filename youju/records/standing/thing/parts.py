"""Who takes part in a thing, as a form or a sheet lists it, and what cannot be."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

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


class Listed(NamedTuple):
    """One unit or person, from a day on, and until the first day without it. None: still in."""

    unit: Unit
    person: Person | None
    since: date
    until: date | None


def joining(values: dict[str, Any]) -> list[Listed]:
    """Who joins by the values of a form."""
    return [Listed(unit, None, values["since"], None) for unit in values.get("joining", ())]


class Span(NamedTuple):
    """When a thing was there. ended: the first day on which it was not; None while it lasts."""

    title: str
    began: date
    ended: date | None


def check_parts(span: Span, *, there: list[Listed], new: list[Listed], left: list[Listed]) -> None:
    """Raise what keeps a thing from having these days and parts.

    there: as they stand; new: who is listed besides; left: who leaves, with its day. Raises NotComeYet for a day after
    today, OutOfItsTime for one before the thing was there or before its joining, AlreadyIn for a unit that is in on one
    of the days, StartsAfterParts and EndsBeforeParts.
    """
    for listed in (*new, *left):
        _check_listed(span, listed)
    for place, listed in enumerate(new):
        if any(_overlap(listed, other) for other in (*there, *new[:place])):
            raise AlreadyIn(title=span.title, name=listed.person or listed.unit)
    if any(listed.since < span.began for listed in there):
        raise StartsAfterParts(title=span.title, day=span.began)
    days = [day for listed in (*there, *new, *left) for day in (listed.since, listed.until) if day]
    if span.ended and span.ended < max([span.began, *days]):
        raise EndsBeforeParts(title=span.title, day=span.ended)


def _check_listed(span: Span, listed: Listed) -> None:
    if max(listed.since, listed.until or listed.since) > clock.today():
        raise NotComeYet(name=listed.person or listed.unit)
    if listed.since < span.began or (listed.until and listed.until < listed.since):
        raise OutOfItsTime(title=span.title, name=listed.person or listed.unit)


def _overlap(one: Listed, other: Listed) -> bool:
    if (one.unit, one.person) != (other.unit, other.person):
        return False
    return (other.until is None or one.since < other.until) and (one.until is None or other.since < one.until)
