"""Made-up attendance: noted by the unit within the days, let count once by somebody else; part of who was expected."""

from collections import Counter
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import people, session, verified
from youju.indicators.figures import figure
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.lib.periods import Period
from youju.records.heads.record import Record
from youju.records.reading.drift import drifted
from youju.records.verbs.record_verbs import record_void

SOON = datetime(2025, 3, 20, 4, tzinfo=UTC)


@pytest.fixture
def missed(cast: SimpleNamespace) -> Record:
    """A verified session to which the second of two did not come."""
    cast.roster = people(cast.hill, "王一", "李二")
    return verified(session(cast.bob, cast.hill, cast.roster, cast.roster[:1]), cast.bob, cast.alice)


def _note(cast: SimpleNamespace, desk: Desk, record: Record, who: str = "bob", how: str = "3月18日自学并交笔记") -> int:
    address = reverse("record-make-up", args=[record.ref])
    with clock.at(SOON):
        return desk(getattr(cast, who)).post(address, {f"how-{cast.roster[1].pk}": how}).status_code


def _count(cast: SimpleNamespace, desk: Desk, record: Record, who: str = "alice") -> int:
    with clock.at(SOON):
        return desk(getattr(cast, who)).post(reverse("record-count-made-up", args=[record.ref])).status_code


def _sums() -> Counter[str]:
    sums: Counter[str] = Counter()
    for fact in live_facts():
        sums[fact.measure] += fact.quantity
    return sums


def test_what_was_noted_counts_once_an_officer_let_it_and_on_the_day_of_the_session(
    cast: SimpleNamespace, desk: Desk, missed: Record
):
    assert _note(cast, desk, missed) == 302
    assert _sums()["study.made_up"] == 0
    assert _count(cast, desk, missed) == 302
    (fact,) = [fact for fact in live_facts() if fact.measure == "study.made_up"]
    assert (fact.day, fact.quantity, fact.subject) == (date(2025, 3, 14), 1, cast.roster[1].token)
    assert (_sums()["study.present"], _sums()["study.expected"]) == (1, 2)
    assert list(drifted()) == []
    assert _count(cast, desk, missed) == 409
    assert _note(cast, desk, missed) == 409


def test_attendance_with_what_was_made_up_is_an_indicator_of_its_own(cast: SimpleNamespace, desk: Desk, missed: Record):
    _note(cast, desk, missed)
    _count(cast, desk, missed)
    year = Period.year(2025)
    assert figure(cast.hill, year, "study.center_group.attendance").value == 50
    assert figure(cast.hill, year, "study.center_group.attendance_made_up").value == 100


def test_whoever_noted_it_does_not_let_it_count(cast: SimpleNamespace, desk: Desk, missed: Record):
    _note(cast, desk, missed, who="alice")
    assert _count(cast, desk, missed) == 403
    assert _sums()["study.made_up"] == 0


def test_a_liaison_lets_nothing_count_and_another_school_finds_nothing(
    cast: SimpleNamespace, desk: Desk, missed: Record
):
    _note(cast, desk, missed)
    assert _count(cast, desk, missed, who="bob") == 403
    assert _note(cast, desk, missed, who="charlie") == 404
    assert _count(cast, desk, missed, who="charlie") == 404


def test_after_the_days_nothing_is_noted(cast: SimpleNamespace, desk: Desk, missed: Record):
    with clock.at(datetime(2025, 4, 20, 4, tzinfo=UTC)):
        answer = desk(cast.bob).post(reverse("record-make-up", args=[missed.ref]), {f"how-{cast.roster[1].pk}": "自学"})
    assert answer.status_code == 409


def test_who_came_cannot_be_noted_and_nothing_noted_counts_nothing(cast: SimpleNamespace, desk: Desk, missed: Record):
    with clock.at(SOON):
        desk(cast.bob).post(reverse("record-make-up", args=[missed.ref]), {f"how-{cast.roster[0].pk}": "自学"})
    assert _count(cast, desk, missed) == 409


def test_voiding_takes_what_was_made_up_back_too(cast: SimpleNamespace, desk: Desk, missed: Record):
    _note(cast, desk, missed)
    _count(cast, desk, missed)
    missed.refresh_from_db()
    record_void(record=missed, actor=cast.alice, reason="重复")
    assert sum(_sums().values()) == 0
