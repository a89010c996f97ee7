"""Handing everything over takes the shifts to come along, as far as the other is in the roster."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk, desk
from youju.duty.leaving import Left, member_leave, shifts_ahead
from youju.duty.shift_verbs import shift_assign
from youju.duty.shifts import Part, Shift
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.errors import ReasonMissing
from youju.orgs.groups import Membership
from youju.orgs.people import Person
from youju.records.verbs.handover import NothingInHand

__all__ = ["desk"]
NOW, DAY = datetime(2025, 9, 26, 2, tzinfo=UTC), date(2025, 9, 26)


@pytest.fixture(autouse=True)
def now():
    with clock.at(NOW):
        yield


def shift(school: SimpleNamespace, days: int, person: Person, deputy: Person | None = None) -> Shift:
    day = DAY + timedelta(days=days)
    made: Shift = shift_assign(
        group=school.group, day=day, part=Part.DAY, person=person, deputy=deputy, actor=school.rosa
    )
    return made


def leave(school: SimpleNamespace, **more: Any) -> Left:
    given: dict[str, Any] = {"member": school.bob, "to": school.carl, "actor": school.eve, "reason": "调离"} | more
    return member_leave(**given)


def roster() -> list[tuple[str, str]]:
    return [(str(each.person), str(each.deputy or "")) for each in Shift.objects.order_by("day")]


def test_shifts_to_come_go_along_on_duty_and_as_deputy(school: SimpleNamespace) -> None:
    shift(school, 0, school.first)
    shift(school, 1, school.first, school.second)
    shift(school, 2, school.third, school.first)
    shift(school, 3, school.second, school.first)
    leave(school)
    assert roster() == [("李二", ""), ("李二", ""), ("赵三", "李二"), ("李二", "")]
    assert AuditRow.objects.filter(action="duty.change").count() == 4
    assert shifts_ahead(school.bob) == []


def test_what_is_over_bears_the_name_of_whoever_did_it(school: SimpleNamespace) -> None:
    shift(school, 0, school.first)
    with clock.at(NOW + timedelta(days=3)):
        shift(school, 4, school.first)
        leave(school)
    assert roster() == [("王一", ""), ("李二", "")]


def test_a_shift_stays_where_the_other_is_not_in_the_roster(school: SimpleNamespace) -> None:
    shift(school, 1, school.first)
    Membership.objects.filter(person=school.second).update(until=DAY)
    left = leave(school)
    assert roster() == [("王一", "")] and len(left.kept) == 1


def test_without_anything_and_without_the_right_or_a_reason_nothing_moves(school: SimpleNamespace) -> None:
    with pytest.raises(NothingInHand):
        leave(school)
    shift(school, 1, school.first)
    for actor in (school.bob, school.rosa, school.alice):
        with pytest.raises(NotAllowed):
            leave(school, actor=actor)
    with pytest.raises(ReasonMissing):
        leave(school, reason=" ")
    assert roster() == [("王一", "")]


def test_the_page_tells_before_it_is_done(school: SimpleNamespace, desk: Desk) -> None:
    shift(school, 1, school.first)
    shift(school, 2, school.first)
    Membership.objects.filter(person=school.second).update(until=DAY + timedelta(days=1))
    eve, address = desk(school.eve), reverse("hand-over-member", args=["bob"])
    assert "bob" in eve.get(reverse("hand-over")).text
    sent = {"to": school.carl.pk, "reason": "调离"}
    foretold = eve.post(address, sent).text
    assert "1 shift" in foretold and "1 shifts stay" in foretold and "2025-09-28" in foretold
    assert roster() == [("王一", "")] * 2
