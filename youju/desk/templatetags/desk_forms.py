"""How the desk draws one form field: its classes, and the wires from a control to what is said about it."""

from django import template
from django.forms import BoundField, CheckboxInput, ClearableFileInput, Select
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether the field is one box to tick, with its label behind it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def control(field: BoundField) -> SafeString:
    """The control itself; a screen reader is told its help and its errors with it."""
    widget = field.field.widget
    attrs: dict[str, str | bool] = (
        {} if is_tick(field) else {"class": "form-select" if isinstance(widget, Select) else "form-control"}
    )
    if isinstance(widget, ClearableFileInput):
        attrs["class"] = "form-control"
    if field.help_text or field.errors:
        attrs["aria-describedby"] = f"{field.id_for_label}-notes"
    return field.as_widget(attrs=attrs)
