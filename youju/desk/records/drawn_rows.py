"""A field of rows as a page draws it: each row with its boxes, and what is wrong in each of them."""

import json
from collections import defaultdict
from typing import Any, NamedTuple

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from youju.desk.records.name_lists import list_attrs, list_id, listed_names
from youju.records.forms.register_field import RegisterField
from youju.records.forms.rows.field import ADD, DROP, RowsField, cell_of, unfilled_below

# A text of so many characters wants a wide box, of twice as many the widest; a choice whose words have no more than so
# many a narrow one.
_LONG, _SHORT = 100, 6


class Cell(NamedTuple):
    """One box. sort: how wide it is."""

    label: str | Promise
    id: str
    control: SafeString
    notes: list[str]
    required: bool
    sort: str


class DrawnRow(NamedTuple):
    """number: as errors name it; drop: what a press sends that takes the row away, and the same for htmx.

    spare: one more empty row, which a phone shows after a press for more.
    """

    number: int
    cells: list[Cell]
    drop: str
    drop_vals: str
    spare: bool


class DrawnRows(NamedTuple):
    """whole: what is wrong with no single box. lists: names to choose from while typing, by the list's id."""

    rows: list[DrawnRow]
    columns: list[forms.Field]
    whole: list[str]
    lists: dict[str, list[str]]
    add: str
    add_vals: str


def drawn_rows(bound: BoundField) -> DrawnRows:
    """The rows of a field as they were typed or are kept, and one to fill in below them."""
    field = bound.field
    assert isinstance(field, RowsField)
    raw = _raw(bound, field)
    field.look_up(raw)
    whole, wrong = _errors(bound)
    shown = len(raw) - min(unfilled_below(field.columns, raw), field.spare - 1)
    rows = [_row(bound, field, at, row, wrong, spare=at >= max(shown, 1)) for at, row in enumerate(raw)]
    add = f"{ADD} {bound.name}"
    return DrawnRows(rows, list(field.columns.values()), whole, _lists(bound, field), add, _vals(add))


def _raw(bound: BoundField, field: RowsField) -> list[dict[str, Any]]:
    rows = list(bound.value() or [])
    offered = max(field.least, field.spare if not rows else 1) if not bound.form.is_bound else 1
    filled = [row for row in rows if field.is_filled(row)]
    if len(filled) == len(rows) and len(rows) < field.most:
        rows += [field.blank() for _place in range(max(offered, field.least - len(rows)))]
    return rows


def _row(
    bound: BoundField,
    field: RowsField,
    at: int,
    row: dict[str, Any],
    wrong: dict[tuple[int, str], list[str]],
    *,
    spare: bool,
) -> DrawnRow:
    prefix = f"{bound.html_name}-{at}"
    cells = [
        _cell(bound, f"{prefix}-{name}", name, column, row.get(name), wrong[at, name])
        for name, column in field.columns.items()
    ]
    drop = f"{DROP} {prefix}"
    return DrawnRow(at + 1, cells, drop, _vals(drop), spare)


def _cell(bound: BoundField, html_name: str, name: str, column: forms.Field, value: Any, notes: list[str]) -> Cell:
    is_select, own = isinstance(column.widget, forms.Select), f"id_{html_name}"
    attrs: dict[str, Any] = {"id": own, "class": "form-select" if is_select else "form-control"}
    if isinstance(column.widget, forms.CheckboxInput):
        attrs["class"] = "pick"
    attrs |= list_attrs(bound, column, name)
    if notes:
        attrs |= {"aria-invalid": "true", "aria-describedby": f"{own}-notes"}
    # The names of a register stand once below all rows.
    widget = forms.TextInput() if isinstance(column, RegisterField) else column.widget
    control = widget.render(html_name, column.prepare_value(value), column.widget_attrs(column.widget) | attrs)
    return Cell(column.label or name, own, control, notes, column.required, _sort(column))


def _sort(column: forms.Field) -> str:
    if isinstance(column, forms.IntegerField | forms.DecimalField | forms.BooleanField):
        return "short"
    if isinstance(column, forms.ChoiceField) and not isinstance(column, forms.ModelChoiceField):
        words = [str(label) for _code, label in list(column.choices)]  # type: ignore[arg-type]  # pairs
        return "short" if max(map(len, words), default=0) <= _SHORT else "plain"
    longest = 2 * _LONG if isinstance(column.widget, forms.Textarea) else getattr(column, "max_length", None) or 0
    if longest >= 2 * _LONG:
        return "longest"
    return "long" if longest >= _LONG else "plain"


def _errors(bound: BoundField) -> tuple[list[str], dict[tuple[int, str], list[str]]]:
    whole: list[str] = []
    wrong: dict[tuple[int, str], list[str]] = defaultdict(list)
    for error in bound.form.errors.as_data().get(bound.name, ()):
        place, text = cell_of(error)
        (wrong[place] if place else whole).append(text)
    return whole, wrong


def _lists(bound: BoundField, field: RowsField) -> dict[str, list[str]]:
    listed = ((list_id(bound, name), listed_names(column)) for name, column in field.columns.items())
    return {own: names for own, names in listed if names is not None}


def _vals(then: str) -> str:
    return json.dumps({"then": then})
