"""Columns: what a field writes into its column, and nothing else that SQLite would keep there too.

SQLite keeps any type in any column, and Django reads several spellings of one value: a boolean stored as 4 passes for
true, an integer stored as text for the integer. Neither is what was written, and sums would not treat them alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from django.db import connection, models

Reader = Callable[[Any], Any]
"""From a stored value, which is not None, to the value it stands for. Raises ValueError where it was never written."""


_Field: TypeAlias = "models.Field[Any, Any]"


class NotAsWritten(ValueError):
    """A column holds what its field never writes."""


def reader(field: _Field) -> Reader:
    """How to read the column of a field, as the database in use keeps it."""
    while field.is_relation:
        field = field.target_field  # type: ignore[attr-defined]  # a key is kept as what it points to
    if connection.vendor != "sqlite" and not isinstance(field, models.CharField | models.TextField):
        return _same  # its types are strict, but know no choices
    for kind, made in _READERS:
        if isinstance(field, kind):
            return made(field)
    return _same


def day(stored: Any) -> date:
    """A day. Raises NotAsWritten for any but the one spelling YYYY-MM-DD."""
    read = date.fromisoformat(_typed(stored, str))
    if read.isoformat() != stored:
        raise NotAsWritten
    return read


def instant(stored: Any) -> datetime:
    """An instant in UTC. Raises NotAsWritten for any but the one spelling that Django writes on SQLite."""
    read = datetime.fromisoformat(_typed(stored, str))
    if str(read) != stored or read.tzinfo:
        raise NotAsWritten
    return read.replace(tzinfo=UTC)


def _typed(stored: Any, kind: type) -> Any:
    if type(stored) is not kind:
        raise NotAsWritten
    return stored


def _same(stored: Any) -> Any:
    return stored


def _boolean(field: _Field) -> Reader:
    def read(stored: Any) -> bool:
        if _typed(stored, int) not in (0, 1):
            raise NotAsWritten
        return bool(stored)

    return read


def _integer(field: _Field) -> Reader:
    low, high = connection.ops.integer_field_range(field.get_internal_type())

    def read(stored: Any) -> int:
        if (low is not None and _typed(stored, int) < low) or (high is not None and stored > high):
            raise NotAsWritten
        return int(_typed(stored, int))

    return read


def _decimal(field: _Field) -> Reader:
    places = Decimal(1).scaleb(-field.decimal_places)  # type: ignore[attr-defined]  # a DecimalField
    whole_digits = field.max_digits - field.decimal_places  # type: ignore[attr-defined]  # a DecimalField

    def read(stored: Any) -> Decimal:
        """With as many places as the field has, as PostgreSQL keeps it; SQLite drops zeros behind the point."""
        if type(stored) not in (int, float):
            raise NotAsWritten
        exact = Decimal(str(stored))
        if not exact.is_finite() or exact.adjusted() >= whole_digits or exact.quantize(places) != exact:
            raise NotAsWritten
        return exact.quantize(places)

    return read


def _text(field: _Field) -> Reader:
    longest = field.max_length if isinstance(field, models.CharField) else None
    allowed = {value for value, _label in field.flatchoices} | ({""} if field.blank else set())

    def read(stored: Any) -> str:
        text: str = _typed(stored, str)
        if not text.isascii():
            text.encode()  # a lone surrogate stands for bytes that are no UTF-8
        if (longest and len(text) > longest) or (field.flatchoices and text not in allowed):
            raise NotAsWritten
        return text

    return read


def _bytes(field: _Field) -> Reader:
    return lambda stored: _typed(stored, bytes)


def _json(field: _Field) -> Reader:
    def read(stored: Any) -> Any:
        value = json.loads(_typed(stored, str))
        if json.dumps(value, cls=field.encoder) != stored:  # type: ignore[attr-defined]  # a JSONField
            raise NotAsWritten
        return value

    return read


_READERS: tuple[tuple[type[_Field], Callable[[_Field], Reader]], ...] = (
    (models.BooleanField, _boolean),
    (models.IntegerField, _integer),
    (models.DecimalField, _decimal),
    (models.DateTimeField, lambda field: instant),  # before DateField, which it is too
    (models.DateField, lambda field: day),
    (models.JSONField, _json),
    (models.BinaryField, _bytes),
    (models.CharField, _text),
    (models.TextField, _text),
)
