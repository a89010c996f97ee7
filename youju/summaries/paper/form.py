"""A form of those above (上级报表) in Excel: its cells are bound once, with the tokens of a text, and filled yearly.

The bound form is the workbook itself with {{code}} in its cells; formulas and formats stay as they are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.writer.excel import ExcelWriter

from youju.errors import YoujuError
from youju.evidence.errors import DamagedFile
from youju.evidence.names import safe_name
from youju.evidence.office import inspect_office
from youju.evidence.signatures import ways_to_read
from youju.evidence.upload import Upload
from youju.indicators.catalogue import indicators
from youju.indicators.indicator import Indicator
from youju.indicators.internal import is_internal
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import SummaryRefused
from youju.summaries.binding.spoken import coded
from youju.summaries.binding.summary import Summary, split
from youju.summaries.paper import words
from youju.summaries.paper.figure_list import told
from youju.summaries.paper.repacked import repacked

_OPEN = "{{"
# 志愿者（人）, 走访农户(单位：户): the word in which it is counted, behind what is counted.
_WORD_BEHIND = re.compile(r"[（(](?:(?:计量)?单位[:：])?[^（）()]{1,3}[）)]$")


class FormRefused(YoujuError):
    """Nothing is written while one cell is wrong; ``details["problems"]`` lists them, one a line."""

    code, status = "form-refused", 422
    sentence = _("The form was not filled.\n%(problems)s")


class NothingBound(YoujuError):
    code, status = "nothing-bound", 422
    sentence = _(
        "No cell of “%(name)s” is bound. Write a figure such as {{study.branch.sessions}} into each cell that is to be "
        "filled, or have the form bound first: that does it where a label is the name of an indicator."
    )


class NothingNamed(YoujuError):
    code, status = "nothing-named", 422
    sentence = _(
        "“%(name)s” has no empty cell right of the name of an indicator, so nothing was bound. Write a figure such as "
        "{{study.branch.sessions}} into each cell that is to be filled."
    )


class NotAForm(YoujuError):
    code, status = "not-a-form", 422
    sentence = _("“%(name)s” is no .xlsx workbook. Open it in Excel or WPS, save it as .xlsx, and use that file.")


class Bound(NamedTuple):
    """A cell and the indicator that its label names."""

    cell: str
    label: str
    code: str


def fill_form(content: bytes, name: str, *, unit: Unit, period: Period) -> tuple[bytes, int]:
    """The filled workbook, with a sheet that says where each figure comes from, and how many cells were filled.

    A cell that holds one figure and nothing else becomes a number. Raises NotAForm, DamagedFile and what evidence
    refuses, NothingBound, NothingReported, and FormRefused with all that is wrong, cell by cell.
    """
    workbook = _opened(content, name)
    made: dict[str, Summary] = {}
    problems: list[str] = []
    for place, cell, text in _cells(workbook):
        if _OPEN not in text:
            continue
        try:
            made[place] = build(unit=unit, period=period, template=coded(text))
        except SummaryRefused as refusal:
            problems += [f"{place} {line}" for line in str(refusal.details["problems"]).splitlines()]
            continue
        cell.value = _value(made[place], cell)
    if problems:
        raise FormRefused(problems="\n".join(problems))
    if not made:
        raise NothingBound(name=name)
    with override("zh-hans"):
        _list(workbook, made)
    return _saved(workbook), len(made)


def bind_form(content: bytes, name: str) -> tuple[bytes, list[Bound]]:
    """The workbook with a token in each empty cell right of the name or alias of one indicator.

    A measure word may stand between the two, or behind the name in brackets: such forms have it in one of both places.
    Raises NotAForm, DamagedFile and what evidence refuses, NothingNamed.
    """
    workbook = _opened(content, name)
    named = _named()
    bound: list[Bound] = []
    for place, cell, text in _cells(workbook):
        label = "".join(text.split())
        indicator = named.get(label) or named.get(_WORD_BEHIND.sub("", label))
        if indicator and (beside := _empty_beside(cell, indicator)):
            beside.value = f"{{{{{indicator.code}}}}}"
            bound.append(Bound(f"{place.rpartition('!')[0]}!{beside.coordinate}", text.strip(), indicator.code))
    if not bound:
        raise NothingNamed(name=name)
    return _saved(workbook), bound


def _opened(content: bytes, name: str) -> Workbook:
    upload = Upload(BytesIO(content), safe_name(name), len(content))
    if "xlsx" not in ways_to_read(upload):
        raise NotAForm(name=upload.name)
    inspect_office(upload)
    try:
        return load_workbook(BytesIO(content))
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError) as error:
        raise DamagedFile(name=upload.name) from error


def _cells(workbook: Workbook) -> Iterator[tuple[str, Cell, str]]:
    """Cells with a text, by sheet and place, and that text; of what is merged the first."""
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and isinstance(cell.value, str) and cell.data_type == "s":
                    yield f"{sheet.title}!{cell.coordinate}", cell, cell.value


def _value(made: Summary, cell: Cell) -> int | float | str:
    """A number where the cell is one figure with a value; of a cell formatted as a percentage the share of one."""
    pieces = list(split(made.marked.strip(), made.spans))
    figure = pieces[0].figure if len(pieces) == 1 else None
    if figure is None or "|" in str(cell.value) or not isinstance(figure.value, int | Decimal):
        return "".join(piece.text for piece in pieces)
    shares = "%" in str(cell.number_format) and isinstance(figure.value, Decimal)
    number = figure.value / 100 if shares else figure.value
    return number if isinstance(number, int) else float(number)


def _list(workbook: Workbook, made: dict[str, Summary]) -> None:
    """A last sheet: each cell with its figure, what it counts, and the ledger it was read from."""
    labels = words.labels()
    sheet = workbook.create_sheet(str(labels["list"])[:31])
    first = next(iter(made.values()))
    for note in (*words.notes(first)[1:2], words.spaced(first.root)):
        sheet.append([note])
    sheet.append([str(_("Cell")), *labels["columns"][1:]])
    for place, summary in made.items():
        for line in told(summary):
            sheet.append([place, *line])
    for column, width in zip("ABCDE", (18, 14, 30, 50, 10), strict=True):
        sheet.column_dimensions[column].width = width


def _named() -> dict[str, Indicator]:
    """Indicators by each name that only one of them has."""
    found: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in indicators().values():
        if not is_internal(indicator):
            for name in {indicator.zh, *indicator.aliases}:
                found["".join(name.split())].append(indicator)
    return {name: some[0] for name, some in found.items() if len(some) == 1}


def _empty_beside(cell: Cell, indicator: Indicator) -> Cell | None:
    """The next cell to the right if it is empty, or the one after it where the next says the measure word only."""
    beside = cell.offset(0, 1)
    words_of_it = {indicator.word.zh, "%", "％"}
    if isinstance(beside.value, str) and beside.value.strip(" （）()") in words_of_it:
        beside = beside.offset(0, 1)
    return beside if isinstance(beside, Cell) and beside.value is None else None


def _saved(workbook: Workbook) -> bytes:
    """The file; the same workbook gives the same bytes: ``Workbook.save`` would note the moment."""
    out = BytesIO()
    ExcelWriter(workbook, ZipFile(out, "w", ZIP_DEFLATED)).save()
    return repacked(out.getvalue())
