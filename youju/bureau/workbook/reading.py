"""Reading the bureau's workbook: its sheets as tables, before anything is asked of the database."""

from io import BytesIO
from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.headings import names_of, read_columns
from youju.bureau.workbook.identity_numbers import identity_numbers
from youju.bureau.workbook.sheets import SHEETS, BureauSheet
from youju.errors import SheetRefused
from youju.lib.sheets import BadWorkbook, Problem, Said, Sheet, Table, listed, read_table, read_workbook

GUIDE = _("Guide (sheet)")

_NO_SHEET = _("this workbook has none of the sheets %(names)s: take the template of the bureau's workbook")
_UNREAD = _("this sheet is not one of the template's: it was not read")
_UNREAD_NEAR = _(
    "this sheet is not one of the template's and was not read: if it is meant to be “%(name)s”, give it that name"
)


class ReadBureau(NamedTuple):
    """tables: those there are, in the order of planning. notes: what is no fault but has to be said."""

    tables: tuple[tuple[BureauSheet, Table], ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def read_bureau(content: bytes) -> ReadBureau:
    """The tables of a workbook. Raises SheetRefused where it cannot be read at all, or is another one."""
    try:
        book = read_workbook(BytesIO(content))
    except BadWorkbook as error:
        raise SheetRefused([error.said]) from error
    found = [(sheet, page) for sheet in SHEETS if (page := book.find(*names_of(sheet.label)))]
    if not found:
        names = listed((gettext(sheet.label) for sheet in SHEETS), most=len(SHEETS))
        raise SheetRefused([Said(_NO_SHEET, {"names": names})])
    tables = tuple((sheet, read_table(page, read_columns(sheet.headings))) for sheet, page in found)
    problems = [problem for page in book for problem in identity_numbers(page)]
    problems += [problem for _sheet, table in tables for problem in table.problems]
    known = [page for _sheet, page in found]
    notes = [note for _sheet, table in tables for note in table.notes]
    missing = [sheet for sheet in SHEETS if sheet not in dict(found)]
    notes += [Problem(page.name, _unread(page, missing)) for page in book if _is_strange(page, known)]
    return ReadBureau(tables, tuple(problems), tuple(notes))


def _unread(page: Sheet, missing: list[BureauSheet]) -> Said:
    """What is said of a strange sheet; that it may be one that is missing, where its name holds that one's."""
    near = (sheet.label for sheet in missing if any(name in page.name for name in names_of(sheet.label)))
    label = next(near, None)
    return Said(_UNREAD_NEAR, {"name": gettext(label)}) if label else Said(_UNREAD)


def _is_strange(page: Sheet, known: list[Sheet]) -> bool:
    return page.visible and bool(page.rows) and page not in known and page.name not in names_of(GUIDE)
