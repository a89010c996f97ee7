"""RowsField: several rows of values behind one field of a form, asked by the columns of the rows' own model."""

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import fields_for_model
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.text import visible
from youju.orgs.units import Unit
from youju.records.forms.form_fields import invite, tolerant_field
from youju.records.forms.many_names import ManyNames
from youju.records.forms.person_field import PersonField, PersonWidget
from youju.records.forms.register_field import RegisterField
from youju.records.forms.unit_field import UnitField
from youju.records.heads.lines import Line, Values, lines_of, same_lines

# What a press that only draws the form anew asks of its rows: more of them, or one fewer.
ADD, DROP = "redraw add", "redraw drop"
# The code of an error that belongs to one cell; its params say which.
CELL = "cell"
# The longest decision anybody publishes names some 340; more come by workbook.
MOST = 400

Raw = dict[str, Any]
"""One row as it was typed, by column."""


class RowsWidget(ManyNames):
    """Reads the rows from names such as ``guests-2-invited``; a template draws them.

    spare: so many empty ones are there after a press for more. spreads: a list of names in the box of a person becomes
    a row for each of them, with what else was typed in that row.
    """

    listed = True
    columns: Mapping[str, forms.Field]
    spare: int
    spreads: bool
    blank: Raw

    def read(self, data: Mapping[str, Any], name: str) -> list[Raw]:
        asked = str(data.get("then", ""))
        numbers = [number for number in self._numbers(data, name) if asked != f"{DROP} {name}-{number}"]
        rows = [row for number in numbers[: 2 * MOST] for row in self._rows(data, f"{name}-{number}")]
        return rows + [dict(self.blank) for _place in range(self._more(rows) if asked == f"{ADD} {name}" else 0)]

    def _more(self, rows: Sequence[Raw]) -> int:
        """One at least, and so many that ``spare`` of them are empty below the last in which anything was typed."""
        return max(self.spare - unfilled_below(self.columns, rows), 1)

    def is_sent(self, data: Mapping[str, Any], name: str) -> bool:
        return bool(self._numbers(data, name))

    def _numbers(self, data: Mapping[str, Any], name: str) -> list[int]:
        cell = re.compile(rf"{re.escape(name)}-(\d{{1,4}})-\w+")
        return sorted({int(match[1]) for key in data if (match := cell.fullmatch(key))})

    def _rows(self, data: Mapping[str, Any], prefix: str) -> list[Raw]:
        row = self._row(data, prefix)
        for name, column in self.columns.items() if self.spreads else ():
            if isinstance(column.widget, PersonWidget) and (names := column.widget.read_list(data, f"{prefix}-{name}")):
                return [row | {name: typed} for typed in names[: 2 * MOST]]
        return [row]

    def _row(self, data: Mapping[str, Any], prefix: str) -> Raw:
        read = ((name, field.widget.value_from_datadict(data, {}, f"{prefix}-{name}"))
                for name, field in self.columns.items())  # fmt: skip
        return {name: "" if value is None else value for name, value in read}


class RowsField(forms.Field):
    """Cleans to a list of values by column, one each row in which anything was typed, in their order.

    model: the Line whose COLUMNS are asked. row: what one row is called (“group of guests”). columns: fields to ask
    in place of the model's own. least, most: how many rows there may be. spare: so many empty ones are offered.
    spreads: whether names pasted as a list into one row are rows of their own.
    """

    widget = RowsWidget

    def __init__(
        self,
        model: type[Line],
        *,
        row: str | Promise,
        columns: Mapping[str, forms.Field] | None = None,
        least: int = 0,
        most: int = MOST,
        spare: int = 2,
        spreads: bool = True,
        **options: Any,
    ) -> None:
        super().__init__(required=least > 0, **options)
        self.model, self.row, self.least, self.most = model, row, least, most
        asked: dict[str, forms.Field] = {
            **fields_for_model(model, fields=model.COLUMNS, formfield_callback=_cell_field),
            **(columns or {}),
        }
        self.columns: dict[str, forms.Field] = {name: asked[name] for name in model.COLUMNS}
        for column in self.columns.values():
            invite(column)
        self.spare = self.widget.spare = spare
        self.takes_list = self.widget.spreads = spreads and self._names_persons()
        self.widget.columns, self.widget.blank = self.columns, self.blank()

    def __deepcopy__(self, memo: dict[int, Any]) -> "RowsField":
        field: RowsField = super().__deepcopy__(memo)
        field.columns = copy.deepcopy(self.columns, memo)
        field.widget.columns = field.columns
        return field

    def follow(self, form: Any, kept: Sequence[Values] = ()) -> None:
        """Take from a form what its columns depend on. kept: the rows that the record holds already."""
        for name, column in self.columns.items():
            there = [row[name] for row in kept if row[name] is not None]
            if isinstance(column, PersonField | UnitField):
                column.follow(form, there)
            elif isinstance(column, RegisterField):
                column.offer(form.chosen("happened") or clock.today(), also=[row.pk for row in there])

    def clean(self, value: Any) -> list[Values]:
        rows = self.filled(value)
        self.look_up([row for _at, row in rows])
        errors: list[ValidationError] = []
        found = [(at, self._cleaned(at, row, errors)) for at, row in rows]
        errors += self._doubled(found) if not errors else []
        errors += self._wrong_number(len(rows))
        if errors:
            raise ValidationError(errors)
        return [values for _at, values in found]

    def filled(self, value: Any) -> list[tuple[int, Raw]]:
        """The rows in which anything was typed, each with its place among all, from 0."""
        rows = value if isinstance(value, list) else []
        return [(at, row) for at, row in enumerate(rows) if isinstance(row, dict) and self.is_filled(row)]

    def is_filled(self, row: Raw) -> bool:
        return _is_filled(self.columns, row)

    def blank(self) -> Raw:
        """A row in which nothing was typed."""
        return {name: column.initial if column.initial is not None else "" for name, column in self.columns.items()}

    def _names_persons(self) -> bool:
        return any(isinstance(column, PersonField) for column in self.columns.values())

    def look_up(self, rows: Sequence[Raw]) -> None:
        """Find at once what the columns must look up, however many rows."""
        for name, column in self.columns.items():
            if isinstance(column, PersonField):
                column.look_up(value for row in rows if isinstance(value := row.get(name), dict))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return not same_lines(self.model, self.clean(data), initial or [])
        except ValidationError:
            return True

    def error(self, at: int, name: str, text: str) -> ValidationError:
        """What is wrong in one cell. at: the row's place among all that were typed, from 0."""
        said = {"row": at + 1, "column": self.columns[name].label, "text": text}
        return ValidationError(_("Row %(row)s, %(column)s: %(text)s"), code=CELL, params=said | {"at": (at, name)})

    def _cleaned(self, at: int, row: Raw, errors: list[ValidationError]) -> Values:
        values: Values = {}
        before = len(errors)
        for name, column in self.columns.items():
            try:
                values[name] = self._value(name, column.clean(row.get(name)))
            except ValidationError as error:
                errors += [self.error(at, name, text) for text in error.messages]
        if len(errors) == before:
            (line,) = lines_of(self.model, None, [values])
            errors += [self.error(at, name, text) for name, text in line.faults()]
        return values

    def _value(self, name: str, value: Any) -> Any:
        """As the model's column holds it: an empty box of a number that cannot be empty is its default."""
        column = self.model._meta.get_field(name)
        if value is None and isinstance(column, models.Field) and not column.null:
            return column.get_default()
        return visible(value) if isinstance(value, str) else value

    def _doubled(self, found: Sequence[tuple[int, Values]]) -> Iterator[ValidationError]:
        first: dict[tuple[str, ...], int] = {}
        for (at, _values), line in zip(found, lines_of(self.model, None, [each for _at, each in found]), strict=True):
            other = first.setdefault(line.key(), at) if self.model.KEY else at
            if other != at:
                yield self.error(at, self.model.KEY[0], _("The same stands in row %(row)d.") % {"row": other + 1})

    def _wrong_number(self, count: int) -> Iterator[ValidationError]:
        said = {"row": self.row, "least": self.least, "most": self.most, "count": count}
        if count < self.least:
            yield ValidationError(_("At least %(least)d of “%(row)s” must be filled in.") % said, code="least")
        if count > self.most:
            yield ValidationError(_("%(count)d of “%(row)s” are more than the %(most)d that fit.") % said, code="most")


def cell_of(error: ValidationError) -> tuple[tuple[int, str] | None, str]:
    """The cell in which something is wrong, as place of the row and column, and what; no cell where it is no row's."""
    if error.code != CELL or not error.params:
        return None, "".join(error.messages)
    return error.params["at"], str(error.params["text"])


def unfilled_below(columns: Mapping[str, forms.Field], rows: Sequence[Raw]) -> int:
    """How many rows stand empty below the last in which anything was typed."""
    return next((at for at, row in enumerate(reversed(rows)) if _is_filled(columns, row)), len(rows))


def _is_filled(columns: Mapping[str, forms.Field], row: Raw) -> bool:
    return any(_is_typed(row.get(name), column.initial) for name, column in columns.items())


def _is_typed(value: Any, initial: Any) -> bool:
    if isinstance(value, dict):
        return bool(value.get("text"))
    return str(value if value is not None else "").strip() not in ("", str(initial if initial is not None else ""))


def _cell_field(column: "models.Field[Any, Any]", **options: Any) -> forms.Field | None:
    """The field of one column: a unit too is typed by name, for a list a row would be long."""
    if isinstance(column, models.ForeignKey) and issubclass(column.related_model, Unit):
        return UnitField(label=column.verbose_name, required=not column.blank, help_text=column.help_text)
    return tolerant_field(column, **options)
