"""The columns of a kind's sheet, derived from its form: a simple kind declares none.

A form may say more by ``FOLLOWS`` and ``NEVER``, its kind by ``headings``: other names for the columns.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.sheets import Column, Scalar
from youju.records.forms.form_fields import MinutesField
from youju.records.forms.line_sheet import heading, in_both
from youju.records.forms.person_field import PersonField
from youju.records.forms.record_form import RecordForm
from youju.records.forms.unit_field import UnitField
from youju.records.kind import CaseKind, SheetKind

REF, VERSION, NUMBER, UNIT = "ref", "version", "no", "unit"


class Reads(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    LINES = "lines"
    WHOLE = "whole"
    MINUTES = "minutes"
    DECIMAL = "decimal"
    DAY = "day"
    MOMENT = "moment"
    YES = "yes"
    CHOICE = "choice"
    SEVERAL = "several"
    PERSON = "person"


_BY_FIELD: tuple[tuple[type[forms.Field], Reads], ...] = (
    (forms.DateField, Reads.DAY),
    (forms.DateTimeField, Reads.MOMENT),
    (forms.BooleanField, Reads.YES),
    (forms.ModelMultipleChoiceField, Reads.SEVERAL),
    (forms.MultipleChoiceField, Reads.SEVERAL),
    (forms.ModelChoiceField, Reads.CHOICE),
    (forms.ChoiceField, Reads.CHOICE),
    (forms.DecimalField, Reads.DECIMAL),
    (MinutesField, Reads.MINUTES),  # before whole numbers, of which it is a sort
    (forms.IntegerField, Reads.WHOLE),
    (forms.CharField, Reads.TEXT),
    (PersonField, Reads.PERSON),
    (UnitField, Reads.TEXT),
)
_CHOSEN = (Reads.CHOICE, Reads.SEVERAL)
_FORMATS = {Reads.DAY: "date", Reads.WHOLE: "whole", Reads.MINUTES: "whole", Reads.DECIMAL: "decimal"}
_WIDTHS = {
    Reads.LINES: 36,
    Reads.DAY: 13,
    Reads.MOMENT: 17,
    Reads.WHOLE: 10,
    Reads.MINUTES: 10,
    Reads.DECIMAL: 12,
    Reads.SEVERAL: 30,
}
# What people head these columns with, whatever the kind.
_HEADINGS = {
    "happened": ("日期", "时间", "day", "date"),
    "title": ("名称", "事项名称", "name"),
    "unit": ("学校", "填报单位", "school"),
    "note": ("说明", "remark"),
}
_WIDE = {"title": 34, "unit": 22, "document": 30, REF: 22}


@dataclass(frozen=True)
class FieldColumn:
    """One field of the form as a column."""

    name: str
    field: forms.Field
    reads: Reads
    required: bool
    headings: tuple[str, ...] = ()

    def column(self, choices: Sequence[str] = (), example: Scalar = "") -> Column:
        """As the library of sheets knows it, in the language now active."""
        return Column(
            self.name,
            heading(self.field.label),
            (*in_both(self.field.label), *self.headings),
            required=self.required,
            help=str(self.field.help_text),
            example=example,
            choices=choices,
            width=_WIDE.get(self.name) or _WIDTHS.get(self.reads, 16),
            sort=_FORMATS.get(self.reads, "text"),
        )


def field_columns(kind: SheetKind) -> tuple[FieldColumn, ...]:
    """The columns of a kind, in the order of its form."""
    form = kind.form
    left = {*form.NEVER, *form.DRAWN}
    return tuple(
        FieldColumn(
            column.name,
            column.field,
            column.reads,
            column.required and column.name not in (*form.SOMETIMES, UNIT),
            (*_HEADINGS.get(column.name, ()), *kind.headings.get(column.name, ())),
        )
        for column in form_columns(form)
        if column.name not in left
    )


def move_columns(kind: SheetKind) -> tuple[FieldColumn, ...]:
    """Of a kind of case, what its moves write beside what its opening asks: a row can be filed as far on as it is.

    A day, a text or a number; who is in charge is chosen on the page.
    """
    if not isinstance(kind, CaseKind):
        return ()
    asked = {name for moves in kind.model.MOVES.values() for move in moves.values() for name in move.asks}
    later = asked.intersection(kind.model.EDITED) - set(kind.opens.base_fields)
    found = (column for column in form_columns(kind.move_form) if column.name in later)
    return tuple(replace(column, required=False) for column in found if column.reads not in _CHOSEN)


def state_column(kind: CaseKind) -> Column:
    """How far a case is. Of a new row empty: as it is when it is opened."""
    label, help = _("state"), _("Of new rows: how far it is. Empty: newly opened. The days of its moves stand beside.")
    states = [str(label) for _code, label in kind.model.STATES.choices]
    return Column("state", heading(label), in_both(label), help=str(help), choices=states, width=16)


def form_columns(form: "type[forms.ModelForm[Any]]") -> tuple[FieldColumn, ...]:
    """The fields of any form as columns, in its order; a field that no cell can hold is left out."""
    fields = form.base_fields
    order = [name for name in form.field_order or () if name in fields]
    found = ((name, fields[name], _reads(fields[name])) for name in dict.fromkeys([*order, *fields]))
    return tuple(FieldColumn(name, field, reads, field.required) for name, field, reads in found if reads)


def _reads(field: forms.Field) -> Reads | None:
    if isinstance(field.widget, forms.Textarea):
        return Reads.LINES
    return next((reads for sort, reads in _BY_FIELD if isinstance(field, sort)), None)


def ref_column() -> Column:
    """What a row is known by; empty in a row that is new."""
    return _known(REF, _("reference"), _("Leave it empty in new rows; in an export it says which record the row is."))


def number_column() -> Column:
    """By which the rows of a further sheet name theirs."""
    return _known(
        NUMBER, _("row number"), _("Any number, once a row: rows of the other sheets name it."), required=True
    )


def version_column() -> Column:
    """How often the record was changed: whoever verifies it by a file says which text it was."""
    return Column(VERSION, heading(_("version")), in_both(_("version")), width=8, sort="whole")


def told_columns(kind: SheetKind) -> list[Column]:
    """What an export tells beside the form's fields, and an import passes over; but of new cases the state."""
    return [
        version_column(),
        state_column(kind) if isinstance(kind, CaseKind) else _known("state", _("state")),
        _known("author", _("recorded by")),
        _known("verifier", _("verified by")),
        Column("verified_at", heading(_("verified")), in_both(_("verified")), sort="date"),
    ]


def _known(name: str, label: Any, help: Any = "", *, required: bool = False) -> Column:
    return Column(name, heading(label), in_both(label), required, str(help), width=_WIDE.get(name, 14))


def sheet_names(label: Any, code: str) -> tuple[str, ...]:
    """Under which names a sheet is found."""
    return (*in_both(label), code)


def examples(
    kind: SheetKind, columns: Sequence[FieldColumn], choices: Callable[[str], Sequence[str]]
) -> dict[str, Scalar]:
    """What the example row shows: the first choice, the day a new form begins with, twelve, or the column's name."""
    shown: dict[str, Scalar] = {}
    day = kind.form.first_day() if issubclass(kind.form, RecordForm) else clock.today()
    for column in columns:
        offered = choices(column.name)
        match column.reads:
            case Reads.DAY:
                shown[column.name] = day if column.required else None
            case Reads.MOMENT:
                shown[column.name] = f"{clock.today()} 8:30" if column.required else None
            case Reads.WHOLE | Reads.DECIMAL:
                shown[column.name] = 12 if column.required else None
            case Reads.CHOICE:
                shown[column.name] = offered[0] if offered and (column.required or column.name == UNIT) else ""
            case Reads.TEXT if column.required:
                shown[column.name] = gettext("example: %(kind)s") % {"kind": kind.label}
    return shown
