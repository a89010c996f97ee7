"""One spelling for every value under a hash."""

from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from hmac import digest as hmac_digest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.lib.canonical import columns, commitment, entry_bytes, facts_digest, instant, item_digest, lp, spelled

TEXT = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, b"\xff\xff\xff\xff"),
        ("", b"\0\0\0\0"),
        ("ab", b"\0\0\0\x02ab"),
        ("有据", b"\0\0\0\x06" + "有据".encode()),
        ("e\u0301", b"\0\0\0\x02\xc3\xa9"),
    ],
)
def test_a_text_has_its_length_in_front(text: str | None, expected: bytes) -> None:
    assert lp(text) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2025, 3, 7, 9, 5, tzinfo=UTC), "2025-03-07T09:05:00.000000Z"),
        (datetime(2025, 1, 1, 7, 59, 59, 7, tzinfo=timezone(timedelta(hours=8))), "2024-12-31T23:59:59.000007Z"),
        (datetime(33, 1, 1, tzinfo=UTC), "0033-01-01T00:00:00.000000Z"),
    ],
)
def test_an_instant_is_utc_to_the_microsecond(moment: datetime, expected: str) -> None:
    assert instant(moment) == expected


def test_an_instant_needs_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        instant(datetime(2025, 3, 7))  # noqa: DTZ001 - the naive one is what is refused


def test_each_type_has_its_spelling() -> None:
    spellings = [spelled(column) for column in (None, "a", -5, date(2025, 3, 7), b"\x00\xff")]
    assert spellings == [None, "a", "-5", "2025-03-07", "00ff"]


def test_a_type_without_a_spelling_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        spelled(1.5)  # type: ignore[arg-type]  # what is refused is not of the type


@given(st.lists(TEXT, min_size=2, max_size=4), st.lists(TEXT, min_size=2, max_size=4))
def test_two_rows_never_share_their_bytes(one: list[str | None], other: list[str | None]) -> None:
    same = [lp(text) for text in one] == [lp(text) for text in other]
    assert (columns(one) == columns(other)) == same


def test_facts_have_one_digest_in_any_order_and_count_twice_when_equal() -> None:
    a, b = ("school-1", 202503, 1), ("school-2", 202503, 1)
    assert facts_digest([a, b]) == facts_digest([b, a])
    assert facts_digest([a, a]) != facts_digest([a])
    assert facts_digest([]) == sha256(b"youju-facts-v1\0").digest()


def test_an_item_is_hidden_by_its_salt() -> None:
    assert item_digest(b"salt", "title", "x") == hmac_digest(b"salt", lp("title") + lp("x"), "sha256")
    assert item_digest(b"salt", "title", "x") != item_digest(b"pepper", "title", "x")
    assert item_digest(b"salt", "title", None) != item_digest(b"salt", "title", "")


def test_a_commitment_depends_on_the_order_of_items() -> None:
    assert commitment([b"1" * 32, b"2" * 32]) == sha256(b"youju-record-v1\0" + b"1" * 32 + b"2" * 32).digest()
    assert commitment([b"1" * 32, b"2" * 32]) != commitment([b"2" * 32, b"1" * 32])


def test_the_bytes_of_an_entry_are_fixed_for_ever() -> None:
    row = (0, "post", None, "study-1", "verified", "s1", "bob", datetime(2025, 3, 7, tzinfo=UTC), b"\1", b"\2")
    fields = ("0", "post", None, "study-1", "verified", "s1", "bob", "2025-03-07T00:00:00.000000Z", "01", "02")
    assert entry_bytes(row) == b"youju-entry-v1\0" + b"".join(lp(field) for field in fields)
