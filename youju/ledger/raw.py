"""Raw: the rows of any table as they lie on the disk, read without trust.

What is not as it was written comes back as a problem beside the other columns, and the next row is read.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from django.db import DatabaseError, connection, models
from django.db.models import F, Func, QuerySet, TextField

from youju.ledger.columns import reader

_Value = TypeVar("_Value")

_CHUNK = 1000
# What a busy or unreachable SQLite database says; all else it says of its content.
_BUSY = ("locked", "busy", "unable to open", "disk i/o", "full", "readonly", "interrupted")


class RawRow(NamedTuple):
    """One row: its key as stored, its values by attribute name, and the names of the columns that cannot be read."""

    key: Any
    values: dict[str, Any]
    problems: tuple[str, ...]


def raw_rows(model: type[models.Model], which: "QuerySet[Any] | None" = None) -> Iterator[RawRow]:
    """The rows of a table, by their keys; ``which``: only these. A column with a problem has no value."""
    fields = model._meta.local_concrete_fields
    names = [field.attname for field in fields]
    readers = [(field.attname, reader(field), field.null) for field in fields]
    key = names.index(model._meta.pk.attname)
    query = model._base_manager.all() if which is None else which
    with lenient():
        for stored in stored_columns(query, names):
            values, problems = {}, []
            for (name, read, null), value in zip(readers, stored, strict=True):
                try:
                    values[name] = _value(read, value, null)
                except (ValueError, TypeError, OverflowError, RecursionError):
                    problems.append(name)
            yield RawRow(stored[key], values, tuple(problems))


def stored_columns(query: "QuerySet[Any]", names: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Columns by attribute name, in the order of the keys; on SQLite as stored, before anybody converts them."""
    if connection.vendor == "sqlite":
        # A plus sign changes no value, but hides the column's declared type from the driver's converters.
        bare = [Func(F(name), template="+%(expressions)s", output_field=TextField()) for name in names]
        return iter(query.order_by("pk").values_list(*bare).iterator(_CHUNK))
    return iter(query.order_by("pk").values_list(*names).iterator(_CHUNK))


def read_apart(keys: Sequence[str], read: Callable[[Sequence[str]], Mapping[str, _Value]]) -> dict[str, _Value | None]:
    """What ``read`` finds for these keys; where it fails, for smaller and smaller parts; None where it fails for one.

    Raises what is no damage: a database that is busy has no verdict.
    """
    try:
        return dict(read(keys))
    except Exception as error:  # whatever was put into a row, it is told and the others are read
        if not is_damage(error):
            raise
    if len(keys) == 1:
        return {keys[0]: None}
    middle = len(keys) // 2
    return read_apart(keys[:middle], read) | read_apart(keys[middle:], read)


@contextmanager
def lenient() -> Iterator[None]:
    """Within, bytes that are no UTF-8 come out of SQLite as lone surrogates instead of ending the query."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    driver: sqlite3.Connection = connection.connection
    before = driver.text_factory
    driver.text_factory = _decoded
    try:
        yield
    finally:
        driver.text_factory = before


def is_damage(error: Exception) -> bool:
    """Whether an error speaks of what the database holds, and not of one that is busy or out of reach."""
    if not isinstance(error, DatabaseError):
        return True
    if connection.vendor == "sqlite":
        return not any(word in str(error).lower() for word in _BUSY)
    return getattr(error.__cause__, "sqlstate", None) in {"XX001", "XX002", "22021"}  # corrupted data, index, text


def _decoded(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogateescape")


def _value(read: Any, stored: Any, null: bool) -> Any:
    if stored is not None:
        return read(stored)
    if not null:
        raise ValueError("nothing is stored where something must be")
    return None
