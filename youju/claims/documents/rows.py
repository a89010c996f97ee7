"""The sheets of a workbook as text: a line a row, cells between tabs."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from youju.claims.documents.errors import WorkbookRefused
from youju.claims.documents.limits import MOST_CHARACTERS
from youju.errors import problem_text
from youju.evidence.errors import DamagedFile
from youju.evidence.upload import Upload
from youju.lib.sheets.limits import NO_WORKBOOK, Limits
from youju.lib.sheets.problems import BadWorkbook
from youju.lib.sheets.workbook import Sheet, read_workbook

# More cells than characters that can be checked are not read to their end only to be refused.
_LIMITS = Limits(cells=MOST_CHARACTERS)


def read_xlsx(upload: Upload) -> str:
    """The visible sheets, one after the other, each under its name. Raises DamagedFile, WorkbookRefused."""
    try:
        book = read_workbook(BytesIO(_whole(upload)), _LIMITS)
    except BadWorkbook as error:
        if error.said.message == NO_WORKBOOK:
            raise DamagedFile(name=upload.name) from error
        raise WorkbookRefused(name=upload.name, why=problem_text(error.said)) from error
    return "\n\n".join(f"{sheet.name}\n{_lines(sheet)}" for sheet in book if sheet.visible and sheet.rows)


def _whole(upload: Upload) -> bytes:
    """All of it, wherever whoever looked at it before has left off."""
    upload.content.seek(0)
    return upload.content.read()


def _lines(sheet: Sheet) -> str:
    rows = [[_shown(value) for value in row] for row in sheet.rows]
    _fill_merged(sheet, rows)
    hidden = set(sheet.marks.hidden)
    return "\n".join("\t".join(row).rstrip("\t") for place, row in enumerate(rows, 1) if place not in hidden)


def _fill_merged(sheet: Sheet, rows: list[list[str]]) -> None:
    """A merged cell speaks for all that it covers, unless it is a title over the whole sheet."""
    width = max(map(len, rows))
    for merged in sheet.merged:
        if merged.right - merged.left + 1 < width:
            for row, column in _covered(merged, rows):
                rows[row][column] = rows[merged.top - 1][merged.left - 1]


def _covered(merged: Sequence[int], rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    top, left, bottom, right = merged
    for row in range(top - 1, min(bottom, len(rows))):
        yield from ((row, column) for column in range(left - 1, min(right, len(rows[row]))))


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else _one_line(str(value))


def _one_line(words: str) -> str:
    return " ".join(words.split())
