"""Whether the units are still as the ledger has them, read without trust.

The newest entry about the tree commits to every row of its tables. Where they disagree, the audit rows of all the
changes, each with the rows that came and went, say which row is not as it was written.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.ledger.reading import newest_of
from youju.orgs.audit import AuditRow
from youju.orgs.tree_change import ABSENT, TREE
from youju.orgs.tree_rows import PLACEMENTS, TreeRow, digest_of, tree_rows

_ACTIONS = "unit."


class TreeFinding(NamedTuple):
    """Something about the units that is not as it was posted. place: a table and a unit, or an entry's reference."""

    place: str
    sentence: str


def findings() -> Iterator[TreeFinding]:
    """Yield whatever differs; nothing where the units are as the newest entry has them."""
    rows, newest = tree_rows(), newest_of(TREE)
    if newest is None:
        # Rows that name no entry were there before the log began, and nothing was ever said of them.
        if any(row.table == PLACEMENTS and not str(row.columns[-1]).startswith("-") for row in rows):
            yield TreeFinding(TREE, _("There are units, but the ledger holds no entry about them."))
        return
    if bytes(newest.commitment) == digest_of(rows):
        return
    told = list(_differences(rows))
    yield from told
    if not told:
        yield TreeFinding(
            newest.record_ref, _("The units are not those that entry %(seq)s commits to.") % {"seq": newest.seq}
        )


def _differences(rows: list[TreeRow]) -> Iterator[TreeFinding]:
    stored, told = Counter(rows), _told()
    for row in sorted(stored - told, key=str):
        yield TreeFinding(_place(row), _("%(place)s: this row was never posted: %(row)s.") % _words(row))
    for row in sorted(told - stored, key=str):
        yield TreeFinding(_place(row), _("%(place)s: this row is gone or was altered: %(row)s.") % _words(row))


def _told() -> Counter[TreeRow]:
    """The rows that the audit rows of all changes leave standing."""
    standing: Counter[TreeRow] = Counter()
    for row in AuditRow.objects.filter(target__startswith=f"{TREE}-", action__startswith=_ACTIONS).order_by("pk"):
        standing.subtract(map(_row, row.detail.get("went", ())))
        standing.update(map(_row, row.detail.get("came", ())))
    return +standing


def _row(columns: list[str]) -> TreeRow:
    table, *rest = columns
    return TreeRow(table, tuple(None if column == ABSENT else column for column in rest))


def _place(row: TreeRow) -> str:
    return f"{row.table} {row.columns[0]!s}"


def _words(row: TreeRow) -> dict[str, str]:
    return {
        "place": _place(row),
        "row": ", ".join(ABSENT if column is None else f"{column!s}" for column in row.columns),
    }
