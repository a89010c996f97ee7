"""A review meeting counts who came, by group, and its opinions, from its own rows."""

from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, verified
from youju.ledger.reading import live_facts
from youju.records.heads.lines import DoubledLine
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.reading.drift import drifted
from youju.records.reviews.meeting.sample import sample
from youju.records.verbs.record_verbs import record_add, record_edit

PARENTS = {"group": "parents", "invited": 15, "came": 14}


def meeting(cast: SimpleNamespace, **values: Any) -> Record:
    given = sample(cast.hill, DAY) | {"late_reason": "补录"} | values
    return record_add(kind=get_record_kind("meeting"), values=given, actor=cast.bob)


def _sums() -> Counter[tuple[str, str]]:
    sums: Counter[tuple[str, str]] = Counter()
    for fact in live_facts():
        sums[fact.measure, fact.category] += fact.quantity
    return sums


def test_who_came_counts_by_group_and_who_was_invited_apart(cast: SimpleNamespace):
    verified(meeting(cast), cast.bob, cast.alice)
    assert _sums() == {
        ("reviews.meetings", ""): 1,
        ("reviews.guests", "deputies"): 4,
        ("reviews.guests", "parents"): 14,
        ("reviews.invited", "deputies"): 5,
        ("reviews.invited", "parents"): 15,
        ("reviews.suggestions", ""): 2,
    }


def test_a_meeting_without_opinions_says_nothing_of_them(cast: SimpleNamespace):
    verified(meeting(cast, opinions=[]), cast.bob, cast.alice)
    assert ("reviews.suggestions", "") not in _sums()


def test_each_row_is_an_item_of_its_own_named_by_its_key(cast: SimpleNamespace):
    names = [name for name, _text in meeting(cast).line_items()]
    assert names == ["guests/deputies", "guests/parents", "opinions/1", "opinions/2"]


def test_one_group_twice_is_refused_by_the_verb_too(cast: SimpleNamespace):
    with pytest.raises(DoubledLine):
        meeting(cast, guests=[PARENTS, PARENTS])


def test_a_row_changed_outside_the_system_is_seen(cast: SimpleNamespace):
    record = verified(meeting(cast), cast.bob, cast.alice)
    assert list(drifted()) == []
    record.guests.filter(group="parents").update(came=99)  # type: ignore[attr-defined]  # a meeting's rows
    assert list(drifted())


def test_rows_that_are_not_given_stay(cast: SimpleNamespace):
    record = meeting(cast)
    record_edit(record=record, values={"title": "评议会"}, actor=cast.bob, version=record.version)
    assert record.parts()["guests"][1] == PARENTS
