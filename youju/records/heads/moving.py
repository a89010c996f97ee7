"""Moving a row on: its state changes only where it still stands as the verb needs it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connection, transaction

from youju.lib.batches import batches
from youju.records.errors import NewerVersion, WrongState
from youju.records.heads.ledgered import Ledgered

Changes = dict[str, Any]


class Moving(NamedTuple):
    """A row, the states from which it may be moved, what changes, and the version it was read in, if that counts."""

    row: Ledgered
    states: Sequence[str]
    changes: Changes
    version: int | None = None


class _Overtaken(Exception):
    """Some of the rows no longer stood as they were read."""


def hold_heads(records: Iterable[Ledgered]) -> None:
    """Keep the records' heads to the end of the transaction, in the order of their references: two batches never wait
    for each other in a circle. On SQLite every writer holds the whole database from its first statement on.
    """
    if not connection.features.has_select_for_update:
        return
    for batch in batches(sorted(records, key=lambda record: record.ref)):
        list(Ledgered.objects.select_for_update().filter(pk__in=[record.pk for record in batch]).order_by("ref"))


def move(record: Ledgered, states: Sequence[str], changes: Changes, version: int | None = None) -> None:
    """Change the row only if it still stands where the verb needs it: whoever comes second is told so.

    Raises WrongState, NewerVersion.
    """
    # By the head: an update of both tables would first look for the row, and then change it whatever it has become.
    rows = Ledgered.objects.filter(pk=record.pk, state__in=states)
    if not (rows if version is None else rows.filter(version=version)).update(**changes):
        record.refresh_from_db(fields=["state", "version"])
        if record.state in states:
            raise NewerVersion(title=record.title)
        raise WrongState(title=record.title, state=record.state_label)
    _take_over(record, changes)


def move_many(movings: Iterable[Moving]) -> None:
    """Move many rows, all or none, in one query for those that change alike. Raises as ``move`` at one of them."""
    movings = list(movings)
    try:
        with transaction.atomic():
            for alike in _alike(movings):
                _move_alike(alike)
    except _Overtaken:  # one by one, to say which
        for moving in movings:
            move(*moving)
    for moving in movings:
        _take_over(moving.row, moving.changes)


def _alike(movings: Iterable[Moving]) -> Iterable[list[Moving]]:
    found: dict[tuple[Any, ...], list[Moving]] = defaultdict(list)
    for moving in movings:
        found[tuple(moving.states), moving.version, *moving.changes.items()].append(moving)
    return found.values()


def _move_alike(movings: Sequence[Moving]) -> None:
    _row, states, changes, version = movings[0]
    for batch in batches(movings):
        rows = Ledgered.objects.filter(pk__in=[moving.row.pk for moving in batch], state__in=states)
        if (rows if version is None else rows.filter(version=version)).update(**changes) != len(batch):
            raise _Overtaken


def _take_over(row: Ledgered, changes: Changes) -> None:
    for name, value in changes.items():
        setattr(row, name, value)
