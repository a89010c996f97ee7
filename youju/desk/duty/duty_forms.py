"""What planning a roster, changing a shift and asking for a swap ask."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.desk.change.fields import DayField, LineField
from youju.desk.groups.group_forms import RosterField
from youju.duty.rosters import days_of
from youju.duty.shifts import DaysCovered, Part, Shift
from youju.lib import clock
from youju.orgs.calendar import office_calendar
from youju.orgs.groups import Group
from youju.orgs.people import Person
from youju.records.forms.choosing import let_choose

_LONGEST = 366


class FillForm(forms.Form):
    """The days are worked out from first and last; the persons stand in the order of the group."""

    first = DayField(label=_("first day"))
    last = DayField(label=_("last day"))
    which = forms.ChoiceField(label=_("which days"), choices=DaysCovered.choices)
    part = forms.ChoiceField(label=_("part of the day"), choices=Part.choices)
    persons = RosterField(label=_("who takes turns"), queryset=Person.objects.none())
    begins = forms.ModelChoiceField(
        label=_("who begins"), queryset=Person.objects.none(), required=False,
        help_text=_("Empty: whoever comes after the last one planned."),
    )  # fmt: skip
    deputies = forms.BooleanField(label=_("the next in turn is the deputy"), required=False, initial=True)

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        people = _members(group)
        self.fields["persons"].offer(people, group.unit)  # type: ignore[attr-defined]  # a RosterField
        let_choose(self, "begins", people)
        self.initial.setdefault("persons", [person.pk for person in people])
        self.initial.setdefault("which", getattr(getattr(group, "coverage", None), "days", DaysCovered.EVERY))
        self.initial.setdefault("first", self._next_day())
        self.initial.setdefault("last", self._next_day() + timedelta(days=27))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        first, last = values.get("first"), values.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day is before the first."))
        elif first and last and (last - first).days >= _LONGEST:
            self.add_error("last", _("At most a year at once."))
        elif first and last and values.get("which"):
            values["days"] = days_of(values["which"], first, last, office_calendar(first))
        if values.get("persons"):
            values["persons"] = self._in_turn(list(values["persons"]), values.get("begins"))
        return values

    def _next_day(self) -> date:
        last = self.group.shifts.order_by("-day").values_list("day", flat=True).first()
        return max(last + timedelta(days=1), clock.today()) if last else clock.today()

    def _in_turn(self, persons: list[Person], begins: Person | None) -> list[Person]:
        """From whoever begins on, round the list once."""
        ids = [person.pk for person in persons]
        if begins is None:
            last = self.group.shifts.order_by("-day", "-pk").values_list("person", flat=True).first()
            at = (ids.index(last) + 1) % len(ids) if last in ids else 0
        else:
            at = ids.index(begins.pk) if begins.pk in ids else 0
        return [*persons[at:], *persons[:at]]


class ShiftForm(forms.Form):
    person = forms.ModelChoiceField(label=_("on duty"), queryset=Person.objects.none())
    deputy = forms.ModelChoiceField(label=_("deputy on duty"), queryset=Person.objects.none(), required=False)

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("person", "deputy"):
            let_choose(self, name, _members(group))


class NewShiftForm(ShiftForm):
    day = DayField(label=_("day"))
    part = forms.ChoiceField(label=_("part of the day"), choices=Part.choices)
    field_order = ("day", "part", "person", "deputy")


class CoverageForm(forms.Form):
    days = forms.ChoiceField(
        label=_("days covered"), choices=DaysCovered.choices,
        help_text=_("On these days somebody has to be on duty; a day without anybody is a gap."),
    )  # fmt: skip


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("note handed over"), max_length=2000, widget=forms.Textarea({"rows": 5}),
        help_text=_("What happened, what is left to do, whom to ask. No names of pupils or of who called."),
    )  # fmt: skip


class SwapForm(forms.Form):
    takes = forms.ModelChoiceField(label=_("who is asked to take it"), queryset=Person.objects.none())
    back = forms.ModelChoiceField(
        label=_("in return for"), queryset=Shift.objects.none(), required=False,
        help_text=_("A shift of that person that is taken over in return; empty: none."),
    )  # fmt: skip
    reason = LineField(label=_("reason"), max_length=200, required=False)

    def __init__(self, *args: Any, shift: Shift, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = _members(shift.group).exclude(pk=shift.person_id)
        theirs = shift.group.shifts.filter(day__gte=clock.today()).exclude(person=shift.person_id)
        let_choose(self, "takes", others)
        let_choose(self, "back", theirs.select_related("person"))
        self.fields["back"].label_from_instance = lambda each: f"{each.day} {each.person}"  # type: ignore[attr-defined]  # as above

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        takes, back = values.get("takes"), values.get("back")
        if takes and back and back.person_id != takes.pk:
            self.add_error("back", _("That shift is not of whoever is asked."))
        return values


def _members(group: Group) -> Any:
    """Who is in the group today, in the order in which they joined."""
    inside = group.memberships.on(clock.today()).values("person")
    return Person.objects.filter(pk__in=inside, merged_into=None).order_by("pk")
