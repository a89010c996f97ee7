"""Digests: the log commits to rows that lie beside it, each by a digest of its own, some at a time.

A row posts nothing when it is written; an entry named ``audit-…`` later takes in whatever is new, changed or gone
since the last one. From then on a row may differ only where somebody is on record for it, and a row of a table that
is only ever added to may not differ at all. Rows that no digest covers yet are counted, and the count is told.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.translation import gettext as _

from youju.ledger import lock, log, stored, tree
from youju.ledger.facts import Posting
from youju.ledger.models import Entry, RowDigest
from youju.ledger.raw import RawRow, lenient, raw_rows
from youju.ledger.stored import StoredEntry
from youju.lib import chance
from youju.lib.canonical import facts_digest, item_digest, lp, spelled

PREFIX = "audit-"
MILESTONE = "digest"
_LABEL = b"youju-rows-v1\0"
_SALT_BYTES = 32


def _none(_values: Mapping[str, Any]) -> bool:
    return False


class Covered(NamedTuple):
    """A table that is under digests.

    free: columns that are not. names: by what audit rows speak of a row, from its values. appended: rows are added
    and neither changed nor taken away, and need nobody on record. left_out: rows that no digest covers, by their
    values; one that was covered before and would be left out now counts as gone.
    """

    model: type[Model]
    free: frozenset[str]
    names: Callable[[Mapping[str, Any]], set[str]]
    appended: bool = False
    left_out: Callable[[Mapping[str, Any]], bool] = _none

    @property
    def table(self) -> str:
        return self.model._meta.db_table


class Flaw(NamedTuple):
    """A row that is not what the log committed to. place: ``table#key``, or an entry's reference."""

    place: str
    sentence: str


class Digested(NamedTuple):
    """A stored digest, with whatever types its columns hold now."""

    seq: Any
    table: Any
    row: Any
    names: Any
    salt: Any
    digest: Any


class Difference(NamedTuple):
    """A row beside its newest digest.

    now: its content, None where it is gone or cannot be read. before: None where no digest covers it.
    """

    covered: Covered
    row: str
    now: str | None
    gone: bool
    names: frozenset[str]
    before: Digested | None


Told = Callable[[], set[str]]
"""Asks by what names audit rows that are under no digest yet speak of anything."""


def post_digests(tables: Iterable[Covered], told: Told, *, unit: str, actor: str) -> Entry | None:
    """Commit to every row that is new, changed or gone since the last time; None where there is none.

    What nobody is on record for is left as it was, to be found. Tables in which who did what is noted come first:
    a row then never goes under a digest later than the note that explains it. Raises OutsideTransaction.
    """
    lock.hold()
    first = not stored.digest_entries()
    different = [one for table in tables for one in differences(table)]
    noted = told()
    taken = [
        _taken(one) for one in different if (one.gone or one.now is not None) and (first or _explained(one, noted))
    ]
    if not taken:
        return None
    seq = tree.size()
    entry = log.post(Posting(f"{PREFIX}{seq}", MILESTONE, unit, actor, (), commitment_of(taken)))
    RowDigest.objects.bulk_create((RowDigest(**row._replace(seq=seq)._asdict()) for row in taken), batch_size=500)
    return entry


def differences(covered: Covered) -> Iterator[Difference]:
    """The rows of one table that differ from their newest digests, or have none, or are gone."""
    newest = {one.row: one for one in _digested(table=covered.table)}
    for raw in raw_rows(covered.model):
        if covered.left_out(raw.values):
            continue
        row, text = str(raw.key), _text(covered, raw)
        before = newest.pop(row, None)
        if before is None or not _same(before, row, text):
            yield Difference(covered, row, text, False, frozenset(covered.names(raw.values)), before)
    for row, before in newest.items():
        if before.digest:
            yield Difference(covered, row, None, True, frozenset(), before)


def flaws(tables: Iterable[Covered], told: Told) -> Iterator[Flaw]:
    """Yield what is not as the log committed to: the digests themselves first, then the rows of each table."""
    entries = stored.digest_entries()
    yield from _own_flaws(entries)
    if not entries:
        return
    noted: set[str] = set()
    for covered in tables:
        for one in differences(covered):
            if not _explained(one, noted):
                noted = told()  # asked after the row was read: a verb writes both at once
            if not _explained(one, noted):
                yield Flaw(f"{covered.table}#{one.row}", _sentence(one))


def uncovered(tables: Iterable[Covered]) -> int:
    """How many rows differ from what the log committed to last, or are under no digest yet."""
    return sum(1 for covered in tables for _one in differences(covered))


def held_rows(table: str) -> set[str]:
    """The keys, as text, of the rows of a table that some digest covers."""
    with lenient():
        return set(RowDigest.objects.filter(table=table).values_list("row", flat=True))


def commitment_of(rows: Iterable[Digested]) -> bytes:
    """One hash over the digests that an entry takes in, whatever order they are read in. Raises where one is none."""
    parts = sorted(lp(row.table) + lp(row.row) + lp(row.names) + lp(bytes(row.digest).hex()) for row in rows)
    return sha256(_LABEL + b"".join(parts)).digest()


def _explained(one: Difference, noted: set[str]) -> bool:
    """Whether a row may differ: somebody is on record for it, or it was added where that needs nobody."""
    if one.covered.appended or not (one.names or one.before):
        return one.before is None
    names = one.names | (set(str(one.before.names).split()) if one.before else set())
    return bool(names & noted)


def _taken(one: Difference) -> Digested:
    names = one.names or (set(one.before.names.split()) if one.before else set())
    salt = b"" if one.now is None else chance.token_bytes(_SALT_BYTES)
    digest = b"" if one.now is None else item_digest(salt, one.row, one.now)
    return Digested(-1, one.covered.table, one.row, " ".join(sorted(names)), salt, digest)


def _same(before: Digested, row: str, text: str | None) -> bool:
    if text is None or not isinstance(before.salt, bytes) or not isinstance(before.digest, bytes):
        return False
    return item_digest(before.salt, row, text) == before.digest


def _text(covered: Covered, raw: RawRow) -> str | None:
    """A row's content: its columns by name. What is empty is left out, so that a new column changes nothing."""
    if raw.problems:
        return None
    content = {
        name: value if isinstance(value, dict | list) else _spelled(value)
        for name, value in raw.values.items()
        if name not in covered.free and value not in (None, "", False, [], {})
    }
    return json.dumps(content, sort_keys=True, ensure_ascii=False)


def _spelled(value: Any) -> str | None:
    if isinstance(value, bytes | str | int | date):
        return spelled(value)
    return str(value)


def _digested(**which: str) -> Iterator[Digested]:
    """The stored digests, the oldest first."""
    rows = RowDigest.objects.filter(**which).order_by("seq", "pk")
    with lenient():
        yield from (Digested(*row) for row in rows.values_list(*Digested._fields).iterator())


def _own_flaws(entries: Mapping[int, StoredEntry]) -> Iterator[Flaw]:
    """Entries whose digests are not those they committed to, and digests that belong to no entry."""
    of_entry = {seq: list(rows) for seq, rows in groupby(_digested(), key=lambda row: row.seq)}
    for seq, entry in entries.items():
        if not _committed(entry, of_entry.pop(seq, [])):
            place = {"ref": entry.row.record_ref, "seq": seq}
            yield Flaw(entry.row.record_ref, _("%(ref)s: the digests that entry %(seq)s took in were altered.") % place)
    for seq in of_entry:
        yield Flaw(RowDigest._meta.db_table, _("There are digests of entry %s, which took none in.") % seq)


def _committed(entry: StoredEntry, rows: list[Digested]) -> bool:
    try:
        return commitment_of(rows) == entry.row.commitment and entry.row.facts_digest == facts_digest(())
    except (TypeError, ValueError, AttributeError):  # a column that is no digest, or no text
        return False


def _sentence(one: Difference) -> str:
    place = {"table": one.covered.table, "row": one.row}
    if one.before is None:
        return _("Table %(table)s, row %(row)s was put in, and nothing says by whom.") % place
    if one.gone:
        return _("Table %(table)s, row %(row)s was deleted, and nothing says by whom.") % place
    return _("Table %(table)s, row %(row)s was changed, and nothing says by whom.") % place
