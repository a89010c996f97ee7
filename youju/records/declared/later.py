"""Later milestones: what becomes of a verified record afterwards, each posted once, and taken back where it was wrong.

A kind declares them (``RecordKind.later``): which columns a milestone fills, in which form they are asked, and, where
time alone brings it, when (``RecordKind.lapse``). The columns are set by these two verbs and by nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from youju.lib.text import visible
from youju.records.forms.form_fields import invite, tolerant_field
from youju.records.heads.record import Record
from youju.records.heads.states import State

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _ModelForm = forms.ModelForm[Record]
else:
    _ModelForm = forms.ModelForm

REACHED = "milestone.reach"
UNDONE = "milestone.undo"


class LaterForm(_ModelForm):
    """Asks the columns of one later milestone; ``cleaned_data`` is what the verb takes as values."""

    class Meta:
        formfield_callback = tolerant_field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            invite(field)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        values |= {name: visible(value) for name, value in values.items() if isinstance(value, str)}
        return values

    def _post_clean(self) -> None:
        """What was typed stays out of the row: the verb writes it."""


@dataclass(frozen=True, kw_only=True)
class Later:
    """One later milestone. label: what is done to reach it; reached: how it is called once it stands."""

    milestone: str
    label: str | Promise
    reached: str | Promise
    help: str | Promise
    form: type[LaterForm]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.form.base_fields)


@dataclass(frozen=True, kw_only=True)
class Lapse:
    """A later milestone that time brings: on the day after ``due_on``, the last day on which a record is in force.

    open: the rows of the kind that have not ended. values: the columns of the milestone for a row that ran out.
    """

    milestone: str
    open: Q
    values: Callable[[Any], dict[str, Any]]


def in_force(model: type[Record], lapse: Lapse) -> "QuerySet[Any]":
    """The verified records of a kind that have not ended."""
    return model.objects.filter(lapse.open, state=State.VERIFIED)
