"""The rule for late records is one, for the form that asks and the verb that refuses."""

from datetime import UTC, datetime, timedelta

from pytest_django.fixtures import Settings

from youju.lib import clock
from youju.records.lateness import is_late


def test_the_last_allowed_day_is_not_late(settings: Settings) -> None:
    settings.LATE_DAYS = 30
    with clock.at(datetime(2025, 5, 31, 4, tzinfo=UTC)):
        allowed = clock.today() - timedelta(days=30)
        assert not is_late(allowed)
        assert is_late(allowed - timedelta(days=1))
