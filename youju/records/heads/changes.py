"""What a step of a case says besides its reason: to whom it was given, until when, by how much more.

It stands in the step's audit row as short texts: dates and numbers as they are, a member and a unit with a word before
token and code. A token or code by itself would say that somebody touched the member's or the unit's own row.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db import models

from youju.orgs.actors import names_of
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.heads.ledgered import Ledgered

_MEMBER, _UNIT = "member:", "unit:"


class Change(NamedTuple):
    """label, value: in words."""

    label: str
    value: str


def changes(before: Ledgered, after: Ledgered, names: Iterable[str]) -> dict[str, str]:
    """Those of the columns that hold something else now, as a step keeps it. What was emptied is left out."""
    fields = [_field(after, name) for name in names]
    other = [field for field in fields if getattr(before, field.attname) != getattr(after, field.attname)]
    kept = {field.name: _kept(getattr(after, field.name)) for field in other}
    return {name: text for name, text in kept.items() if text}


def changes_in_words(row: Ledgered, details: Iterable[Mapping[str, str]]) -> list[list[Change]]:
    """What the details of several steps of one row say, in the order of the row's columns. At most two queries."""
    found = list(details)
    names = names_in(text for detail in found for text in detail.values())
    return [list(_told(row, detail, names)) for detail in found]


def names_in(texts: Iterable[str]) -> dict[str, str]:
    """The names of the members and units among texts that steps keep, by text. At most two queries."""
    kept = set(texts)
    tokens = [text.removeprefix(_MEMBER) for text in kept if text.startswith(_MEMBER)]
    codes = [text.removeprefix(_UNIT) for text in kept if text.startswith(_UNIT)]
    members = names_of(tokens) if tokens else {}
    units = dict(Unit.objects.filter(code__in=codes).values_list("code", "name")) if codes else {}
    named = [(_MEMBER, members), (_UNIT, units)]
    return {f"{word}{code}": name for word, names in named for code, name in names.items()}


def _field(row: Ledgered, name: str) -> "models.Field[Any, Any]":
    field = row._meta.get_field(name)
    assert isinstance(field, models.Field)
    return field


def _kept(value: Any) -> str:
    if isinstance(value, Member):
        return f"{_MEMBER}{value.token}"
    if isinstance(value, Unit):
        return f"{_UNIT}{value.code}"
    return "" if value in (None, "") else value.isoformat() if isinstance(value, date) else str(value)


def _told(row: Ledgered, detail: Mapping[str, str], names: Mapping[str, str]) -> Iterator[Change]:
    for name, text in detail.items():
        yield Change(str(_field(row, name).verbose_name), names.get(text, text))
