"""Random single edits by a hand with every right: one stored bit, a type, a NULL, a row gone, doubled or swapped."""

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from django.db import DatabaseError, connection, models, transaction

BITS, TYPES, NULLS, SWAPS, DELETES, DOUBLES = "bit", "type", "null", "swap", "delete", "double"
SORTS = (BITS, BITS, BITS, BITS, TYPES, NULLS, SWAPS, DELETES, DOUBLES)


class Edit(NamedTuple):
    """What is done to one row. column: empty where the whole row is meant."""

    sort: str
    model: type[models.Model]
    column: str
    statements: tuple[tuple[str, tuple[Any, ...]], ...]
    place: str


def edits(random: Random, tables: list[type[models.Model]]) -> Iterator[Edit]:
    """Without end: each table as likely as any other, and in it each column."""
    filled = [model for model in tables if model._base_manager.exists()]
    while True:
        made = _edit(random, random.choice(filled), random.choice(SORTS))
        if made:
            yield made


def done(edit: Edit) -> bool:
    """Whether the database lets the edit pass and anything is different for it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement, values in edit.statements:
                cursor.execute(statement, values)
    except DatabaseError:
        return False
    return True


def _edit(random: Random, model: type[models.Model], sort: str) -> Edit | None:
    table, key = model._meta.db_table, str(model._meta.pk.column)
    rows = [pk for (pk,) in _asked(f'SELECT "{key}" FROM {table} ORDER BY 1')]
    row = random.choice(rows)
    if sort in (DELETES, DOUBLES):
        statement = _delete(table, key) if sort == DELETES else _double(model)
        return Edit(sort, model, "", ((statement, (row,)),), f"{table}#{row}")
    columns = [str(field.column) for field in model._meta.local_concrete_fields if not field.primary_key]
    if not columns:
        return None
    column = random.choice(columns)
    statements = _changed(random, table, key, column, row, rows, sort)
    return Edit(sort, model, column, tuple(statements), f"{table}#{row}") if statements else None


def _changed(
    random: Random, table: str, key: str, column: str, row: Any, rows: list[Any], sort: str
) -> list[tuple[str, tuple[Any, ...]]]:
    ((kind, content, number),) = _asked(
        f'SELECT typeof("{column}"), CAST("{column}" AS BLOB), "{column}" + 0 FROM {table} WHERE "{key}" = %s', row
    )
    change = f'UPDATE {table} SET "{column}" = %s WHERE "{key}" = %s'
    if sort == NULLS:
        return [] if kind == "null" else [(change, (None, row))]
    if sort == SWAPS:
        other = random.choice(rows)
        ((theirs,), (ours,)) = (
            _asked(f'SELECT hex("{column}") || typeof("{column}") FROM {table} WHERE "{key}" = %s', pk)[0]
            for pk in (other, row)
        )
        if theirs == ours:
            return []
        take = f'UPDATE {table} SET "{column}" = (SELECT "{column}" FROM {table} WHERE "{key}" = %s) WHERE "{key}" = %s'
        return [(take, (other, row))]
    if kind == "null":
        return []
    if sort == TYPES:
        cast = "TEXT" if kind == "blob" else "BLOB"
        return [(f'UPDATE {table} SET "{column}" = CAST("{column}" AS {cast}) WHERE "{key}" = %s', (row,))]
    if kind == "integer":
        return [(change, (number ^ (1 << random.randrange(62)), row))]
    if not content:
        return []
    harmed = bytearray(content)
    bit = random.randrange(8 * len(harmed))
    harmed[bit // 8] ^= 1 << bit % 8
    wanted = "BLOB" if kind == "blob" else "TEXT"
    return [(f'UPDATE {table} SET "{column}" = CAST(%s AS {wanted}) WHERE "{key}" = %s', (bytes(harmed), row))]


def _delete(table: str, key: str) -> str:
    return f'DELETE FROM {table} WHERE "{key}" = %s'


def _double(model: type[models.Model]) -> str:
    """The same row once more, under a key of its own."""
    table, key = model._meta.db_table, str(model._meta.pk.column)
    names = [str(field.column) for field in model._meta.local_concrete_fields]
    free = f'(SELECT MAX("{key}") + 1 FROM {table})'
    columns, values = ", ".join(f'"{n}"' for n in names), ", ".join(free if n == key else f'"{n}"' for n in names)
    return f'INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE "{key}" = %s'


def _asked(question: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return list(cursor.fetchall())
