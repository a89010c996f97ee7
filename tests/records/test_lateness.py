"""The rule for late records is one, for the form that asks and the verb that refuses."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from tests.records.cast import visits
from youju.lib import clock
from youju.records.heads.lateness import is_late
from youju.records.verbs.record_verbs import record_return, record_submit, record_withdraw


def test_the_last_allowed_day_is_not_late(db: None) -> None:
    with clock.at(datetime(2025, 5, 31, 4, tzinfo=UTC)):
        allowed = clock.today() - timedelta(days=30)
        assert not is_late(allowed)
        assert is_late(allowed - timedelta(days=1))


def test_what_is_returned_does_not_become_late_by_it(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill, late_reason="")
    with clock.at(datetime(2025, 3, 20, 4, tzinfo=UTC)):
        record_submit(record=record, actor=cast.bob)
    with clock.at(datetime(2025, 5, 20, 4, tzinfo=UTC)):
        record_return(record=record, actor=cast.alice, reason="缺照片")
        record_submit(record=record, actor=cast.bob)
    assert not record.late


def test_what_was_taken_back_counts_from_when_it_is_handed_in_again(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    with clock.at(datetime(2025, 3, 20, 4, tzinfo=UTC)):
        record_submit(record=record, actor=cast.bob)
        record_withdraw(record=record, actor=cast.bob)
    assert record.state == "draft"
    with clock.at(datetime(2025, 5, 20, 4, tzinfo=UTC)):
        record_submit(record=record, actor=cast.bob)
    assert record.late
