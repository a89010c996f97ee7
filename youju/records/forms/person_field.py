"""A person typed by name, found on a roster: never guessed where several bear it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.naturals import natural
from youju.lib.text import visible
from youju.orgs.keeping import kept_units
from youju.orgs.members import Member
from youju.orgs.named_persons import NamedPerson, named_persons, persons_like, split_name, split_names
from youju.orgs.people import Person, posts_in
from youju.orgs.units import Unit
from youju.phrases import side_by_side
from youju.records.forms.many_names import ManyNames

# What was typed: the text, and the id of the one who is meant where that was chosen or known.
Typed = dict[str, str]
TEXT, WHO = "text", "who"
_SUGGESTED = 12
_LONGEST = 80


class Reach(StrEnum):
    """On whose roster a person must be: that of the record's unit, or of any unit of the bureau."""

    UNIT = "unit"
    COUNTY = "county"


class PersonWidget(ManyNames):
    """A text, and beside it who is meant. choices: whom it may mean where several bear the name."""

    template_name = "records/person_control.html"

    def read(self, data: Mapping[str, Any], name: str) -> Typed:
        text, who = (str(data.get(key) or "").replace("\0", "") for key in (name, f"{name}-{WHO}"))
        return {TEXT: visible(text).strip()[:_LONGEST], WHO: who if natural(who) is not None else ""}

    def read_list(self, data: Mapping[str, Any], name: str) -> list[Typed]:
        """The same of a box into which a list of names was pasted: each of them; [] where it is no list."""
        names = split_names(str(data.get(name) or "").replace("\0", ""))
        return [{TEXT: each[:_LONGEST], WHO: ""} for each in names] if len(names) > 1 else []

    def is_sent(self, data: Mapping[str, Any], name: str) -> bool:
        return name in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        typed = value or {}
        context: dict[str, Any] = super().get_context(name, typed.get(TEXT, ""), attrs)
        context["widget"]["type"] = "text"
        return context | {"who": typed.get(WHO, ""), "choices": typed.get("choices", ()), "who_name": f"{name}-{WHO}"}


class PersonField(forms.Field):
    """Cleans to a Person of the roster, or None. ``follow`` tells it of which unit and day."""

    widget = PersonWidget

    def __init__(self, *, reach: Reach = Reach.UNIT, **options: Any) -> None:
        super().__init__(**options)
        self.reach = reach
        self.unit: Unit | None = None
        self.day = date.min
        self.kept: Sequence[Person] = ()
        self._found: dict[str, list[NamedPerson]] = {}

    def follow(self, form: Any, kept: Sequence[Person] = ()) -> None:
        """Take unit and day from a form. kept: who is named by the record already."""
        self.unit, self.day, self.kept = form.chosen("unit"), form.chosen("happened") or clock.today(), kept
        self._found = {}

    def clean(self, value: Any) -> Person | None:
        typed = value or {}
        if not typed.get(TEXT):
            self.validate(None)
            return None
        meant = self.meant(typed)
        if len(meant) == 1:
            return meant[0].person
        raise ValidationError(self._several(typed, meant) if meant else self._unknown(typed))

    def meant(self, typed: Typed) -> list[NamedPerson]:
        """Whom the text may mean: one alone where that was chosen, and the name is still theirs."""
        text = typed[TEXT]
        fitting = [named for named in self._named(split_name(text)[0]) if named.is_called(text)]
        chosen = [named for named in fitting if str(named.person.pk) == typed.get(WHO)]
        return chosen or fitting

    def look_up(self, typed: Iterable[Typed]) -> None:
        """Find all these names at once."""
        names = {split_name(each[TEXT])[0] for each in typed if each and each.get(TEXT)} - self._found.keys()
        if not names:
            return
        found = named_persons(names, day=self.day, unit=self._roster(), kept=self.kept)
        self._found |= {name: list(found.get(name, ())) for name in names}

    def like(self, text: str, reader: Member) -> list[NamedPerson]:
        """Some whom a text may become: of the rosters that the reader keeps, or of the chosen unit's own."""
        units = kept_units(reader)
        if self.reach == Reach.UNIT:
            units &= {self.unit.pk} if self.unit else set()
        return persons_like(text, day=self.day, units=units, most=_SUGGESTED)

    def roster_names(self, most: int) -> list[str]:
        """Names of the roster to choose from while typing, with the place where two bear one; none of a long one."""
        if self.unit is None:
            return []
        roster = Person.objects.on_roster(self.unit, self.day).filter(merged_into=None)
        people = list(roster.order_by("name")[: most + 1])
        called = Counter(str(person) for person in people)
        posts = posts_in(self.unit, self.day)
        several = {str(person) for person in people if called[str(person)] > 1}
        names = (f"{p}（{posts[p.pk]}）" if str(p) in several and posts.get(p.pk) else str(p) for p in people)
        return list(names) if len(people) <= most else []

    def written(self, persons: Sequence[Person | None], unit: Unit, day: date) -> list[tuple[str, str]]:
        """Name and unit of each as ``clean`` reads them again, on the roster of a unit and day.

        With the token behind the name of whoever is under age or not alone in bearing it.
        """
        names = [str(person) for person in persons if person]
        found = named_persons(names, day=day, unit=unit if self.reach == Reach.UNIT else None)
        return [_as_written(person, found.get(str(person), ())) if person else ("", "") for person in persons]

    def prepare_value(self, value: Any) -> Any:
        """A person as typed; what was typed with whom it may mean, where several bear the name."""
        if isinstance(value, Person):
            return {TEXT: str(value), WHO: str(value.pk)}
        if not isinstance(value, dict) or not value.get(TEXT):
            return value
        meant = self.meant(value)
        return value if len(meant) < 2 else value | {"choices": meant}

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.clean(data) != initial)
        except ValidationError:
            return True

    def _roster(self) -> Unit | None:
        return self.unit if self.reach == Reach.UNIT else None

    def _named(self, name: str) -> list[NamedPerson]:
        if self.reach == Reach.UNIT and self.unit is None:
            return []
        self.look_up([{TEXT: name}])
        return self._found.get(name, [])

    def _several(self, typed: Typed, meant: Sequence[NamedPerson]) -> str:
        said = {"name": typed[TEXT], "count": len(meant), "places": side_by_side(each.where for each in meant[:6])}
        return _("%(count)d persons are called “%(name)s” (%(places)s): choose the one who is meant.") % said

    def _unknown(self, typed: Typed) -> str:
        if self.reach == Reach.UNIT and self.unit is None:
            return _("Choose the unit first: its roster says who “%(name)s” is.") % {"name": typed[TEXT]}
        said = {"name": typed[TEXT], "day": date_format(self.day, "DATE_FORMAT"), "unit": self.unit or ""}
        if self.reach == Reach.UNIT:
            return (
                _("“%(name)s” is not on the roster of “%(unit)s” on %(day)s: check the name, or add them there.") % said
            )
        return _("“%(name)s” is on no unit's roster on %(day)s: check the name, or have their unit add them.") % said


def _as_written(person: Person, called: Sequence[NamedPerson]) -> tuple[str, str]:
    unit = next((str(named.tenures[0].unit) for named in called if named.person == person and named.tenures), "")
    there = [named for named in called if named.is_called(f"{person}({unit})")]
    alone = len(there) == 1 and unit and str(person) == person.name
    return (str(person), unit) if alone else (f"{person}（{person.token}）", "")
