"""The tree's tables as they lie on the disk, read without trust, and the digest over all their rows.

SQLite keeps any type in any column, and text that is no text. Each value is therefore read as its bytes with the type
it is stored as; what is not as it would have been written is spelled so that it equals nothing that ever was.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import connection

from youju.lib.canonical import Column, tree_digest

UNITS, ALIASES, PLACEMENTS = "orgs_unit", "orgs_unitalias", "orgs_placement"

Row = tuple[Column, ...]


class TreeRow(NamedTuple):
    """One row that the tree is made of. columns: its content with codes in the place of ids, in the order hashed."""

    table: str
    columns: Row


def tree_rows() -> list[TreeRow]:
    """Every unit (code, kind, name, short name), alias (unit, name, since, until) and placement.

    A placement is: unit, parent, stands (1 or 0), since, until, heir, entry. All values are texts, or None.
    """
    units = list(_stored(UNITS, ("id", "code", "kind", "name", "short_name")))
    codes = {pk: code for pk, code, *_rest in units}

    def code(pk: Column) -> Column:
        return None if pk is None else codes.get(pk, f"!{pk!s}")

    rows = [TreeRow(UNITS, row[1:]) for row in units]
    for unit, *rest in _stored(ALIASES, ("unit_id", "name", "since", "until")):
        rows.append(TreeRow(ALIASES, (code(unit), *rest)))
    for unit, parent, *middle, heir, seq in _stored(
        PLACEMENTS, ("unit_id", "parent_id", "stands", "since", "until", "heir_id", "seq")
    ):
        rows.append(TreeRow(PLACEMENTS, (code(unit), code(parent), *middle, code(heir), seq)))
    return rows


def digest_of(rows: Iterable[TreeRow]) -> bytes:
    """What an entry commits to: one hash over the rows, in whatever order they are read."""
    return tree_digest((row.table, *row.columns) for row in rows)


def _stored(table: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The columns of every row as texts; None where there is no value."""
    names = [connection.ops.quote_name(name) for name in columns]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"SELECT {', '.join(f'typeof({n}), hex({n})' for n in names)} FROM {table}")
            for row in cursor.fetchall():
                yield tuple(_text(sort, digits) for sort, digits in zip(row[::2], row[1::2], strict=True))
        else:
            cursor.execute(f"SELECT {', '.join(names)} FROM {table}")
            for row in cursor.fetchall():
                yield tuple(None if value is None else _plain(value) for value in row)


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def _text(sort: str, digits: str) -> str | None:
    """A value of SQLite by its type and the hexadecimal digits of its bytes."""
    if sort == "null":
        return None
    try:
        text = bytes.fromhex(digits).decode()
    except UnicodeDecodeError:
        return f"!{digits}"
    return text if sort in ("text", "integer") else f"!{sort} {text}"
