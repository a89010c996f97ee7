"""The history of a record on its page."""

from datetime import timedelta
from types import SimpleNamespace

from tests.records.cast import visits
from youju.desk.records.history import history_of
from youju.lib import clock
from youju.orgs.audit import AuditRow


def added(cast: SimpleNamespace, ref: str, count: int) -> None:
    AuditRow.objects.bulk_create(
        AuditRow(actor=cast.bob.token, action="evidence.attach", target=ref, at=clock.now()) for _each in range(count)
    )


def test_what_is_done_many_times_at_once_is_one_line(cast: SimpleNamespace):
    ref = visits(cast.bob, cast.hill).ref
    added(cast, ref, 9)
    with clock.at(clock.now() + timedelta(minutes=5)):
        added(cast, ref, 1)
    assert [event.times for event in history_of(ref)] == [1, 9, 1]
