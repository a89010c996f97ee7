"""The form of a title held, and what is asked where it ends."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.accreditation.holding.models import HELD, OTHER, Ending, Holding, is_opening
from youju.records.counting.levels import LEVELS
from youju.records.declared.later import LaterForm
from youju.records.forms.record_form import DateInput, RecordForm
from youju.records.forms.stated_form import named


def titles() -> dict[str, str]:
    """The name of each title by its code, in the language now active."""
    return {code: named(category) for code, category in HELD.categories.items()}


class HoldingForm(RecordForm):
    instance: Holding

    MORE: ClassVar[tuple[str, ...]] = ("issuer", "title", "occasion", "note", "late_reason")
    REDRAWS: ClassVar[tuple[str, ...]] = ("sort", *RecordForm.REDRAWS)
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = {"name": ("sort",)}
    SOMETIMES: ClassVar[tuple[str, ...]] = ("name",)
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until", "partners")  # a grant has one day and one unit

    sort = forms.ChoiceField(label=_("title granted"))
    title = forms.CharField(
        label=_("title of the record"),
        max_length=120,
        required=False,
        help_text=_("Left empty, it is made of unit, level and title."),
    )

    class Meta(RecordForm.Meta):
        model = Holding
        fields = ["sort", "name", "level", *RecordForm.Meta.fields, "due_on", "document", "issuer"]
        labels = {"happened": _("granted on"), "due_on": _("title valid until")}
        help_texts = {
            "due_on": _("The last day on which it is in force; empty where none is set."),
            "document": _("As it stands on the decision, so that others find it."),
        }
        widgets = RecordForm.Meta.widgets | {"due_on": DateInput()}

    field_order = (
        "unit", "sort", "name", "level", "happened", "due_on", "document", "issuer", "title", "occasion", "note",
        "late_reason",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", titles().items())
        self.fields["name"].required = True
        if self.chosen("sort") != OTHER:
            del self.fields["name"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        values.setdefault("name", "")
        granted, until = values.get("happened"), values.get("due_on")
        if granted and until and until < granted:
            self.add_error("due_on", _("It cannot run out before it was granted."))
        if not values.get("title"):
            values["title"] = self._title(values)
        return values

    def _is_late(self) -> bool:
        day = self.chosen("happened")
        return super()._is_late() and not is_opening(day)

    def _title(self, values: dict[str, Any]) -> str:
        level = next((named(level) for level in LEVELS if level.code == values.get("level")), "")
        name = values["name"] or titles().get(values.get("sort", ""), "")
        told = {"unit": values.get("unit") or "", "level": level, "title": name}
        return str(_("%(unit)s holds: %(level)s, %(title)s") % told)[:120]


class EndingForm(LaterForm):
    class Meta(LaterForm.Meta):
        model = Holding
        fields = ["ended_how", "ended_on", "ended_reason"]
        widgets = {"ended_on": DateInput()}
        help_texts = {
            "ended_on": _("The first day on which the title no longer counts."),
            "ended_reason": _("Why, or the decision that says so; without names of persons."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = True
        self.fields["ended_how"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("please choose")), *((how.value, how.label) for how in Ending if how != Ending.EXPIRED),
        ]  # fmt: skip
        self.initial.setdefault("ended_on", clock.today())

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        day = values.get("ended_on")
        if day and not self.instance.happened < day <= clock.today():
            self.add_error("ended_on", _("After the day of the grant, and no later than today."))
        return values
