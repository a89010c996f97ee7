"""The sheets of the bureau's workbook, in the order in which they are read, planned and written.

A sheet is one line here: its columns, what it adds to a plan, and how a filled workbook holds it. What it names must
stand in a sheet before it: units before people, people and members before groups.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook import (
    calendar_sheet,
    groups_sheet,
    members_sheet,
    occasions_sheet,
    opening_sheet,
    people_sheet,
    units_sheet,
)
from youju.bureau.workbook.calendar_sheet import filled_calendar, plan_calendar
from youju.bureau.workbook.groups_plan import plan_groups
from youju.bureau.workbook.groups_sheet import filled_groups
from youju.bureau.workbook.headings import Heading
from youju.bureau.workbook.members_plan import plan_members
from youju.bureau.workbook.members_sheet import filled_members
from youju.bureau.workbook.occasions_sheet import filled_occasions, plan_occasions
from youju.bureau.workbook.opening_plan import plan_opening
from youju.bureau.workbook.opening_sheet import filled_opening
from youju.bureau.workbook.people_plan import plan_people
from youju.bureau.workbook.people_sheet import filled_people
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import Present
from youju.bureau.workbook.units_plan import plan_units
from youju.bureau.workbook.units_sheet import filled_units
from youju.lib.sheets import Scalar, Table


class BureauSheet(NamedTuple):
    """label: the sheet's name, an English msgid; about: a sentence for the guide; filled: the bureau's present rows."""

    name: str
    label: str
    about: str
    headings: tuple[Heading, ...]
    plan: Callable[[Table, Planning], None]
    filled: Callable[[Present], Iterable[dict[str, Scalar]]]


SHEETS = (
    BureauSheet("units", units_sheet.SHEET, _("Offices, towns and schools below the bureau."),
                units_sheet.HEADINGS, plan_units, filled_units),
    BureauSheet("people", _("People (sheet)"), _("Everybody who works in a unit. Pupils are not listed."),
                people_sheet.HEADINGS, plan_people, filled_people),
    BureauSheet("members", _("Members (sheet)"), _("Who logs in, with which roles. Passwords come by invitation."),
                members_sheet.HEADINGS, plan_members, filled_members),
    BureauSheet("groups", _("Groups (sheet)"), _("Party branches, teams and panels, with who is in them."),
                groups_sheet.HEADINGS, plan_groups, filled_groups),
    BureauSheet("opening", _("Opening figures (sheet)"),
                _("What was in force or was counted before: somebody else confirms it."),
                opening_sheet.HEADINGS, plan_opening, filled_opening),
    BureauSheet("calendar", _("Calendar (sheet)"), _("Terms of the school year, and days off set here."),
                calendar_sheet.HEADINGS, plan_calendar, filled_calendar),
    BureauSheet("occasions", _("Occasions (sheet)"), _("Events and contests that several records belong to."),
                occasions_sheet.HEADINGS, plan_occasions, filled_occasions),
)  # fmt: skip
"""To add one: a file with its columns, plan and rows as the others have, and a line where it belongs."""
