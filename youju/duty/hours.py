"""From when to when a shift lasts, by the hours that the bureau sets; and whether it is on at a moment."""

from datetime import datetime, time, timedelta

from django.utils.timezone import make_aware

from youju.duty.shifts import Part, Shift
from youju.orgs.settings import setting

_DAY = timedelta(days=1)


def span(shift: Shift) -> tuple[datetime, datetime]:
    """First moment and the first one after. A night ends on the next day; the whole day ends at midnight."""
    midnight = make_aware(datetime.combine(shift.day, time(0)))
    begins, ends = (midnight + timedelta(hours=setting(name)) for name in ("duty_day_begins", "duty_day_ends"))
    if shift.part == Part.DAYTIME:
        return begins, ends
    return (ends, begins + _DAY) if shift.part == Part.NIGHT else (midnight, midnight + _DAY)


def is_on(shift: Shift, moment: datetime) -> bool:
    first, after = span(shift)
    return first <= moment < after


def is_over(shift: Shift, moment: datetime) -> bool:
    return span(shift)[1] <= moment


def has_begun(shift: Shift, moment: datetime) -> bool:
    return span(shift)[0] <= moment
