"""How the desk draws one form field: its classes, and the wires from a control to what is said about it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, ClearableFileInput, Select
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from youju.desk.records.drawn_rows import DrawnRows, drawn_rows
from youju.desk.records.kind_form import REDRAWING
from youju.desk.records.name_lists import list_attrs, list_id, listed_names
from youju.orgs.units import Unit
from youju.records.forms.member_field import MemberField
from youju.records.forms.person_field import PersonField
from youju.records.forms.rows.field import RowsField
from youju.records.forms.unit_field import UnitField
from youju.records.forms.units_field import UnitsField

register = template.Library()

# Above this many choices a list scrolls in its own box and can be searched.
_MANY = 24


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether the field is one box to tick, with its label behind it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def is_optional(field: BoundField) -> bool:
    """Whether the field may always be left empty; ``ASKED_SOMETIMES`` of a form names those of which it depends."""
    return not field.field.required and field.name not in getattr(field.form, "ASKED_SOMETIMES", ())


@register.filter
def narrowings(filters: BaseForm) -> int:
    """How many filters of a list are set; how it is put in order narrows nothing."""
    return sum(bool(field.data) for field in filters.visible_fields() if field.name not in ("kind", "order"))


@register.filter
def is_rows(field: BoundField) -> bool:
    """Whether several rows of values stand behind the field."""
    return isinstance(field.field, RowsField)


@register.filter
def rows(field: BoundField) -> DrawnRows:
    """Those rows as they are drawn."""
    return drawn_rows(field)


class PickedUnits(NamedTuple):
    """The chosen units, and what was typed and is none, or not one alone."""

    units: list[Unit]
    left: str


@register.filter
def is_units(field: BoundField) -> bool:
    """Whether several units are chosen in the field."""
    return isinstance(field.field, UnitsField)


@register.filter
def picked_units(field: BoundField) -> PickedUnits:
    """What is chosen in it so far."""
    assert isinstance(field.field, UnitsField)
    keys, left = field.field.sorted_out(field.value())
    return PickedUnits(field.field.chosen(keys), "、".join(left))


@register.simple_tag
def redraws_form() -> SafeString:
    """The wires of a button that has the form drawn anew."""
    return format_html_join(" ", '{}="{}"', ((name, REDRAWING[name]) for name in REDRAWING if name != "hx-trigger"))


@register.filter
def own_names(field: BoundField) -> dict[str, list[str]]:
    """The names that the field's own box offers, by the id of their list."""
    names = listed_names(field.field) if isinstance(field.field, MemberField | PersonField | UnitField) else None
    return {} if names is None else {list_id(field): names}


@register.filter
def of_text(things: Mapping[str, Any], text: str) -> Any:
    """The thing that bears a text."""
    return things.get(text)


@register.filter
def is_many(field: BoundField) -> bool:
    """Whether a field offers so many choices that they need a box of their own."""
    return len(getattr(field.field, "choices", ())) > _MANY


@register.filter
def redraws(field: BoundField) -> bool:
    """Whether other fields of the form depend on this one."""
    return field.name in getattr(field.form, "REDRAWS", ())


@register.filter
def is_drawn(field: BoundField) -> bool:
    """Whether a template of the field's kind draws it, alone or together with another field."""
    return field.name in getattr(field.form, "DRAWN", {})


@register.filter
def drawn_by(field: BoundField) -> str:
    """That template; empty where another field's template draws this one too."""
    return str(getattr(field.form, "DRAWN", {}).get(field.name, ""))


@register.filter
def control(field: BoundField) -> SafeString:
    """The control itself; a screen reader is told its help and its errors with it."""
    widget = field.field.widget
    attrs: dict[str, str | bool] = (
        {} if is_tick(field) else {"class": "form-select" if isinstance(widget, Select) else "form-control"}
    )
    if isinstance(widget, ClearableFileInput):
        attrs["class"] = "form-control"
    if field.help_text or field.errors or getattr(field.field, "guessed", False):
        attrs["aria-describedby"] = f"{field.id_for_label}-notes"
    if isinstance(field.field, MemberField | PersonField | UnitField):  # a register's box has its own list
        attrs |= list_attrs(field, field.field)
    if redraws(field):
        attrs.update(REDRAWING)
    if type(widget) is Select:
        widget.template_name = "desk/parts/select.html"
    return field.as_widget(attrs=attrs)
