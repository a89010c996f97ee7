"""Days off read from an iCalendar file (.ics), as offices and phones pass them around.

Only what such a file needs is read: whole-day events, their first and last day, and whether the day is off (休) or
worked (班). A file with anything that would make the days uncertain gives problems, and is then not taken over.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.orgs.days_off import DayRow

_DAY = timedelta(1)
_LONGEST = 31
_FOLD = re.compile(r"\r?\n[ \t]")
_ESCAPE = re.compile(r"\\([\\;,nN])")
_LINE = re.compile(r"([A-Za-z-]+)((?:;[^:]*)?):(.*)")
# Apple's feed says it in a field of its own, others in the title: 国庆节（休）, 春节 补班, 国庆节 假期.
_SPECIAL = "X-APPLE-SPECIAL-DAY"
_WORK = re.compile(r"班|ALTERNATE-WORKDAY")
_OFF = re.compile(r"休|放假|假期|WORK-HOLIDAY")
# What stands round the holiday's name.
_AROUND = re.compile(r"[（(\[【]?(?:补班|调休上班|上班|班|调休|休|放假|假期)[）)\]】]?|第\d+天.*$|\s")


class Problem(NamedTuple):
    """source: the event, by its place in the file and its title."""

    source: str
    message: str | Promise


class Read(NamedTuple):
    """left_out: titles of events that say neither off nor worked, such as a festival that is an ordinary day."""

    rows: list[DayRow]
    left_out: list[str]
    problems: list[Problem]


def read_ics(text: str) -> Read:
    """The days of a calendar file, in its order."""
    read = Read([], [], [])
    if "BEGIN:VCALENDAR" not in text:
        read.problems.append(Problem("1", _("This is not a calendar file (.ics).")))
    for place, event in enumerate(_events(text), 1):
        title = event.get("SUMMARY", "")
        said = f"{event.get(_SPECIAL, '')} {title}"
        work, off = bool(_WORK.search(said)), bool(_OFF.search(said))
        if not work and not off:
            read.left_out.append(title)
            continue
        days = _days(event)
        if isinstance(days, list):
            # 调休 with 班 is a worked day: the word for work is the one that decides.
            read.rows.extend(DayRow(day, work, _AROUND.sub("", title) or title) for day in days)
        else:
            read.problems.append(Problem(f"{place} {title}", days))
    return read


def _events(text: str) -> Iterator[dict[str, str]]:
    """The fields of each event, by name; parameters are left out."""
    event: dict[str, str] | None = None
    for line in _FOLD.sub("", text).splitlines():
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT" and event is not None:
            yield event
            event = None
        elif event is not None and (found := _LINE.fullmatch(line)):
            event.setdefault(found[1].upper(), _ESCAPE.sub(_unescaped, found[3]).strip())


def _unescaped(found: re.Match[str]) -> str:
    return " " if found[1] in "nN" else found[1]


def _days(event: dict[str, str]) -> list[date] | Promise:
    """Each day of an event, or what is wrong with it. DTEND is the day after the last one."""
    if "RRULE" in event:
        return _("It repeats by a rule. Days off are announced year by year: give each day.")
    try:
        first = date.fromisoformat(event["DTSTART"])
        end = date.fromisoformat(event["DTEND"]) if "DTEND" in event else first + _DAY
    except (KeyError, ValueError, OverflowError):
        return _("Its days cannot be read. Whole days are needed, such as 20261001.")
    length = (end - first).days
    if not 0 < length <= _LONGEST:
        return _("It ends before it begins, or is longer than a month.")
    return [first + more * _DAY for more in range(length)]
