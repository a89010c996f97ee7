"""The form of a study session: the roster is offered, whoever was away is left unticked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.orgs.people import Person
from youju.records.forms import RecordForm
from youju.records.study.models import StudySession


class StudyForm(RecordForm):
    expected = forms.ModelMultipleChoiceField(
        label=_("on the roster"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Who should have come."),
    )
    present = forms.ModelMultipleChoiceField(
        label=_("present"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Who came."),
    )

    class Meta(RecordForm.Meta):
        model = StudySession
        fields = ["sort", *RecordForm.Meta.fields[:2], "topic", "speaker", *RecordForm.Meta.fields[2:]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = self.fields["unit"].queryset  # type: ignore[attr-defined]  # a ModelChoiceField
        people = Person.objects.filter(unit__in=units, until=None)
        if self.instance.pk is None:
            # Most came: offer everybody of the own unit as present, to untick who was away.
            roster = list(people.filter(unit=self.initial["unit"]))
            self.initial = {"expected": roster, "present": roster, **self.initial}
        else:
            parts = self.instance.parts()
            people = people | Person.objects.filter(pk__in=[person.pk for person in parts["expected"]])
            self.initial = {**self.initial, **{name: parts[name] for name in ("expected", "present")}}
        for name in ("expected", "present"):
            self.fields[name].queryset = people.distinct()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        expected, present = set(values.get("expected") or ()), set(values.get("present") or ())
        if present - expected:
            self.add_error(
                "present", _("Somebody who came is not on the roster: add them to the roster of this session.")
            )
        if not expected:
            self.add_error("expected", _("Tick who should have come: without a roster there is no attendance rate."))
        return values
