"""Deadlines by the office's own calendar, and why each is what it is, in words."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.deadlines import Day, DayType, Deadline, Mark, Pause, Rule, deadline
from youju.orgs.calendar import office_calendar


def deadline_of(received: datetime | date, rule: Rule, pauses: Sequence[Pause] = (), extra: int = 0) -> Deadline:
    """When something is due by the calendar as it is known now. received: an aware moment, or a day at the office.

    extra: days that the one extension added. Raises ValueError beyond what the rule allows.
    """
    start = clock.day_of(received) if isinstance(received, datetime) else received
    return deadline(start, rule, office_calendar(start), pauses, extra)


def explanation(found: Deadline) -> list[tuple[date, str]]:
    """Each day from the receipt to the due day, and what it is for the deadline, in the language now active."""
    return [(day.day, _day(day, found.rule)) for day in found.days]


def conclusion(found: Deadline) -> str:
    """The due day in one sentence, with what may still change it."""
    if found.due is None:
        if found.rule.day_type is DayType.WORKING:
            return _("Paused: %(days)s more working days count when the pause has ended.") % {"days": found.left}
        return _("Paused: %(days)s more days count when the pause has ended.") % {"days": found.left}
    day = {"day": found.due.isoformat()}
    if found.provisional:
        return _("Due on %(day)s, provisionally: days off on the way are not announced yet.") % day
    return _("Due on %(day)s.") % day


def _day(day: Day, rule: Rule) -> str:
    match day.mark:
        case Mark.RECEIPT:
            text = _("received; counting begins on the next day")
        case Mark.PAUSED:
            text = _("paused")
        case Mark.WEEKEND:
            text = _("weekend")
        case Mark.HOLIDAY:
            text = _("day off: %(name)s") % {"name": day.name}
        case Mark.MAKE_UP:
            text = _("day %(number)s (worked for %(name)s)") % {"number": day.number, "name": day.name}
        case Mark.COUNTED:
            text = _("day %(number)s") % {"number": day.number}
    if day.number and day.number > rule.n:
        text = _("%(text)s, by the extension") % {"text": text}
    return text if day.settled else _("%(text)s, not announced yet") % {"text": text}
