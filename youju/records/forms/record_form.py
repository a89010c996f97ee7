"""The form every kind's form starts from: units the member may record for, dates that make sense."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.periods import YEARS
from youju.lib.text import visible
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.forms.asking import Asking
from youju.records.forms.choosing import let_choose
from youju.records.forms.form_fields import WholeField, invite, tolerant_field
from youju.records.forms.register_field import offer_rows
from youju.records.forms.rows.field import RowsField
from youju.records.forms.unit_field import offered_units
from youju.records.heads.lateness import is_late
from youju.records.heads.occasions import Occasion
from youju.records.heads.record import Record
from youju.records.heads.sections import Section
from youju.records.rights import units_to_record_for

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _ModelForm = forms.ModelForm[Record]
else:
    _ModelForm = forms.ModelForm


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class RecordForm(Asking, _ModelForm):
    """Checks what a member typed; the verb writes it. ``cleaned_data`` is what the verbs take as values.

    MORE: fields that most records leave empty; a page may fold them. REDRAWS: fields on which others depend;
    where one changes, the form is drawn anew from ``typed``. PICK: the field to ask before all others, if any.
    """

    MORE: ClassVar[tuple[str, ...]] = ("happened_until", "occasion", "partners", "note", "late_reason")
    REDRAWS: ClassVar[tuple[str, ...]] = ("happened",)
    PICK: ClassVar[str] = ""

    class Meta:
        model: type[Record]
        fields = ["unit", "title", "happened", "happened_until", "occasion", "partners", "note", "late_reason"]
        widgets = {
            "happened": DateInput(),
            "happened_until": DateInput(),
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        formfield_callback = tolerant_field

    def __init__(self, *args: Any, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.NEVER:
            del self.fields[name]
        units = units_to_record_for(actor, self._section())
        let_choose(self, "unit", units)
        if "partners" in self.fields:
            let_choose(self, "partners", self._partners())
        let_choose(self, "occasion", Occasion.objects.all())
        if self.instance.pk is None and "unit" not in self.initial:
            self.initial["unit"] = actor.unit_id
            self.initial.setdefault("happened", self.first_day())
        if self.instance.pk is None:
            for name in self._noughts():
                self.fields[name].initial = None
        offer_rows(self, self.chosen("happened") or clock.today())
        for field in self.fields.values():
            invite(field)
        self.prepare_lookups()
        # Asked of a late record alone, and then not as something one may leave out; a draft can still wait for it.
        if "late_reason" in self.fields:
            self.fields["late_reason"].asked = self._is_late()  # type: ignore[attr-defined]  # for the page
        if len(units[:2]) == 1:  # nothing to choose: one field less on a phone
            self.fields["unit"].widget = forms.HiddenInput()

    def _section(self) -> str:
        """The section of the form's kind: the folder that the kind's own folder lies in."""
        folders = type(self.instance).__module__.split(".")
        return next((folder for folder in folders if folder in Section.values), "")

    @classmethod
    def first_day(cls) -> date:
        """The day with which the form of a new record begins."""
        return clock.today()

    def offer(self, name: str, choices: Iterable[Any]) -> None:
        """Set the choices of a field, below the invitation to choose one."""
        empty = _("please choose") if self.fields[name].required else "—"
        self.fields[name].choices = [("", empty), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    def folded(self) -> tuple[str, ...]:
        """The fields that are folded; of some records of a kind it may be others too."""
        return self.MORE

    def main_fields(self) -> list[forms.BoundField]:
        """What is asked of every record. A late one is also asked why."""
        return [field for field in self if field.name not in self.folded() or self._asks_why(field)]

    def more_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.folded() and not self._asks_why(field)]

    def more_is_used(self) -> bool:
        """Whether one of the fields under 更多 holds something, or has to be mended."""
        return any(_holds(field) or field.errors for field in self.more_fields())

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        values |= {name: visible(value) for name, value in values.items() if isinstance(value, str)}
        values |= {name: 0 for name in self._noughts() if name in values and values[name] is None}
        for name in ("happened", "happened_until"):
            if (day := values.get(name)) and day.year not in YEARS:
                self.add_error(name, _("The year %(year)04d cannot be right.") % {"year": day.year})
        first, last = values.get("happened"), values.get("happened_until")
        if first and last and last < first:
            self.add_error("happened_until", _("The last day is before the first."))
        partners = values.get("partners")
        if partners is not None and not partners.query.is_empty() and values.get("unit") in partners:
            self.add_error("partners", _("The unit itself is not its own partner."))
        return values

    def _noughts(self) -> list[str]:
        """The whole numbers that may be left out and then are 0: a new form begins with them empty."""
        columns = {column.name: column for column in type(self.instance)._meta.concrete_fields if not column.null}
        fields = ((name, field) for name, field in self.fields.items() if name in columns)
        return [name for name, field in fields if isinstance(field, WholeField) and not field.required]

    def _asks_why(self, field: forms.BoundField) -> bool:
        return field.name == "late_reason" and self._is_late()

    def _is_late(self) -> bool:
        day = self.chosen("happened_until") or self.chosen("happened")
        return day is not None and is_late(day, self.instance.handed_in_on)

    def _partners(self) -> QuerySet[Unit]:
        """Also what the record names already."""
        kept = [unit.pk for unit in self.instance.partners.all()] if self.instance.pk is not None else []
        return offered_units(kept)


def _holds(field: forms.BoundField) -> bool:
    """Whether anything stands in a field; a row in which nothing was typed is nothing."""
    if isinstance(field.field, RowsField):
        return bool(field.field.filled(field.value()))
    return bool(field.value())
