"""What can be chosen in each column, asked of the kind's own form, so that a sheet offers what the desk offers."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.utils.datastructures import MultiValueDict

from youju.lib.sheets import Choice, Choices
from youju.orgs.members import Member
from youju.records.forms.case_forms import OpenForm
from youju.records.forms.line_sheet import in_both
from youju.records.forms.record_form import RecordForm
from youju.records.kind import SheetKind
from youju.records.sheets.columns import UNIT

AnyForm = RecordForm | OpenForm

Typed = dict[str, list[str]]
"""What somebody would have typed into the form, as it would have been sent."""

# Forms kept for rows that hold the same in the fields that others follow.
_KEPT = 300


class Offered(NamedTuple):
    """choices: by the codes people write; keys: what the form wants for each code."""

    choices: Choices
    keys: Mapping[str, str]

    def code(self, key: str) -> str:
        return next((code for code, each in self.keys.items() if each == key), key)


class Offers:
    """The forms of one member and kind, asked once for all rows that hold the same."""

    def __init__(self, kind: SheetKind, actor: Member) -> None:
        self.kind, self.actor = kind, actor
        self._blank = kind.form(actor=actor)
        self._forms: dict[tuple[str, ...], AnyForm] = {}
        self._offered: dict[tuple[str, ...], Offered] = {}

    def field(self, name: str, typed: Typed) -> forms.Field | None:
        """The field as a form with these values has it; None where it is not asked."""
        return self._form(name, typed).fields.get(name)

    def choices(self, name: str, typed: Typed) -> Offered:
        key = (name, *self._drivers(name, typed))
        if key not in self._offered:
            if len(self._offered) > 10 * _KEPT:
                self._offered.clear()
            self._offered[key] = offered_by(self._form(name, typed).fields[name])
        return self._offered[key]

    def only_unit(self) -> str:
        """The unit where the member has but one to record for; "" where there are several."""
        keys = list(self.choices(UNIT, {}).keys.values())
        return keys[0] if len(keys) == 1 else ""

    def form(self, typed: Typed) -> AnyForm:
        """The form of a new row of this content."""
        given: Any = MultiValueDict(typed)
        if self.kind.lines:  # whose form lists what follows from the whole row
            return self.kind.form(given, actor=self.actor)
        names = tuple(dict.fromkeys(name for names in self.kind.form.FOLLOWS.values() for name in names))
        if not names:
            return self._blank.again(given, self.kind.model())
        return self._of(names, typed).again(given, self.kind.model())

    def _form(self, name: str, typed: Typed) -> AnyForm:
        drivers = self._drivers(name, typed)
        if not any(drivers):
            return self._blank
        return self._of(self.kind.form.FOLLOWS[name], typed)

    def _of(self, names: tuple[str, ...], typed: Typed) -> AnyForm:
        key = (*names, *("\n".join(typed.get(each, [])) for each in names))
        if key not in self._forms:
            if len(self._forms) > _KEPT:
                self._forms.clear()
            given: Any = MultiValueDict({each: typed.get(each, []) for each in names})
            self._forms[key] = self.kind.form(given, actor=self.actor)
        return self._forms[key]

    def _drivers(self, name: str, typed: Typed) -> tuple[str, ...]:
        return tuple("\n".join(typed.get(each, [])) for each in self.kind.form.FOLLOWS.get(name, ()))


def offered_by(field: forms.Field) -> Offered:
    """What a field offers, whichever form it is of."""
    queryset = getattr(field, "queryset", None)
    if queryset is not None:
        rows = list(queryset.prefetch_related("aliases") if _has_aliases(queryset.model) else queryset)
        choices = [Choice(getattr(row, "code", str(row.pk)), str(row), _names(row)) for row in rows]
        return Offered(
            Choices(choices),
            {choice.code: str(field.prepare_value(row)) for choice, row in zip(choices, rows, strict=True)},
        )
    pairs = [(str(code), label) for code, label in getattr(field, "choices", ()) if str(code)]
    offered = Choices(Choice(code, str(label), in_both(label)) for code, label in pairs)
    return Offered(offered, {code: code for code, _label in pairs})


def _has_aliases(model: Any) -> bool:
    return any(field.name == "aliases" for field in model._meta.related_objects) or hasattr(model, "aliases")


def _names(row: Any) -> tuple[str, ...]:
    """Other names that people write for it."""
    own = (getattr(row, "name", ""), getattr(row, "short_name", ""), *getattr(row, "names", ()))
    other = (alias.name for alias in row.aliases.all()) if hasattr(row, "aliases") else ()
    return tuple(name for name in (*own, *other) if name)
