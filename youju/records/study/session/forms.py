"""The form of a study session: the roster of the unit is offered, whoever was away is left unticked."""

from collections.abc import Iterable
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.people import Person, posts_in
from youju.records.forms import RecordForm
from youju.records.study.session.models import StudySession, StudySort


class RosterRow(NamedTuple):
    """One person of the list in which attendance is ticked."""

    pk: int
    name: str
    post: str
    expected: bool
    present: bool


class StudyForm(RecordForm):
    instance: StudySession

    MORE: ClassVar[tuple[str, ...]] = ("speaker", *RecordForm.MORE)
    REDRAWS: ClassVar[tuple[str, ...]] = ("unit",)
    DRAWN: ClassVar[dict[str, str]] = {"expected": "session/roster.html", "present": ""}

    sort = forms.ChoiceField(label=_("sort of study"))
    expected = forms.ModelMultipleChoiceField(
        label=_("on the roster"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    present = forms.ModelMultipleChoiceField(
        label=_("present"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta(RecordForm.Meta):
        model = StudySession
        fields = ["sort", *RecordForm.Meta.fields[:2], "topic", "speaker", *RecordForm.Meta.fields[2:]]

    field_order = ("sort", "unit", "title", "happened", "topic", "expected", "present")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", StudySort.choices)
        people = self._people()
        for name in ("expected", "present"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]  # a ModelMultipleChoiceField
        if self.instance.pk is not None:
            parts = self.instance.parts()
            self.initial = {"expected": parts["expected"], "present": parts["present"], **self.initial}
        self._tick()

    def roster(self) -> list[RosterRow]:
        """Who is on the unit's roster on the day, and whoever is ticked, each with both ticks."""
        expected, present = (_keys(self[name].value()) for name in ("expected", "present"))
        on_roster = _keys(self._on_roster())
        people = self.fields["expected"].queryset  # type: ignore[attr-defined]
        posts = self._posts()
        return [
            RosterRow(one.pk, str(one), posts.get(one.pk, ""), str(one.pk) in expected, str(one.pk) in present)
            for one in people
            if str(one.pk) in on_roster | expected | present
        ]

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

    def _people(self) -> QuerySet[Person]:
        """Everybody who may be ticked: the chosen unit's people, and those the record names already."""
        unit = self.chosen("unit")
        people = Person.objects.ever_in(unit) if unit else Person.objects.none()
        if self.instance.pk is not None and unit in (None, self.instance.unit):
            people = people | Person.objects.filter(pk__in=self.instance.attendance.values("person"))
        return people

    def _posts(self) -> dict[int, str]:
        unit, day = self.chosen("unit"), self.chosen("happened") or clock.today()
        return posts_in(unit, day) if unit else {}

    def _on_roster(self) -> list[Person]:
        unit, day = self.chosen("unit"), self.chosen("happened") or clock.today()
        return list(Person.objects.on_roster(unit, day)) if unit else []

    def _tick(self) -> None:
        """Offer everybody as having come where nobody of this unit is ticked yet: most did."""
        people = _keys(self.fields["expected"].queryset)  # type: ignore[attr-defined]
        if not _keys(self.initial.get("expected")) & people:
            roster = self._on_roster()
            self.initial.update(expected=roster, present=roster)


def _keys(people: Iterable[Any] | None) -> set[str]:
    return {str(getattr(one, "pk", one)) for one in people or ()}
