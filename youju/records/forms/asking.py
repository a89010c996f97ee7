"""What the forms of records and of cases have in common: what a sheet of the kind goes by, and rows behind a field."""

import copy
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from youju.records.forms.many_names import ManyNames
from youju.records.forms.person_field import PersonField
from youju.records.forms.rows.field import RowsField
from youju.records.forms.unit_field import UnitField
from youju.records.heads.ledgered import Ledgered

if TYPE_CHECKING:  # mixed into a form of a model
    _Form = forms.ModelForm[Any]
else:
    _Form = object


class Asking(_Form):
    """Mixed into a form of a model.

    DRAWN: fields drawn by a template of the kind; an empty name means that another field's template draws it too.
    FOLLOWS: fields that are asked, or offer choices, by what others hold: those others. SOMETIMES: fields that are not
    asked of every record. NEVER: fields of the base that the kind does not ask. A sheet of the kind goes by all three.
    """

    DRAWN: ClassVar[dict[str, str]] = {}
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = {}
    SOMETIMES: ClassVar[tuple[str, ...]] = ()
    NEVER: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def typed(cls, data: "MultiValueDict[str, Any]") -> dict[str, Any]:
        """What was typed so far, unchecked, as initial values of a form that is drawn anew."""
        given = ((name, field) for name, field in cls.base_fields.items() if _is_given(field.widget, data, name))
        return {name: field.widget.value_from_datadict(data, MultiValueDict(), name) for name, field in given}

    def again(self, data: "MultiValueDict[str, Any]", instance: Ledgered) -> Self:
        """This form for other data in which the fields that others FOLLOW are the same; what it loaded is kept."""
        form = copy.copy(self)
        form.data, form.is_bound, form.instance = data, True, instance
        form._errors, form._bound_fields_cache = None, {}  # type: ignore[attr-defined]  # checked and drawn anew
        return form

    def chosen(self, name: str) -> Any:
        """A field's value as it stands, typed or initial; None where it is not asked, empty, or none of the choices."""
        if name not in self.fields:
            return None
        try:
            return self.fields[name].clean(self[name].value())
        except ValidationError:
            return None

    def prepare_lookups(self) -> None:
        """Tell the fields that look something up of which unit and day, and what the record holds already."""
        saved = self.instance.pk is not None
        for name, field in self.fields.items():
            if isinstance(field, RowsField):
                kept = self.instance.parts()[name] if saved else []
                field.follow(self, kept)
                self.initial.setdefault(name, kept)
            elif isinstance(field, PersonField | UnitField):
                there = getattr(self.instance, name) if saved else None
                field.follow(self, [there] if there else [])
                if there and self.initial.get(name) == there.pk:
                    self.initial[name] = there


def _is_given(widget: forms.Widget, data: "MultiValueDict[str, Any]", name: str) -> bool:
    return name in data or (isinstance(widget, ManyNames) and widget.is_sent(data, name))
