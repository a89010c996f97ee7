"""Several units in one field: what is chosen as chips to untick, more of them by typing a name, initials or a code."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from youju.errors import problem_text
from youju.lib.naturals import natural
from youju.lib.sheets import Unread, as_list
from youju.orgs.unit_search import units_like
from youju.orgs.units import Unit
from youju.records.forms.many_names import ManyNames
from youju.records.forms.unit_field import NamedUnits

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _UnitsBase = forms.ModelMultipleChoiceField[Unit]
else:
    _UnitsBase = forms.ModelMultipleChoiceField

# Before what was typed, to tell it from the ids of what is chosen.
_TYPED = "+"
_PROPOSED = 12


class UnitsWidget(ManyNames):
    """Reads the chosen ids, and behind them what was typed, each with a + before it; a template draws them."""

    listed = True
    choices: Any = ()

    def read(self, data: Mapping[str, Any], name: str) -> list[str]:
        chosen = data.getlist(name) if hasattr(data, "getlist") else list(data.get(name, ()))
        typed = as_list(str(data.get(f"{name}-add") or "").replace("\0", "")[:2000])
        return [*dict.fromkeys(map(str, chosen)), *(f"{_TYPED}{part}" for part in typed)]

    def is_sent(self, data: Mapping[str, Any], name: str) -> bool:
        return f"{name}-add" in data


class UnitsField(_UnitsBase):
    """Cleans to the units chosen and those typed, which are found by any of their names or their code."""

    widget = UnitsWidget

    def clean(self, value: Any) -> Any:
        keys, left = self.sorted_out(value)
        faults = [text for text in map(self._fault, left) if text]
        if faults:
            raise ValidationError(faults)
        return super().clean(keys)

    def sorted_out(self, value: Any) -> tuple[list[str], list[str]]:
        """Ids of what is chosen or was typed and found, each once; and what was typed and means none, or several."""
        keys, left = list[str](), list[str]()
        for part in map(str, value or ()):
            if not part.startswith(_TYPED):
                keys.append(part)
            elif unit := self._meant(part[1:]):
                keys.append(str(unit.pk))
            else:
                left.append(part[1:])
        return list(dict.fromkeys(keys)), left

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Unit):  # one of the choices
            return value.pk
        if value is None or isinstance(value, str | int):
            return value
        return [str(getattr(each, "pk", each)) for each in value]

    def has_changed(self, initial: Any, data: Any) -> bool:
        keys, left = self.sorted_out(data)
        return bool(left) or set(keys) != {str(getattr(each, "pk", each)) for each in initial or ()}

    def chosen(self, keys: Iterable[str]) -> list[Unit]:
        """The units of these ids that may be chosen, in their order."""
        wanted = {key for key in keys if natural(key) is not None}
        return list(self._offered().filter(pk__in=wanted))

    def like(self, text: str) -> list[Unit]:
        """Some that a text may become."""
        return units_like(text, self._offered().prefetch_related("aliases"), _PROPOSED)

    def _meant(self, text: str) -> Unit | None:
        """The only one that a text means: by its name, or by the beginning of it that no other has."""
        try:
            return self._named().find(text)
        except Unread:
            found = units_like(text, self._offered().prefetch_related("aliases"), 2)
            return found[0] if len(found) == 1 else None

    def _fault(self, text: str) -> str:
        try:
            self._named().find(text)
        except Unread as unread:
            return problem_text(unread.said)
        return ""

    def _named(self) -> NamedUnits:
        return NamedUnits(self._offered().prefetch_related("aliases"))

    def _offered(self) -> Any:
        assert self.queryset is not None
        return self.queryset.all()
