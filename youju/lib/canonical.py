"""Canonical bytes: the one spelling of every value that goes under a hash.

Independent programs must be able to recompute each hash from the columns alone, so every rule is here:

* ``lp(x)`` is the length of the text in four big-endian bytes, then its UTF-8 in Unicode form NFC;
  an absent value is FFFFFFFF, which no text can spell.
* Integers are decimal text, days ``YYYY-MM-DD``, instants ``YYYY-MM-DDTHH:MM:SS.ffffffZ``, digests lower-case hex.
* Each structure begins with its own version label, so that bytes of one can never pass for another's.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from hmac import digest as hmac_digest
from typing import Any

Column = str | int | date | bytes | None
"""What one hashed column may hold; a datetime is an instant and must be aware."""

_ABSENT = b"\xff\xff\xff\xff"
_RECORD = b"youju-record-v1\0"
_FACTS = b"youju-facts-v1\0"
ENTRY_LABEL = b"youju-entry-v1\0"
_TREE = b"youju-tree-v1\0"


def lp(text: str | None) -> bytes:
    """The text with its length in front, or the mark of absence."""
    if text is None:
        return _ABSENT
    data = text.encode() if text.isascii() else unicodedata.normalize("NFC", text).encode()
    return len(data).to_bytes(4, "big") + data


def instant(moment: datetime) -> str:
    """UTC to the microsecond. Raises ValueError for a naive datetime: its instant is not known."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def spelled(column: Column) -> str | None:
    """The text that stands for a column under the hash. Raises TypeError for any type without a rule above."""
    if column is None or isinstance(column, str):
        return column
    if isinstance(column, int):
        return str(int(column))
    if isinstance(column, datetime):
        return instant(column)
    if isinstance(column, date):
        return column.isoformat()
    if isinstance(column, bytes):
        return column.hex()
    raise TypeError(f"no canonical spelling for {type(column).__name__}")


def columns(row: Iterable[Column]) -> bytes:
    """The columns of one row, each with its length."""
    return b"".join([_SPELLED.get(type(column), _other)(column) for column in row])


# Rows of a ledger repeat themselves: units, measures, days and small numbers are spelled once.
@lru_cache(8192)
def text_bytes(text: str) -> bytes:
    """``lp`` of a text."""
    return lp(text)


@lru_cache(8192)
def number_bytes(number: int) -> bytes:
    """``lp`` of an integer."""
    return lp(str(int(number)))


@lru_cache(1024)
def day_bytes(day: date) -> bytes:
    """``lp`` of a day."""
    return lp(day.isoformat())


def digest_bytes(digest: bytes) -> bytes:
    """``lp`` of a digest."""
    return lp(digest.hex())


def _other(column: Any) -> bytes:
    return lp(spelled(column))


_SPELLED: dict[type, Callable[[Any], bytes]] = {
    str: text_bytes, int: number_bytes, date: day_bytes, bytes: digest_bytes,
}  # fmt: skip


def item_digest(salt: bytes, name: str, value: str | None) -> bytes:
    """One item of a record's snapshot, hidden by its salt: without the salt the value cannot be guessed back."""
    return hmac_digest(salt, lp(name) + lp(value), "sha256")


def commitment(digests: Iterable[bytes]) -> bytes:
    """What a ledger entry says of a record: one hash over the digests of its items, in their order."""
    return sha256(_RECORD + b"".join(digests)).digest()


def facts_digest(facts: Iterable[Sequence[Column]]) -> bytes:
    """One hash over the fact rows of an entry, whatever order they are read in; equal rows count twice."""
    return facts_digest_of(map(columns, facts))


def facts_digest_of(facts: Iterable[bytes]) -> bytes:
    """``facts_digest`` of fact rows whose columns are bytes already."""
    return sha256(_FACTS + b"".join(sorted(facts))).digest()


def tree_digest(rows: Iterable[Sequence[Column]]) -> bytes:
    """One hash over the rows of the tree of units, whatever order they are read in; equal rows count twice."""
    return sha256(_TREE + b"".join(sorted(columns(row) for row in rows))).digest()


def entry_bytes(row: Iterable[Column]) -> bytes:
    """The bytes of one ledger entry, which become a leaf of the tree."""
    return ENTRY_LABEL + columns(row)


def statement(label: str, row: Iterable[Column]) -> bytes:
    """One hash over a row that is no record: what the ledger commits to where two persons are one, for instance.

    label: says what sort of statement it is, with its version; ASCII.
    """
    return sha256(label.encode("ascii") + b"\0" + columns(row)).digest()
