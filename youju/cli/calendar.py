"""``youju calendar``: the days off and the worked weekend days, and what is due when."""

from datetime import date

import click
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.files import read_text
from youju.cli.help import group, option
from youju.cli.output import put, say
from youju.cli.writing import require_writing
from youju.errors import YoujuError
from youju.lib.deadlines import DayType, Rule
from youju.orgs.actors import CONSOLE
from youju.orgs.calendar import DayRule, is_announced
from youju.orgs.calendar_verbs import Changes, calendar_fill, days_import
from youju.orgs.deadlines import conclusion, deadline_of, explanation
from youju.orgs.ics import read_ics
from youju.phrases import enumerated

_BAD_INPUT = 2
_FIRST_YEAR, _LAST_YEAR = 2000, 2199
_YEARS = click.IntRange(_FIRST_YEAR, _LAST_YEAR)


class NoDay(YoujuError):
    code = "no-day"
    sentence = lazy("“%(text)s” is no day. Write it like 2025-09-26.")


class DayTooFar(YoujuError):
    code = "day-too-far"
    sentence = lazy("“%(text)s” is not a day of the years %(first)s to %(last)s. Look at the year that was typed.")


class NoDaysRead(YoujuError):
    code = "no-days-read"
    sentence = lazy("%(name)s names no day that is off or worked. Nothing was changed.")


@group()
def calendar() -> None:
    """Holds those below; each asks for the database itself, so that --help needs none."""


@calendar.command(help=_("Take over the days off of all years announced when this version was made."))
def fill() -> None:
    require_writing()
    _tell(calendar_fill(actor=CONSOLE))


@calendar.command("import", help=_("Take over the days off of a calendar file (.ics, or - for standard input)."))
@click.argument("file")
def import_(file: str) -> int:
    require_writing()
    read = read_ics(read_text(file))
    for problem in read.problems:
        say(f"{file} {problem.source}: {problem.message}")
    if read.problems:
        say(gettext("Nothing was changed. Correct the file and read it again."))
        return _BAD_INPUT
    if read.left_out:
        say(gettext("Left out, neither off nor worked: %(titles)s") % {"titles": enumerated(read.left_out)})
    if not read.rows:
        raise NoDaysRead(name=file)
    _tell(days_import(rows=read.rows, source=file[-100:], actor=CONSOLE))
    return 0


@calendar.command(help=_("Print the days of a year that are not what their weekday says."))
@click.argument("year", type=_YEARS)
def show(year: int) -> None:
    require_database()
    for rule in DayRule.objects.filter(date__year=year):
        put(f"{rule.date}\t{gettext('worked') if rule.work else gettext('off')}\t{rule.name}\t{rule.source}")
    if not is_announced(year):
        say(gettext("The days off of %(year)s are not in the table: only weekends are known.") % {"year": year})


@calendar.command(help=_("Print on which day something received on START is due, and why, day by day."))
@click.argument("start")
@click.argument("days", type=click.IntRange(1, 3650))
@option("--calendar-days", is_flag=True, help=_("Count every day (日), not only working days (工作日)."))
@option("--from-receipt", is_flag=True, help=_("The day of receipt counts as the first."))
def due(start: str, days: int, calendar_days: bool, from_receipt: bool) -> None:
    require_database()
    kind = DayType.CALENDAR if calendar_days else DayType.WORKING
    found = deadline_of(day_of(start), Rule(days, kind, from_receipt))
    for day, text in explanation(found):
        put(f"{day}\t{text}")
    say(conclusion(found))


def day_of(text: str) -> date:
    """The day that was typed. Raises NoDay, and DayTooFar: no calendar reaches beyond, and days are counted from it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise NoDay(text=text) from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise DayTooFar(text=text, first=_FIRST_YEAR, last=_LAST_YEAR)
    return day


def _tell(changes: Changes) -> None:
    say(
        ngettext("%(count)s day is new.", "%(count)s days are new.", len(changes.added)) % {"count": len(changes.added)}
    )
    for day in changes.changed:
        say(gettext("%(day)s says something else now.") % {"day": day})
    for day in changes.kept:
        say(gettext("%(day)s was set by hand here and stays.") % {"day": day})
