"""Records of a day off, by the office's calendar: only ever a question, for many things happen on such days."""

from collections.abc import Sequence

from django.utils.formats import date_format

from youju.lib.deadlines import Mark
from youju.orgs.calendar import office_calendar
from youju.records.heads.ledgered import Ledgered


def days_off(records: Sequence[Ledgered]) -> dict[str, str]:
    """What the day of each record is that is off: the holiday's name, or the day of the week; by ref. One query."""
    if not records:
        return {}
    calendar = office_calendar(min(record.happened for record in records))
    found = {}
    for record in records:
        mark, name = calendar.mark(record.happened)
        if mark in (Mark.HOLIDAY, Mark.WEEKEND):
            found[record.ref] = name or date_format(record.happened, "l")
    return found
