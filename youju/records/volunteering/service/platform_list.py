"""What a platform of volunteers exports: one line a person and activity; the lines of an activity are one service.

An activity is known by the platform's number, or else by its name and day. Identity numbers are never taken in: a file
that has any is refused before anything of it is kept.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple
from unicodedata import normalize

from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from youju.lib import clock
from youju.lib.rounding import half_up
from youju.lib.sheets import Column, Problem, Row, Said, Table, as_date, as_decimal, as_text
from youju.orgs.named_persons import NamedPerson, named_persons, split_name
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.declared.record_lists import ListedRecord, RecordList
from youju.records.volunteering.service.models import LONGEST

IDENTITY_COLUMN = gettext_noop("this column holds identity numbers, which are never taken in: delete it")
IDENTITY = gettext_noop("this looks like an identity number, which is never taken in: delete it")
NO_SCALE = gettext_noop("say in the heading whether these are hours (小时) or minutes (分钟)")
TO_COME = gettext_noop("this day has not come yet")
UNKNOWN_PERSON = gettext_noop("“%(name)s” was on no roster of the bureau on %(day)s: check the name, or add them there")
SEVERAL_PERSONS = gettext_noop("%(count)s persons are called “%(name)s”: write the unit in brackets behind the name")
UNDER_AGE = gettext_noop("under age: take the line out, and count pupils by number in the record")
NO_TIME = gettext_noop("the time must be above 0")
TOO_LONG = gettext_noop("more than sixteen hours in one day: are these minutes? Then say 分钟 in the heading")
TWICE = gettext_noop("this person stands in this activity twice (row %(row)s): keep the platform's line numbers")
ONE_DAY = gettext_noop("lines of one activity number have several days or names: compare with row %(row)s")

_MINUTES_AN_HOUR = 60
_IDENTITY_HEAD = re.compile("身份证|证件")
_IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_BLANKS = re.compile(r"(?<=\d)[\s-]+(?=\d)")
_LONGEST_TITLE = 120


class Line(NamedTuple):
    """One line that could be read. number: the platform's own for it, empty where it has none."""

    row: Row
    key: tuple[str, ...]
    title: str
    day: date
    name: str
    number: str
    minutes: int


@dataclass
class _Activity:
    """The lines of one activity as they come together: minutes by person, and what was read already."""

    first: Line
    minutes: dict[Person, int] = field(default_factory=dict)
    rows: dict[Person, int] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)


def _columns() -> Sequence[Column]:
    return (
        Column("key", str(_("activity number")), ("活动编号", "活动ID", "项目编号")),
        Column("title", str(pgettext_lazy("name", "activity")), ("活动名称", "项目名称", "title"),
               required=True, width=36),
        Column("day", str(_("day of the activity")), ("活动日期", "服务日期", "日期"), required=True, sort="date"),
        Column("name", str(_("volunteer's name")), ("姓名", "志愿者姓名", "name"), required=True),
        Column("number", str(_("number of the line")), ("服务记录编号", "记录编号", "时长记录编号")),
        Column("time", str(_("time served (minutes)")), ("服务时长", "服务小时数", "服务分钟数"), required=True),
    )  # fmt: skip


def _read(table: Table, unit: Unit) -> tuple[list[ListedRecord], list[Problem]]:
    """The services that the lines make for a unit, in the order of the table."""
    problems = [*_identities(table)]
    factor = _minutes_in_one(table)
    if factor is None:
        problems.append(Problem(table.sheet.address(table.header, table.places["time"]), Said(NO_SCALE)))
    if problems or factor is None:
        return [], problems
    rows = list(table.rows())
    lines = [line for row in rows if (line := _line(row, factor)) is not None]
    activities = _activities(lines, _persons(lines))
    return [_record(activity, unit) for activity in activities], [problem for row in rows for problem in row.problems]


def _identities(table: Table) -> Iterator[Problem]:
    """Where identity numbers stand: by the heading of a column, or in any cell."""
    for number, values in enumerate(table.sheet.rows, 1):
        for at, value in enumerate(values, 1):
            text = _as_typed(value)
            if number == table.header and _IDENTITY_HEAD.search(text):
                yield Problem(table.sheet.address(number, at), Said(IDENTITY_COLUMN))
            elif _IDENTITY.search(text):
                yield Problem(table.sheet.address(number, at), Said(IDENTITY))


def _as_typed(value: object) -> str:
    """A cell with its digits side by side: a number of eighteen digits is kept by Excel as 3.2E+17, and people type
    blanks and full-width digits.
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _BLANKS.sub("", normalize("NFKC", str(value))) if value is not None else ""


def _minutes_in_one(table: Table) -> int | None:
    """How many minutes one of the column of time is, as its heading says; None where it does not."""
    heading = str(table.sheet.rows[table.header - 1][table.places["time"] - 1])
    if "分" in heading or "minute" in heading:
        return 1
    return _MINUTES_AN_HOUR if "小时" in heading or "hour" in heading else None


def _line(row: Row, factor: int) -> Line | None:
    title, name = row.need("title", as_text) or "", row.need("name", as_text) or ""
    day = row.need("day", lambda value: as_date(value, clock.today().year))
    time = row.need("time", as_decimal)
    key, number = row.read("key", as_text) or "", row.read("number", as_text) or ""
    if row.problems or day is None or time is None:
        return None
    if day > clock.today():
        row.note("day", Said(TO_COME))
    minutes = int(half_up(Decimal(time) * factor, 0))
    if not 0 < minutes <= LONGEST:
        row.note("time", Said(TOO_LONG if minutes > 0 else NO_TIME))
    if row.problems:
        return None
    return Line(row, (key,) if key else (title, day.isoformat()), title[:_LONGEST_TITLE], day, name, number, minutes)


def _persons(lines: Sequence[Line]) -> dict[date, Mapping[str, list[NamedPerson]]]:
    """By day, who is called as the lines say; one look-up a day."""
    by_day = groupby(sorted(lines, key=lambda line: line.day), key=lambda line: line.day)
    return {day: named_persons({split_name(line.name)[0] for line in some}, day=day) for day, some in by_day}


def _activities(lines: Sequence[Line], persons: Mapping[date, Mapping[str, list[NamedPerson]]]) -> list[_Activity]:
    found: dict[tuple[str, ...], _Activity] = {}
    for line in lines:
        activity = found.setdefault(line.key, _Activity(line))
        if (line.title, line.day) != (activity.first.title, activity.first.day):
            line.row.note("day", Said(ONE_DAY, {"row": activity.first.row.number}))
        elif (person := _person(line, persons[line.day])) is not None:
            _take(activity, line, person)
    return list(found.values())


def _person(line: Line, named: Mapping[str, list[NamedPerson]]) -> Person | None:
    meant = [each for each in named.get(split_name(line.name)[0], ()) if each.is_called(line.name)]
    if len(meant) != 1:
        said = {"name": line.name, "day": line.day.isoformat(), "count": len(meant)}
        line.row.note("name", Said(SEVERAL_PERSONS if meant else UNKNOWN_PERSON, said))
        return None
    if meant[0].person.is_minor(line.day):
        line.row.note("name", Said(UNDER_AGE))
        return None
    return meant[0].person


def _take(activity: _Activity, line: Line, person: Person) -> None:
    """Add a line's minutes; a line that was read already, by its number, counts once."""
    if line.number and line.number in activity.numbers:
        return
    if person in activity.minutes and not line.number:
        line.row.note("name", Said(TWICE, {"row": activity.rows[person]}))
        return
    activity.numbers.add(line.number)
    activity.rows.setdefault(person, line.row.number)
    activity.minutes[person] = activity.minutes.get(person, 0) + line.minutes
    if activity.minutes[person] > LONGEST:
        line.row.note("time", Said(TOO_LONG))


def _record(activity: _Activity, unit: Unit) -> ListedRecord:
    line, total = activity.first, sum(activity.minutes.values())
    rows = [{"person": who, "came": "", "left": "", "minutes": minutes} for who, minutes in activity.minutes.items()]
    values = {
        "unit": unit, "title": line.title, "happened": line.day, "place": "", "minutes": None, "pupils": None,
        "pupil_minutes": None, "volunteers": rows,
    }  # fmt: skip
    said = {"title": line.title, "day": line.day, "people": len(rows), "minutes": total}
    return ListedRecord(line.key, values, _text("%(day)s %(title)s: %(people)s persons, %(minutes)s minutes") % said)


PLATFORM_LIST = RecordList(
    label=_("Export of a platform"),
    help=_(
        "What a platform of volunteers exports, one line a person and activity. The lines of an activity become one "
        "draft; read twice, it is written down once. A file with identity numbers is refused."
    ),
    columns=_columns,
    read=_read,
)
