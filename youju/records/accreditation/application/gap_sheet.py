"""The gaps as a workbook: a row a unit, and a row for each criterion that is missing something."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from django.utils.translation import gettext as _

from youju.lib.sheets import Column, Scalar, write_rows
from youju.phrases import side_by_side
from youju.records.accreditation.application.gaps import Gap
from youju.records.accreditation.checklist.words import level_names


def write_gaps(out: BinaryIO, gaps: Sequence[Gap]) -> None:
    """Two sheets: the units, the criteria."""
    write_rows(out, [
        (_("By unit"), _unit_columns(), _unit_rows(gaps)),
        (_("By criterion"), _criterion_columns(), _criterion_rows(gaps)),
    ])  # fmt: skip


def _unit_columns() -> list[Column]:
    return [
        Column("unit", _("Unit"), width=22), Column("list", _("Checklist"), width=30),
        Column("held", _("holds"), width=10), Column("wanted", _("next level"), width=10),
        Column("score", _("score reached"), width=8, sort="decimal"),
        Column("line", _("Points it takes"), width=8, sort="whole"),
        Column("by", _("by whose grades"), width=10), Column("lost", _("criteria below A"), width=12, sort="whole"),
        Column("unshown", _("criteria without the evidence asked for"), width=16, sort="whole"),
    ]  # fmt: skip


def _unit_rows(gaps: Sequence[Gap]) -> Iterator[list[Scalar]]:
    names = level_names()
    for gap in gaps:
        total = gap.score.total if gap.score else None
        yield [
            str(gap.unit), str(gap.checklist), names.get(gap.held, ""), names.get(gap.wanted, ""),
            float(total) if total is not None else None, gap.line, graded_by(gap),
            sum(each.lost for each in gap.missing) if gap.application else None,
            sum(each.unshown for each in gap.missing) if gap.application else None,
        ]  # fmt: skip


def graded_by(gap: Gap) -> str:
    """By whose grades a gap is told."""
    if gap.application is None:
        return _("not assessed yet")
    return _("by experts") if gap.by_experts else _("by itself")


def _criterion_columns() -> list[Column]:
    return [
        Column("unit", _("Unit"), width=22), Column("no", _("number of the criterion"), width=8),
        Column("text", _("what is asked"), width=60),
        Column("grade", _("grade"), width=8), Column("points", _("points it gives"), width=8, sort="decimal"),
        Column("wants", _("evidence asked for"), width=30), Column("what", _("what is missing"), width=30),
    ]  # fmt: skip


def _criterion_rows(gaps: Sequence[Gap]) -> Iterator[list[Scalar]]:
    for gap in gaps:
        for each in gap.missing:
            criterion = each.line.criterion
            yield [
                str(gap.unit), criterion.no, criterion.text, each.word or None, float(criterion.points),
                criterion.wants, side_by_side(_what(lost=each.lost, unshown=each.unshown)),
            ]  # fmt: skip


def _what(*, lost: bool, unshown: bool) -> Iterator[str]:
    if lost:
        yield _("not all of its points")
    if unshown:
        yield _("no evidence that stands")
