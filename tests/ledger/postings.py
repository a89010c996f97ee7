"""Postings for tests of the ledger."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from django.db import transaction

from youju.ledger import log
from youju.ledger.log import Entry, FactLine, Posting

CONTENT = sha256(b"what the record held").digest()
DAY = date(2025, 3, 7)


def posting(ref: str = "study-1", *facts: FactLine, milestone: str = "verified") -> Posting:
    """A posting of these facts, or of one session with forty people."""
    lines = facts or (FactLine("school-1", DAY, "sessions", 1, category="party", level="school"),)
    return Posting(ref, milestone, "school-1", "bob", lines, CONTENT)


def post(*postings: Posting) -> list[Entry]:
    """Post in a transaction of its own."""
    with transaction.atomic():
        return log.post_many(postings)


def post_numbered(numbers: Iterable[int]) -> list[Entry]:
    """One posting with two facts for each number."""
    return post(*(posting(f"study-{i}", *_two_facts(i)) for i in numbers))


def void(ref: str = "study-1") -> Entry:
    with transaction.atomic():
        return log.void(ref=ref, milestone="verified", actor="alice")


def amend(ref: str = "study-1", content: bytes = bytes(32)) -> Entry:
    with transaction.atomic():
        return log.amend(ref=ref, milestone="verified", actor="alice", commitment=content)


def _two_facts(i: int) -> tuple[FactLine, FactLine]:
    return (
        FactLine("school-1", DAY, "sessions", i, "party", "school", "spring", ""),
        FactLine("school-1", DAY, "attendance", 1, "party", "school", "spring", f"token-{i}"),
    )


def change(*changes: log.Change) -> list[Entry]:
    with transaction.atomic():
        return log.change_many(changes)
