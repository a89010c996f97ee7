"""The criteria of a checklist as a workbook, and as a file of the kind that the demo brings."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from youju.errors import SheetRefused
from youju.lib.sheets import (
    BadWorkbook,
    Choice,
    Choices,
    Column,
    Problem,
    Row,
    Said,
    Scalar,
    as_choice,
    as_decimal,
    as_text,
    as_whole,
    is_blank,
    read_table,
    read_workbook,
    write_rows,
)
from youju.orgs.settings import setting
from youju.records.accreditation.checklist.criteria import (
    USUAL_SHARES,
    Asked,
    Method,
    Sort,
    faults,
    plain_number,
)
from youju.records.accreditation.checklist.models import Checklist
from youju.records.forms.line_sheet import in_both

_SHARES = ("share_a", "share_b", "share_c", "share_d")
TOO_MANY = gettext_noop("there are more than %(most)s criteria: divide them into several lists")
NO_ROWS = gettext_noop("there is no row below the header: write one criterion a row")


@dataclass
class CriteriaReading:
    """All rows of a file. With any problem nothing may be written."""

    criteria: list[Asked] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def sheet_columns() -> list[Column]:
    """In the language now active."""
    grades = (Column(name, _("%s gives, in percent") % name[-1].upper(), (name,), width=12, sort="whole",
                     help=_("Empty: 100, 66, 33 and 0."), example=usual)
              for name, usual in zip(_SHARES, USUAL_SHARES, strict=True))  # fmt: skip
    return [
        Column("no", _("number of the criterion"), ("编号", "数量", "no"), required=True, example="1.2.1", width=10,
               help=_("1 for a chapter, 1.2 for what stands under it. What has nothing under it is graded.")),
        Column("text", _("what is asked"), ("内容", "测评内容", "标准", "text"), required=True, width=60),
        Column("points", _("points it gives"), ("分值", "分", "points"), width=8, sort="decimal", example=2),
        Column("sort", _("what it does"), ("类型", "sort"), choices=_sorts().labels(), width=14,
               help=_("Empty: counted.")),
        Column("method", _("how it is looked at"), ("测评方式", "method"), choices=_methods().labels(), width=14),
        Column("wants", _("evidence asked for"), ("材料要求", "wants"), width=30, example=_("5 photos")),
        *grades,
    ]  # fmt: skip


def write_criteria(out: BinaryIO, checklist: Checklist) -> None:
    """All criteria as a workbook that is read in again; of a list without any, the template."""
    write_rows(
        out, [(_("Criteria"), sheet_columns(), (_cells(each.asked()) for each in checklist.criteria_in_order()))]
    )


def read_criteria(content: BinaryIO) -> CriteriaReading:
    """What a workbook says of the criteria. Raises SheetRefused where the file is no workbook."""
    try:
        book = read_workbook(content)
    except BadWorkbook as bad:
        raise SheetRefused([bad.said]) from bad
    sheet = book.find(_("Criteria"), "测评细则", "criteria") or book.sheets[0]
    table = read_table(sheet, sheet_columns())
    reading = CriteriaReading(problems=list(table.problems))
    if reading.problems:
        return reading
    rows = list(table.rows())
    if not rows or len(rows) > (most := setting("checklist_most_criteria")):
        reading.problems.append(Problem(sheet.name, Said(TOO_MANY, {"most": most}) if rows else Said(NO_ROWS)))
        return reading
    by_number: dict[str, Row] = {}
    for row in rows:
        asked = _read(row)
        by_number[asked.no] = row
        reading.criteria.append(asked)
    for fault in faults(reading.criteria) if not any(row.problems for row in rows) else ():
        by_number[fault.no].note(fault.column, Said(fault.what))
    reading.problems += [problem for row in rows for problem in row.problems]
    return reading


def file_criteria(file: Path) -> tuple[dict[str, Any], list[Asked]]:
    """A list written as TOML: its columns, and its criteria in order."""
    content = tomllib.loads(file.read_text("utf-8"))
    rows = content.pop("criterion")
    return content, list(_of_file(rows))


def _of_file(rows: Sequence[dict[str, Any]]) -> Iterator[Asked]:
    for row in rows:
        shares = tuple(row.get("shares", USUAL_SHARES))
        yield Asked(
            row["no"], row["text"], Decimal(str(row.get("points", 0))), row.get("sort", Sort.COUNTED),
            row.get("method", Method.MATERIALS), row.get("wants", ""), shares,
        )  # fmt: skip


def _read(row: Row) -> Asked:
    points = None if is_blank(row.raw("points")) else row.read("points", as_decimal)
    shares = (
        usual if is_blank(row.raw(name)) else row.read(name, as_whole)
        for name, usual in zip(_SHARES, USUAL_SHARES, strict=True)
    )
    return Asked(
        plain_number(row.need("no", as_text) or ""),
        row.need("text", as_text) or "",
        points or Decimal(0),
        _code(row, "sort", _sorts(), Sort.COUNTED),
        _code(row, "method", _methods(), Method.MATERIALS),
        row.read("wants", as_text) or "",
        tuple(share if share is not None else -1 for share in shares),
    )


def _code(row: Row, name: str, choices: Choices, usual: str) -> str:
    if is_blank(row.raw(name)):
        return usual
    return row.read(name, lambda value: as_choice(value, choices)) or usual


def _sorts() -> Choices:
    return Choices(Choice(code, str(label), in_both(label)) for code, label in Sort.choices)


def _methods() -> Choices:
    return Choices(Choice(code, str(label), in_both(label)) for code, label in Method.choices)


def _cells(asked: Asked) -> list[Scalar]:
    shares = [None if asked.shares == USUAL_SHARES else share for share in asked.shares]
    points = float(asked.points) or None
    return [
        asked.no,
        asked.text,
        points,
        str(Sort(asked.sort).label),
        str(Method(asked.method).label),
        asked.wants,
        *shares,
    ]
