"""Days are the office's, whatever the hour in London and wherever the machine stands."""

from datetime import UTC, date, datetime

import pytest

from youju.lib import clock


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 31, 15, 59, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2028, 2, 29, 15, 59, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_a_day_begins_at_the_offices_midnight(moment: datetime, day: date):
    assert clock.day_of(moment) == day
    with clock.at(moment):
        assert clock.today() == day
