"""What asks somebody to act is read by itself once it is somebody else's turn, or over."""

from types import SimpleNamespace

import pytest
from django.db import transaction

from tests.records.cast import member
from tests.records.test_case import moved, raised
from youju.orgs.actors import SYSTEM
from youju.orgs.members import Member, Role
from youju.records.alerts import Alert, AlertSort, alert


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    cast.olga = member("olga", cast.county, Role.OFFICER)
    return cast


def unread_sorts(who: Member) -> list[str]:
    return [each.sort for each in Alert.objects.filter(member=who, read_at=None)]


def test_it_passes_from_one_to_the_next_and_ends_with_the_case(office: SimpleNamespace):
    case = raised(office)
    assert unread_sorts(office.bob) == ["asked"]
    case = moved(case, "finish", office.bob)
    assert (unread_sorts(office.bob), unread_sorts(office.alice)) == ([], ["asked"])
    moved(case, "confirm", office.olga)
    assert unread_sorts(office.alice) == []


def test_that_it_is_late_stays_for_whoever_leads_until_it_is_over(office: SimpleNamespace):
    case = raised(office)
    with transaction.atomic():
        alert(told=[(office.dora, case.ref), (office.bob, case.ref)], sort=AlertSort.OVERDUE, actor=SYSTEM)
    case = moved(case, "finish", office.bob)
    assert (unread_sorts(office.bob), unread_sorts(office.dora)) == ([], ["overdue"])
    moved(case, "confirm", office.olga)
    assert unread_sorts(office.dora) == []


def test_news_that_asks_for_nothing_stays(office: SimpleNamespace):
    case = raised(office)
    with transaction.atomic():
        alert(told=[(office.dora, case.ref)], sort=AlertSort.COMMENTED, actor=SYSTEM)
    moved(moved(case, "finish", office.bob), "confirm", office.olga)
    assert unread_sorts(office.dora) == ["commented"]
