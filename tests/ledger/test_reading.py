"""What upper packages ask of the log."""

import pytest
from django.db import connection

from tests.ledger.postings import amend, post_numbered, void
from youju.ledger import reading
from youju.ledger.errors import NothingPosted

pytestmark = pytest.mark.django_db


def test_the_live_entry_is_the_post_whose_facts_count() -> None:
    post_numbered([1])
    amend()
    live = reading.live_entry("study-1", "verified")
    assert live is not None
    assert live.seq == 0
    assert reading.newest_entry("study-1", "verified").seq == 1


def test_nothing_is_live_after_a_void() -> None:
    post_numbered([1])
    void()
    assert reading.live_entry("study-1", "verified") is None


def test_what_was_never_posted_has_no_newest_entry() -> None:
    with pytest.raises(NothingPosted):
        reading.newest_entry("study-1", "verified")


def test_live_facts_leave_out_what_was_voided_by_then() -> None:
    post_numbered([1, 2])
    void("study-1")
    assert {fact.entry_id for fact in reading.live_facts()} == {1}
    assert {fact.entry_id for fact in reading.live_facts(2)} == {0, 1}
    assert {fact.entry_id for fact in reading.live_facts(1)} == {0}


def test_all_facts_of_a_size_are_those_of_its_prefix() -> None:
    post_numbered([1, 2])
    void("study-1")
    assert [reading.all_facts(size).count() for size in (0, 1, 2, 3)] == [0, 2, 4, 6]


def test_the_tables_have_the_names_that_grouped_sql_uses() -> None:
    tables = connection.introspection.table_names()
    assert {reading.ENTRY_TABLE, reading.FACT_TABLE} <= set(tables)


def test_entries_of_the_system_speak_of_no_record() -> None:
    assert [reading.is_system(ref) for ref in ("tree-1", "merge-x", "audit-1", "study-1", "trees-1")] == [
        True, True, True, False, False,
    ]  # fmt: skip
