"""What was decided of one unit, as the audit rows of the tree's entries tell it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from youju.orgs.audit import AuditRow
from youju.orgs.tree_change import ABSENT, TREE
from youju.orgs.tree_rows import ALIASES, PLACEMENTS, UNITS
from youju.orgs.units import Unit


class UnitEvent(NamedTuple):
    """One decision. action: of the audit row; month: as 2025-09, empty from the beginning.

    parent, heir: codes of units, empty where the action has none. came, went: names that the unit got or gave up.
    """

    at: datetime
    actor: str
    action: str
    month: str
    parent: str
    heir: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    reason: str


def history_of(unit: Unit) -> list[UnitEvent]:
    """Everything that was decided of a unit, the newest first."""
    rows = AuditRow.objects.filter(target__startswith=f"{TREE}-", action__startswith="unit.").order_by("-pk")
    return [event for row in rows.iterator() if (event := _event(row, unit.code)) is not None]


def _event(row: AuditRow, code: str) -> UnitEvent | None:
    came, went = (_of(row.detail.get(name, ()), code) for name in ("came", "went"))
    if not came and not went:
        return None
    placed = next((columns for table, columns in came if table == PLACEMENTS), None)
    parent, _stands, since, _until, heir = (_text(column) for column in placed[1:6]) if placed else ("",) * 5
    if not placed:
        since = next((_text(columns[3]) for table, columns in came if table == ALIASES), "")
    names, before = set(_names(came)), set(_names(went))
    return UnitEvent(
        row.at, row.actor, row.action, since[:7], parent, heir,
        tuple(sorted(names - before)), tuple(sorted(before - names)), str(row.detail.get("reason", "")),
    )  # fmt: skip


def _of(rows: Iterable[list[str]], code: str) -> list[tuple[str, list[str]]]:
    """The rows that are the unit's own: each begins with its code."""
    return [(table, columns) for table, *columns in rows if columns and columns[0] == code]


def _names(rows: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    for table, columns in rows:
        if table == UNITS:
            yield from (name for name in columns[2:4] if name)
        elif table == ALIASES:
            yield columns[1]


def _text(column: Any) -> str:
    return "" if column == ABSENT else str(column)
