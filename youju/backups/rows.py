"""Rows of a table as lines of JSON, the same from every database: what SQLite gave, PostgreSQL takes.

A line is a list of values in the order of the table's columns. Instants are in UTC, as days in
ISO 8601; bytes are base64.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management.color import no_style
from django.db import connections, models

from youju.orgs.log_ins import OpenLogIn

_FETCHED = 2000
LONGEST_LINE = 256 * 1024**2

_LEFT_OUT = {Session, OpenLogIn}
"""Log-ins end with a backup: whoever restores it must not be somebody else."""


def tables() -> list[type[models.Model]]:
    """Every table that a backup holds, by name."""
    every = apps.get_models(include_auto_created=True)
    kept = (model for model in every if model._meta.managed and not model._meta.proxy and model not in _LEFT_OUT)
    return sorted(kept, key=lambda model: model._meta.db_table)


def columns(model: type[models.Model]) -> list[str]:
    """A table's columns, in the order of a line."""
    return [field.attname for field in model._meta.local_concrete_fields]


def lines(model: type[models.Model], using: str) -> Iterator[bytes]:
    """The rows of a table, by key, each a line with its end."""
    every: models.QuerySet[Any] = models.QuerySet(model, using=using)
    rows = every.order_by("pk").values_list(*columns(model))
    for row in rows.iterator(chunk_size=_FETCHED):
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=_spelled).encode() + b"\n"


def empty(model: type[models.Model], using: str) -> None:
    """Take away what making the tables has put into one."""
    models.QuerySet(model, using=using)._raw_delete(using)


def insert(model: type[models.Model], read: Iterable[bytes], using: str) -> int:
    """Put lines back as rows and return how many. Raises ValueError for a line that is no row of this table."""
    connection = connections[using]
    fields = model._meta.local_concrete_fields
    readers = [_reader(field) for field in fields]
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({names}) VALUES ({places})"
    count = 0
    with connection.cursor() as cursor:
        for batch in _batches(read):
            rows = [
                [
                    field.get_db_prep_save(reader(value), connection)
                    for field, reader, value in zip(fields, readers, json.loads(line), strict=True)
                ]
                for line in batch
            ]
            cursor.executemany(statement, rows)
            count += len(rows)
    return count


def renumber(using: str) -> None:
    """Let the database number new rows after those put back."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def _batches(read: Iterable[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    for line in read:
        batch.append(line)
        if len(batch) == _FETCHED:
            yield batch
            batch = []
    if batch:
        yield batch


def _spelled(value: Any) -> Any:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case bytes() | memoryview():
            return b64encode(value).decode()
        case Decimal():
            return str(value)
    raise TypeError(type(value).__name__)


def _reader(field: Any) -> Callable[[Any], Any]:
    while field.is_relation:
        field = field.target_field
    for kind, read in _READERS:
        if isinstance(field, kind):
            return lambda value: None if value is None else read(value)
    return lambda value: value


_READERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (models.DateTimeField, datetime.fromisoformat),  # before DateField, which it is too
    (models.DateField, date.fromisoformat),
    (models.BinaryField, b64decode),
    (models.DecimalField, Decimal),
)
