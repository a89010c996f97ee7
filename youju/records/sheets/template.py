"""The empty workbook of a kind: its columns with what can be chosen, an example, and a sheet that explains them."""

from collections.abc import Sequence
from typing import BinaryIO

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.sheets import Column, TemplateSheet, write_template
from youju.orgs.tree import standing, this_month
from youju.orgs.units import Unit
from youju.phrases import enumerated
from youju.records.forms.register_field import RegisterField
from youju.records.kind import CaseKind, SheetKind
from youju.records.sheets.columns import (
    UNIT,
    Reads,
    examples,
    field_columns,
    move_columns,
    number_column,
    ref_column,
    state_column,
)

_PLACES = ("county", "office", "town", "school")


def write_kind_template(out: BinaryIO, *, kind: SheetKind, unit: Unit | None = None) -> None:
    """Write the template of a kind. unit: the only one that the drop-down offers."""
    choices = _choices(kind, [unit] if unit else _units())
    columns = field_columns(kind)
    example = examples(kind, columns, lambda name: choices.get(name, ()))
    number = [number_column()] if kind.lines else []
    main = [ref_column(), *number]
    main += [column.column(choices.get(column.name, ()), example.get(column.name, "")) for column in columns]
    main += [column.column() for column in move_columns(kind)]
    main += [state_column(kind)] if isinstance(kind, CaseKind) else []
    sheets = [TemplateSheet(str(kind.label), main)]
    sheets += [TemplateSheet(str(line.label), [number_column(), *line.columns()]) for line in kind.lines]
    write_template(out, sheets, guide_name=_("Guide"), guide=_guide(kind, sheets))


def _units() -> list[Unit]:
    units = Unit.objects.filter(kind__in=_PLACES, code__in=standing(this_month()))
    return sorted(units, key=lambda unit: (_PLACES.index(unit.kind), unit.code))


def _choices(kind: SheetKind, units: Sequence[Unit]) -> dict[str, Sequence[str]]:
    """What drop-downs offer: units, sorts, and what the form itself lists."""
    found: dict[str, Sequence[str]] = {UNIT: [str(unit) for unit in units]}
    for column in field_columns(kind):
        listed = (
            [str(label) for code, label in getattr(column.field, "choices", ()) if code] if _is_listed(column) else []
        )
        if isinstance(column.field, RegisterField):
            listed = column.field.names_on(clock.today())
        if listed:
            found[column.name] = listed
    if kind.sorts():
        found["sort"] = list(kind.sorts().values())
    return found


def _is_listed(column: object) -> bool:
    return getattr(column, "reads", None) is Reads.CHOICE and not hasattr(getattr(column, "field", None), "queryset")


def _guide(kind: SheetKind, sheets: Sequence[TemplateSheet]) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [
        [_("%(kind)s: how to fill in this workbook") % {"kind": kind.label}],
        [str(kind.help)],
        [_("One row is one record. Rows that begin with 【示例】 are examples and are not read.")],
        [_("Days: 2025-3-5, 2025.3.5, 2025年3月5日. Several names in a cell: divided by 、. Red: must be filled in.")],
        [_("Read twice, a file changes nothing: a row is known by its reference, or by unit, day, sort and title.")],
        [""],
    ]
    for sheet in sheets:
        rows.append([sheet.name, _("required"), _("what to write"), _("choices")])
        rows += [_line(column) for column in sheet.columns]
    return rows


def _line(column: Column) -> list[str]:
    choices = enumerated(column.choices[:12]) + "…" * (len(column.choices) > 12)
    return [column.label, _("yes") if column.required else "", column.help, choices]
