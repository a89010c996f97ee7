"""Whoever gets past the triggers is found: here each column of each table is changed by hand."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from tests.ledger.postings import amend, post_numbered, void
from youju.ledger import checkpoint, log, triggers
from youju.ledger.errors import LedgerShorter
from youju.ledger.log import Damage
from youju.ledger.models import Entry, Node
from youju.ledger.reading import rows_of
from youju.ledger.rows import EntryRow
from youju.lib import clock
from youju.lib.canonical import entry_bytes, facts_digest
from youju.lib.merkle import leaf_hash, root

pytestmark = pytest.mark.django_db

# Not a whole second: that is written without a fraction, and some changes below would change nothing.
MOMENT = datetime(2025, 12, 31, 1, 2, 3, 456789, tzinfo=UTC)
INSIDE, TAIL = 5, 258
"""An entry under a stored node, and one behind the last."""


@pytest.fixture(autouse=True)
def open_log() -> None:
    """258 posts (0-257), one amended (258), one voided (259) and posted again (260); no trigger in the way."""
    with clock.at(MOMENT):
        post_numbered(range(258))
        amend("study-2")
        void("study-5")
        post_numbered([5])
    triggers.remove()


def execute(*statements: str) -> bool:
    """Run statements as a hand with all rights would; False where the database itself refuses the value."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    except DatabaseError:
        return False
    return True


def blob(hexadecimal: str) -> str:
    return f"'\\x{hexadecimal}'::bytea" if connection.vendor == "postgresql" else f"x'{hexadecimal}'"


def first() -> Damage | None:
    return next(log.verify(), None)


def place(damage: Damage | None) -> int | None:
    return damage.seq if damage else None


def recompute(seq: int) -> None:
    """Give an entry the leaf that its columns now have, as a careful forger would."""
    row = Entry.objects.values_list(*EntryRow._fields).get(seq=seq)
    Entry.objects.filter(seq=seq).update(leaf=leaf_hash(entry_bytes(row)))


def test_the_log_is_sound_before_anybody_touches_it() -> None:
    assert list(log.verify()) == []


@pytest.mark.parametrize("seq", [0, INSIDE, 255, 256, TAIL, 260])
@pytest.mark.parametrize(
    "change",
    [
        "kind = CASE kind WHEN 'post' THEN 'amend' ELSE 'post' END",
        "kind = 'nothing'",
        "voids = COALESCE(voids, 1000) + 1",
        "record_ref = record_ref || ' '",
        "milestone = 'answered'",
        "unit = 'school-2'",
        "actor = 'charlie'",
        "commitment = {blob}",
        "facts_digest = {blob}",
        "leaf = {blob}",
    ],
)
def test_a_changed_column_of_an_entry_is_named(seq: int, change: str) -> None:
    assert execute(f"UPDATE ledger_entry SET {change.format(blob=blob('ab' * 32))} WHERE seq = {seq}")
    assert place(first()) == seq


@pytest.mark.parametrize("seq", [0, 257, 259])
@pytest.mark.parametrize(
    "change",
    [
        "unit = 'school-2'",
        "period = period + 1",
        "day = '2025-03-08'",
        "measure = 'honours'",
        "category = ''",
        "level = 'county'",
        "occasion = 'autumn'",
        "subject = subject || 'x'",
        "quantity = quantity + 1",
        "quantity = -quantity - 1",
        "n = -n",
        "n = 0",
    ],
)
def test_a_changed_column_of_a_fact_is_named(seq: int, change: str) -> None:
    assert execute(f"UPDATE ledger_fact SET {change} WHERE entry_id = {seq}")
    assert first() == (seq, "facts", first().sentence)  # type: ignore[union-attr]  # a flaw was found


def test_a_fact_moved_to_another_entry_is_named() -> None:
    assert execute("UPDATE ledger_fact SET entry_id = 200 WHERE entry_id = 100")
    assert [found.seq for found in log.verify()] == [100, 200]


def test_a_fact_added_or_removed_is_named() -> None:
    columns = "entry_id, unit, period, day, measure, category, level, occasion, subject, quantity, n"
    execute(f"INSERT INTO ledger_fact ({columns}) SELECT {columns} FROM ledger_fact WHERE entry_id = 7")
    execute("DELETE FROM ledger_fact WHERE entry_id = 9")
    assert [(found.seq, found.what) for found in log.verify()] == [(7, "facts"), (9, "facts")]


def test_a_fact_given_to_an_amendment_is_named() -> None:
    execute(f"UPDATE ledger_fact SET entry_id = {TAIL} WHERE entry_id = 257")
    assert [found.seq for found in log.verify()] == [257, TAIL]


@pytest.mark.parametrize("seq", [0, 100, 256, 259])
def test_a_deleted_entry_is_named(seq: int) -> None:
    execute(f"DELETE FROM ledger_fact WHERE entry_id = {seq}", f"DELETE FROM ledger_entry WHERE seq = {seq}")
    assert first() == (seq, "missing", first().sentence)  # type: ignore[union-attr]  # a flaw was found


def test_two_entries_that_changed_places_are_named() -> None:
    execute("DELETE FROM ledger_fact WHERE entry_id IN (10, 11)")
    execute(*(f"UPDATE ledger_entry SET seq = {b} WHERE seq = {a}" for a, b in ((10, 999), (11, 10), (999, 11))))
    assert [(found.seq, found.what) for found in log.verify()] == [(10, "rewritten"), (11, "rewritten")]


def test_an_entry_moved_far_away_leaves_its_place_missing() -> None:
    execute(f"DELETE FROM ledger_fact WHERE entry_id = {TAIL + 2}")
    execute(f"UPDATE ledger_entry SET seq = {2**40} WHERE seq = {TAIL + 2}")
    assert first() == (TAIL + 2, "missing", first().sentence)  # type: ignore[union-attr]  # a flaw was found


def test_an_entry_before_the_first_is_found() -> None:
    execute("INSERT INTO ledger_entry SELECT -1, kind, NULL, 'x', milestone, unit, actor, at, commitment, facts_digest,"
            " leaf FROM ledger_entry WHERE seq = 0")  # fmt: skip
    assert [found.what for found in log.verify()] == ["place"]


@pytest.mark.parametrize(
    ("change", "what"),
    [("hash = {blob}", "node"), ("level = 9", "node"), ('"index" = 7', "node")],
)
def test_a_changed_node_is_found(change: str, what: str) -> None:
    assert execute(f"UPDATE ledger_node SET {change.format(blob=blob('ab' * 32))}")
    assert first() == (0, what, first().sentence)  # type: ignore[union-attr]  # a flaw was found


def test_a_missing_and_an_invented_node_are_found() -> None:
    execute("DELETE FROM ledger_node")
    assert [found.what for found in log.verify()] == ["node"]
    Node.objects.create(level=8, index=1, hash=bytes(32))
    assert [found.what for found in log.verify()] == ["node", "stray-node"]


def test_an_entry_rewritten_with_its_own_hash_betrays_its_block() -> None:
    execute(f"UPDATE ledger_entry SET actor = 'charlie' WHERE seq = {INSIDE}")
    recompute(INSIDE)
    assert [(found.seq, found.what) for found in log.verify()] == [(0, "node")]


def test_a_whole_suffix_rewritten_with_every_hash_is_found_by_a_checkpoint_alone() -> None:
    checkpoint.checkpoint()
    execute(f"UPDATE ledger_entry SET actor = 'charlie' WHERE seq = {INSIDE}")
    recompute(INSIDE)
    leaves = Entry.objects.order_by("seq").values_list("leaf", flat=True)[:256]
    Node.objects.update(hash=root(bytes(leaf) for leaf in leaves))
    assert [found.what for found in log.verify()] == ["checkpoint"]


def test_a_tail_cut_off_is_found_by_a_checkpoint_alone() -> None:
    cut = ("DELETE FROM ledger_fact WHERE entry_id >= 257", "DELETE FROM ledger_entry WHERE seq >= 257")
    signed = checkpoint.checkpoint()
    execute(*cut)
    assert [found.what for found in log.verify()] == ["checkpoint"]
    with pytest.raises(LedgerShorter):
        checkpoint.verify_checkpoint(signed)


def test_a_tail_cut_off_without_any_checkpoint_stays_unseen() -> None:
    """The limit of what a log can say of itself: why checkpoints are kept outside."""
    execute("DELETE FROM ledger_fact WHERE entry_id >= 257", "DELETE FROM ledger_entry WHERE seq >= 257")
    assert list(log.verify()) == []


def test_a_void_that_takes_back_another_amount_is_named() -> None:
    execute("UPDATE ledger_fact SET quantity = quantity - 1 WHERE entry_id = 259")
    Entry.objects.filter(seq=259).update(facts_digest=facts_digest(rows_of([259])[259]))
    recompute(259)
    assert [(found.seq, found.what) for found in log.verify()] == [(259, "negation")]


@pytest.mark.parametrize(
    ("seq", "change"),
    [
        (259, "voids = 6"),
        (259, "milestone = 'answered'"),
        (259, "commitment = {blob}"),
        (TAIL, "record_ref = 'study-999'"),
        (TAIL, "unit = 'school-2'"),
        (TAIL, "facts_digest = {blob}"),
        (260, "record_ref = 'study-6'"),
        (260, "voids = 7"),
    ],
)
def test_an_entry_that_does_not_follow_is_named_though_its_hash_is_right(seq: int, change: str) -> None:
    execute(f"UPDATE ledger_entry SET {change.format(blob=blob('ab' * 32))} WHERE seq = {seq}")
    recompute(seq)
    assert first() == (seq, "order", first().sentence)  # type: ignore[union-attr]  # a flaw was found


def test_an_entry_of_a_sort_that_is_never_written_cannot_be_read_though_its_hash_is_right() -> None:
    execute("UPDATE ledger_entry SET kind = 'nothing' WHERE seq = 260")
    recompute(260)
    assert first() == (260, "unreadable", first().sentence)  # type: ignore[union-attr]  # a flaw was found


@pytest.mark.parametrize(
    "change",
    [
        "ledger_entry SET at = replace(at, ' ', 'T') WHERE seq = 5",
        "ledger_entry SET at = replace(at, '.', ',') WHERE seq = 5",
        "ledger_entry SET at = at || '+00:00' WHERE seq = 5",
        "ledger_entry SET at = 'yesterday' WHERE seq = 5",
        "ledger_entry SET at = 5 WHERE seq = 5",
        "ledger_entry SET unit = CAST(unit AS BLOB) WHERE seq = 5",
        "ledger_entry SET unit = CAST(x'ff' AS TEXT) WHERE seq = 5",
        "ledger_entry SET commitment = lower(hex(commitment)) WHERE seq = 5",
        "ledger_entry SET leaf = 'text' WHERE seq = 5",
        "ledger_fact SET day = '2025-3-7' WHERE entry_id = 5",
        "ledger_fact SET day = CAST(day AS BLOB) WHERE entry_id = 5",
        "ledger_fact SET day = '2025-03-07 00:00:00' WHERE entry_id = 5",
        "ledger_fact SET quantity = CAST('5' AS BLOB) WHERE entry_id = 5",
        "ledger_fact SET quantity = 5.5 WHERE entry_id = 5",
        "ledger_fact SET measure = CAST(x'ff' AS TEXT) WHERE entry_id = 5",
    ],
)
def test_sqlite_may_keep_any_type_but_what_was_not_written_so_is_named(change: str) -> None:
    changed = execute(f"UPDATE {change}")
    if connection.vendor == "sqlite":
        assert changed
        assert place(first()) == 5
    elif changed:  # PostgreSQL takes a value only in the column's own type: then it is equal, or it is found
        assert place(first()) in (None, 5)


def test_an_entry_whose_place_is_no_number_is_found() -> None:
    execute("DELETE FROM ledger_fact WHERE entry_id = 260")
    if execute("UPDATE ledger_entry SET seq = 'x' WHERE seq = 260"):
        assert "place" in [found.what for found in log.verify()]
    else:
        assert connection.vendor == "postgresql"


def test_progress_ends_at_the_size_of_the_log() -> None:
    told: list[tuple[int, int]] = []
    assert list(log.verify(lambda done, size: told.append((done, size)))) == []
    assert told == [(261, 261)]
