"""From when to when a shift lasts, by the hours that the bureau sets; and whether it is on at a moment."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.utils.timezone import make_aware

from youju.duty.shifts import Part, Shift
from youju.orgs.settings import settings_of

_DAY = timedelta(days=1)


class Hours(NamedTuple):
    """At which full hours the daytime begins and ends."""

    begins: int
    ends: int


def duty_hours() -> Hours:
    """The hours that the bureau sets; read once for many shifts."""
    return Hours(*settings_of("duty_day_begins", "duty_day_ends"))


def span(shift: Shift, hours: Hours | None = None) -> tuple[datetime, datetime]:
    """First moment and the first one after. A night ends on the next day; the whole day ends at midnight.

    hours: as ``duty_hours`` gives them, where many shifts are asked about.
    """
    midnight = make_aware(datetime.combine(shift.day, time(0)))
    begins, ends = (midnight + timedelta(hours=hour) for hour in hours or duty_hours())
    if shift.part == Part.DAYTIME:
        return begins, ends
    return (ends, begins + _DAY) if shift.part == Part.NIGHT else (midnight, midnight + _DAY)


def is_on(shift: Shift, moment: datetime, hours: Hours | None = None) -> bool:
    first, after = span(shift, hours)
    return first <= moment < after


def is_over(shift: Shift, moment: datetime, hours: Hours | None = None) -> bool:
    return span(shift, hours)[1] <= moment


def has_begun(shift: Shift, moment: datetime) -> bool:
    return span(shift)[0] <= moment
