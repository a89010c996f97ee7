"""Fetch: rows by a key of theirs, by a statement that is put into SQL once.

Of a question with a small answer Django takes four fifths of the time to write the SQL. Verbs ask the same few
questions for each of thousands of moves, with other keys.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Manager, Model

from youju.lib.batches import batches

# So many keys at a time; SQLite promises no more than 999 parameters a query.
_MOST = 512

_Row = TypeVar("_Row", bound=Model)


class _Statement(NamedTuple):
    """converting: by the place of a column what makes Python's values of the driver's, and the column."""

    sql: str
    columns: Sequence[str]
    converting: Sequence[tuple[int, Sequence[Callable[..., Any]], Any]]


class _Statements(threading.local):
    """Those of one thread, as they are bound to its connection. of: that connection."""

    def __init__(self) -> None:
        self.of: Any = None
        self.kept: dict[tuple[Manager[Any], str, int], _Statement] = {}


_STATEMENTS = _Statements()


def fetch_rows(rows: Manager[_Row], column: str, keys: Iterable[Any]) -> list[_Row]:
    """The rows of a manager whose ``column`` holds one of these keys, in the model's own order, batch by batch of keys.

    rows: what it leaves out may hang on no value but the keys. column: "pk", or a column of the table. keys: whole
    numbers or texts; None and doubles are passed over.
    """
    wanted = dict.fromkeys(key for key in keys if key is not None)
    return [row for batch in batches(wanted, _MOST) for row in _fetch(rows, column, batch)]


def _fetch(rows: Manager[_Row], column: str, keys: Sequence[Any]) -> Iterable[_Row]:
    places = 1 << (len(keys) - 1).bit_length()  # few statements for all lengths: the last key fills the places left
    statement = _statement(rows, column, places)
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, (*keys, *[keys[-1]] * (places - len(keys))))
        found = cursor.fetchall()
    for row in found:
        values = list(row)
        for place, converters, expression in statement.converting:
            for convert in converters:
                values[place] = convert(values[place], expression, connection)
        yield rows.model.from_db(DEFAULT_DB_ALIAS, statement.columns, values)


def _statement(rows: Manager[Any], column: str, places: int) -> _Statement:
    connection = connections[DEFAULT_DB_ALIAS]
    if _STATEMENTS.of is not connection:
        _STATEMENTS.of, _STATEMENTS.kept = connection, {}
    asked = rows, column, places
    if asked not in _STATEMENTS.kept:
        _STATEMENTS.kept[asked] = _compiled(*asked)
    return _STATEMENTS.kept[asked]


def _compiled(rows: Manager[Any], column: str, places: int) -> _Statement:
    query = rows.filter(**{f"{column}__in": range(places)}).query
    compiler = query.get_compiler(DEFAULT_DB_ALIAS)
    sql, values = compiler.as_sql()
    assert len(values) == places, f"{rows} asks for values of its own"
    columns = [column for column, _sql, _alias in compiler.select]
    converters = compiler.get_converters(columns)
    return _Statement(
        sql,
        [column.target.attname for column in columns],
        [(place, each, expression) for place, (each, expression) in converters.items()],
    )
