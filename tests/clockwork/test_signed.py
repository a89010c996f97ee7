"""What time does leaves a ledger that verifies, with all rows beside it under the daily signature."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings

from tests.records.cast import make_cast, verified, visits
from youju.clockwork.tick import tick
from youju.ledger import log
from youju.ledger.reading import Entry
from youju.lib import clock
from youju.records.reading.drift import drifted
from youju.records.sealing import committed

EVENING = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def forgotten_checkpoint() -> Iterator[None]:
    """Another test's log is another one."""
    kept = Path(settings.HOME) / "ledger-checkpoint"
    kept.unlink(missing_ok=True)
    yield
    kept.unlink(missing_ok=True)


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def test_days_of_ticks_leave_nothing_to_find(cast: SimpleNamespace):
    for day in range(3):
        with clock.at(EVENING + timedelta(days=day)):
            verified(visits(cast.bob, cast.hill, day + 1), cast.bob, cast.alice)
            assert not [outcome for outcome in tick() if outcome.failed]
    assert Entry.objects.filter(record_ref__startswith="audit-").count() == 3
    assert list(log.verify()) == []
    assert list(drifted()) == []
    assert list(committed.flaws()) == []
