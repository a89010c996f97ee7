"""The names that a box offers while somebody types: of a roster, of the bureau's units, of members, of a register."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.urls import reverse

from youju.records.forms.member_field import MemberField
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.register_field import RegisterField
from youju.records.forms.unit_field import UnitField

# A list of names stands in the page itself up to so many.
_LISTED = 400


def list_attrs(bound: BoundField, field: forms.Field, column: str = "") -> dict[str, Any]:
    """What ties a box to its list of names; of persons of the whole bureau the server is asked.

    field: the bound one's own, or its column of that name.
    """
    if not isinstance(field, UnitField | MemberField | PersonField | RegisterField):
        return {}
    attrs = {"list": list_id(bound, column), "autocomplete": "off"}
    if not isinstance(field, PersonField) or field.reach != Reach.COUNTY:
        return attrs
    form: Any = bound.form  # of a kind, whose application bears its code
    path = f"{bound.name}.{column}" if column else bound.name
    return attrs | {
        "hx-get": reverse("record-people", args=[form.instance._meta.app_label, path]),
        "hx-trigger": "input changed delay:250ms",
        "hx-target": f"#{list_id(bound, column)}",
        "hx-swap": "innerHTML",
        "hx-include": "#id_unit, #id_happened",
    }


def listed_names(field: forms.Field) -> list[str] | None:
    """The names that stand in the page; None where the field offers none."""
    if isinstance(field, UnitField):
        return field.units.choices.labels()
    if isinstance(field, MemberField):
        return field.members.choices.labels()
    if isinstance(field, RegisterField):
        return field.names()
    if isinstance(field, PersonField):
        return field.roster_names(_LISTED) if field.reach == Reach.UNIT else []
    return None


def list_id(bound: BoundField, column: str = "") -> str:
    return f"names-{bound.name}-{column}" if column else f"names-{bound.name}"
