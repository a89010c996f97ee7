"""The forms of an official letter: drafting it, and changing the draft."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.forms.case_forms import CaseForm, MoveForm, OpenForm
from youju.records.forms.form_fields import LinkField
from youju.records.forms.record_form import DateInput
from youju.records.inquiries.correction_letter.models import CorrectionLetter, LetterSort
from youju.records.inquiries.correction_letter.moves import WRITTEN
from youju.records.rights import units_to_record_for

_LABELS = {"unit": _("unit that signs it"), "title": _("title of the letter"), "happened": _("drafted on")}
_HELPS = {
    "title": _("As: Reply on the fees for school uniforms."),
    "mark": _("What stands before the year in the number, as 溪教函. Each mark has its own numbers within a year."),
    "body": _("A paragraph a line. The number, the unit and the day are set by themselves."),
}
_WIDGETS = {"happened": DateInput(), "body": forms.Textarea(attrs={"rows": 8})}


class LetterForm(OpenForm):
    MORE: ClassVar[tuple[str, ...]] = ("link", "contact")

    owner = None  # type: ignore[assignment]  # whoever records for the unit goes on with it
    sort = forms.ChoiceField(label=_("sort of letter"), choices=LetterSort.choices)
    link = LinkField(label=_("link to what it answers or corrects"), required=False)

    class Meta(OpenForm.Meta):
        model = CorrectionLetter
        fields = ["unit", "sort", "title", "mark", "addressee", "body", "happened", "link", "contact"]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(self.actor, self.section or "inquiries")
        self.offer_units(units)
        self.initial.setdefault("unit", self.actor.unit_id)
        self.initial.setdefault("happened", clock.today())
        self.initial.setdefault("mark", _last_mark(self.actor.unit_id))

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if (day := values.get("happened")) and day > clock.today():
            self.add_error("happened", _("This day has not come yet."))
        _check_mark(self, values)
        return values


class LetterMoveForm(MoveForm):
    owner = None  # type: ignore[assignment]  # as in the form above
    sort = forms.ChoiceField(label=_("sort of letter"), choices=LetterSort.choices)
    link = LinkField(label=_("link to what it answers or corrects"), required=False)

    class Meta(MoveForm.Meta):
        model = CorrectionLetter
        fields = [*WRITTEN]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check_mark(self, values)
        return values


def _last_mark(unit_id: int | None) -> str:
    """The mark of the unit's last letter: it mostly has one."""
    last = CorrectionLetter.objects.filter(unit=unit_id).order_by("-pk").values_list("mark", flat=True).first()
    return last or ""


def _check_mark(form: CaseForm, values: dict[str, Any]) -> None:
    if any(letter in "〔〕[]（）()" or letter.isdigit() for letter in values.get("mark", "")):
        form.add_error("mark", _("Only the letters before the year: year and number come with the signature."))
