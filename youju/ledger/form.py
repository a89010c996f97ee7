"""Form: whether every table holds only what its columns are for, and the database file hangs together.

This says nothing of right or wrong values; it finds what a failing disk or a hand past the program leaves behind in
any row, committed to or not, and names it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.apps import apps
from django.db import connection, models
from django.utils.translation import gettext as _

from youju.ledger.models import Entry, Fact, Node
from youju.ledger.raw import lenient, raw_rows

OURS = "youju."
_FINDINGS = 100
# The log reads its own tables with more care; see stored.py.
_OWN = (Entry, Fact, Node)


class Malformed(NamedTuple):
    """What is not as it was ever written. place: ``table#key``, or the table, or ``database``."""

    place: str
    sentence: str


def our_models() -> list[type[models.Model]]:
    """Every table of this program, those of many-to-many fields included; not those of the libraries it rests on."""
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if apps.get_app_config(model._meta.app_label).name.startswith(OURS)]


def malformed() -> Iterator[Malformed]:
    """Yield every row that holds what is never written there, and what the database finds wrong with its own file."""
    yield from _file()
    for model in our_models():
        if model not in _OWN:
            yield from _rows(model)


def _rows(model: type[models.Model]) -> Iterator[Malformed]:
    table = model._meta.db_table
    for row in raw_rows(model):
        if row.problems:
            place = {"table": table, "row": row.key, "columns": ", ".join(row.problems)}
            sentence = _("Table %(table)s, row %(row)s: what stands in %(columns)s was never written there.")
            yield Malformed(f"{table}#{row.key}", sentence % place)


def _file() -> Iterator[Malformed]:
    """What SQLite says of its file: pages, indexes against their tables, keys that lead nowhere."""
    if connection.vendor != "sqlite":
        return
    with lenient(), connection.cursor() as cursor:
        cursor.execute(f"PRAGMA integrity_check({_FINDINGS})")
        for (said,) in cursor.fetchall():
            if said != "ok":
                yield Malformed("database", _("The database file is damaged: %s.") % said)
        cursor.execute("PRAGMA foreign_key_check")
        for table, number, parent, _key in cursor.fetchmany(_FINDINGS):
            row = _key_of(table, number)
            place = {"table": table, "row": row, "other": parent}
            sentence = _("Table %(table)s, row %(row)s points to a row of %(other)s that is not there.")
            yield Malformed(f"{table}#{row}", sentence % place)


def _key_of(table: str, number: int) -> object:
    """The key of a row that SQLite names by its own row number, which is another where the key points elsewhere."""
    keys = {model._meta.db_table: model._meta.pk.column for model in apps.get_models(include_auto_created=True)}
    if table not in keys:
        return number
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{keys[table]}" FROM "{table}" WHERE rowid = %s', [number])
        found = cursor.fetchone()
    return found[0] if found else number
