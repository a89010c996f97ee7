"""A minor's name is masked; opening it takes a reason and is noted."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from tests.records.cast import people
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.errors import ReasonMissing
from youju.orgs.revealing import person_reveal

LAST = date(2026, 5, 1)


@pytest.mark.parametrize(("day", "shown"), [(1, "王某"), (2, "王一")])
def test_a_name_is_masked_as_long_as_its_bearer_is_under_age(cast: SimpleNamespace, day: int, shown: str):
    (pupil,) = people(cast.hill, "王一", minor_until=LAST)
    with clock.at(datetime(2026, 5, day, 4, tzinfo=UTC)):
        assert str(pupil) == shown


def test_opening_a_name_takes_a_reason_and_is_noted(cast: SimpleNamespace):
    (pupil,) = people(cast.hill, "王一", minor_until=date(2040, 1, 1))
    with pytest.raises(ReasonMissing):
        person_reveal(person=pupil, actor=cast.alice, reason=" ")
    assert not AuditRow.objects.filter(action="person.reveal").exists()
    assert person_reveal(person=pupil, actor=cast.alice, reason="核对获奖名单") == "王一"
    row = AuditRow.objects.get(action="person.reveal")
    assert (row.target, row.actor, row.detail) == (pupil.target, cast.alice.token, {"reason": "核对获奖名单"})
