"""A unit typed by name: its own, a short or another one, or its code; found among those of the bureau."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, Q, QuerySet, Value, When
from django.utils.functional import cached_property

from youju.errors import problem_text
from youju.lib.sheets import Choice, Choices, Unread
from youju.orgs.tree import standing, this_month
from youju.orgs.units import Unit, UnitKind

_KINDS = (UnitKind.COUNTY, UnitKind.OFFICE, UnitKind.TOWN, UnitKind.SCHOOL)


def offered_units(kept: Iterable[int] = ()) -> "QuerySet[Unit]":
    """The bureau, its offices, towns and schools as they stand now, in that order; also those of the ids ``kept``."""
    offered = Q(kind__in=_KINDS, code__in=standing(this_month())) | Q(pk__in=list(kept))
    places = [When(kind=kind, then=Value(place)) for place, kind in enumerate(_KINDS)]
    return Unit.objects.filter(offered).order_by(Case(*places, default=Value(len(places))), "code")


class NamedUnits:
    """Units as choices by any of their names."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = {unit.code: unit for unit in units}
        self.choices = Choices(Choice(unit.code, str(unit), unit_names(unit)) for unit in self._units.values())

    def find(self, text: str) -> Unit:
        """The unit that is meant. Raises Unread where none or several are."""
        return self._units[self.choices.find(text).code]

    def label(self, unit: Unit) -> str:
        """Its name as ``find`` reads it: with the code where another bears the same."""
        return next((self.choices.label(choice) for choice in self.choices.all if choice.code == unit.code), str(unit))


def unit_names(unit: Unit) -> tuple[str, ...]:
    """Every name that people write for a unit. Its aliases should be loaded."""
    return tuple(name for name in (unit.name, unit.short_name, *(alias.name for alias in unit.aliases.all())) if name)


class UnitField(forms.Field):
    """Cleans to a Unit or None. ``follow`` tells it which ones its record names already."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._kept: tuple[int, ...] = ()

    def follow(self, form: Any, kept: Iterable[Unit] = ()) -> None:
        self._kept = tuple(unit.pk for unit in kept)
        self.__dict__.pop("units", None)

    @cached_property
    def units(self) -> NamedUnits:
        return NamedUnits(offered_units(self._kept).prefetch_related("aliases"))

    def clean(self, value: Any) -> Unit | None:
        text = str(value or "").replace("\0", "").strip()
        if not text:
            self.validate(None)
            return None
        try:
            return self.units.find(text)
        except Unread as unread:
            raise ValidationError(problem_text(unread.said)) from unread

    def prepare_value(self, value: Any) -> Any:
        return self.units.label(value) if isinstance(value, Unit) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.clean(data) != initial)
        except ValidationError:
            return True
