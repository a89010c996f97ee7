"""Accusations about the bureau itself: who reads, handles and is told of them, and who makes the list of those."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.orgs.plant import plant
from tests.records.cast import member, people
from tests.records.inquiries.desk_of_inquiries import (
    NOON,
    moved,
)
from tests.security.accusations import accused, office_of
from youju.clockwork.tick import tick
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.orgs.group_verbs import group_join, group_open
from youju.orgs.groups import Group, GroupSort, Membership
from youju.orgs.keeping import get_group_for
from youju.orgs.members import Role
from youju.orgs.mergers import person_merge
from youju.records.alerts import Alert
from youju.records.inquiries.inquiry.errors import HandlerBarred
from youju.records.reading.access import visible_to
from youju.records.verbs.handover import in_hand, may_take


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    yield from office_of(cast)


def test_an_accusation_about_the_bureau_goes_to_the_discipline_group(office: SimpleNamespace):
    made = accused(office, about_unit=office.county)
    assert made.inner
    assert not visible_to(office.olga).filter(pk=made.pk).exists()
    assert visible_to(office.sam).filter(pk=made.pk).exists()  # no group yet: the signing leaders
    (wei,) = people(office.county, "魏监察")
    wei.member = office.olga
    wei.save()
    group = Group.objects.create(code="yun.discipline", unit=office.county, sort=GroupSort.DISCIPLINE, name="纪检组")
    Membership.objects.create(group=group, person=wei)
    assert visible_to(office.olga).filter(pk=made.pk).exists()
    for other in (office.alice, office.sam, office.dora, office.harry):
        assert not visible_to(other).filter(pk=made.pk).exists(), other


@pytest.mark.parametrize("grouped", [False, True])
def test_whoever_may_read_one_about_the_bureau_is_told_of_it(office: SimpleNamespace, grouped: bool):
    """Else it lies there until the three months are over, for those who are told of others may not know of it."""
    reader = office.dora if grouped else office.sam
    (wei,) = people(office.county, "魏监察")
    group = Group.objects.create(code="yun.discipline", unit=office.county, sort=GroupSort.DISCIPLINE, name="纪检组")
    Membership.objects.create(group=group, person=wei)
    wei.member = reader if grouped else office.bob  # on the list, but of a school: reads nothing of the bureau's
    wei.save()
    made = accused(office, about_unit=office.county)
    assert visible_to(reader).filter(pk=made.pk).exists()
    with clock.at(NOON + timedelta(days=90)):
        list(tick())
    told = set(Alert.objects.filter(target=made.ref).values_list("member__username", "sort"))
    assert told == {(reader.username, "overdue")}


def test_an_accusation_about_the_bureau_is_handed_to_nobody_outside_the_group(office: SimpleNamespace):
    (wei,) = people(office.county, "魏监察")
    wei.member = office.olga
    wei.save()
    group = Group.objects.create(code="yun.discipline", unit=office.county, sort=GroupSort.DISCIPLINE, name="纪检组")
    Membership.objects.create(group=group, person=wei)
    made = moved(accused(office, about_unit=office.county), "accept", office.olga)
    with pytest.raises(HandlerBarred):
        moved(made, "assign", office.olga, unit=office.county, owner=office.alice)
    moved(made, "assign", office.olga, unit=office.county, owner=office.olga)
    assert not may_take(office.alice, in_hand(office.olga))


def test_no_officer_puts_themself_on_the_list_of_those_who_read_about_the_bureau(office: SimpleNamespace, desk: Desk):
    made, (ada, hua) = accused(office, about_unit=office.county), people(office.county, "艾干事", "华监察")
    (hai,) = people(office.hill, "海老师")
    for person, member_ in ((ada, office.alice), (hai, office.bob)):
        person.member = member_
        person.save()
    for actor, unit, person in ((office.alice, office.county, ada), (office.bob, office.hill, hai)):
        given = {"sort": "discipline", "name": "纪检组", "persons": [person.pk], "keepers": [actor.pk], "sure": "1"}
        desk(actor).post(f"{reverse('group-new')}?unit={unit.code}", given)
        with pytest.raises(NotAllowed):
            group_open(
                code=f"{unit.code}.x", unit=unit, sort=GroupSort.DISCIPLINE, name="x", keepers=[actor], actor=actor
            )
    assert not Group.objects.filter(sort=GroupSort.DISCIPLINE).exists()
    group = group_open(code="yun.d", unit=office.county, sort=GroupSort.DISCIPLINE, name="纪检组",
                       keepers=[office.sam], actor=office.eve)  # fmt: skip
    group_join(group=group, person=hua, actor=office.eve)
    with pytest.raises(NotFound):
        get_group_for(office.alice, group.code)
    with pytest.raises(NotAllowed):
        person_merge(person=ada, into=hua, actor=office.alice)
    assert not visible_to(office.alice).filter(pk=made.pk).exists()
    assert get_group_for(office.eve, group.code) == get_group_for(office.sam, group.code) == group


def test_a_list_of_a_school_is_no_group_that_reads_about_the_bureau(office: SimpleNamespace):
    """Nor does it take the reading from those who had it."""
    made, (hai,) = accused(office, about_unit=office.county), people(office.hill, "海老师")
    hai.member = office.harry
    hai.save()
    group = Group.objects.create(code="hill.discipline", unit=office.hill, sort=GroupSort.DISCIPLINE, name="纪检组")
    Membership.objects.create(group=group, person=hai)
    assert visible_to(office.sam).filter(pk=made.pk).exists()
    assert not visible_to(office.harry).filter(pk=made.pk).exists()


def test_no_officer_of_an_office_reckons_how_many_are_about_it(office: SimpleNamespace):
    """What is missing from their list is about some office, whichever it is; who handles one reads it."""
    arts, basic = (plant(code=code, kind="office", name=code, parent=office.county) for code in ("arts", "basic"))
    ada, ben = (member(name, unit, Role.OFFICER) for name, unit in (("ada", arts), ("ben", basic)))
    made = [accused(office, about_unit=unit) for unit in (arts, basic, office.lake)]
    for actor in (ada, ben):
        assert set(visible_to(actor).filter(kind="inquiry").values_list("pk", flat=True)) == {made[2].pk}
    assert visible_to(office.alice).filter(kind="inquiry").count() == 3
    moved(moved(made[0], "accept", office.alice), "assign", office.alice, unit=basic, owner=ben)
    assert visible_to(ben).filter(pk=made[0].pk).exists() and not visible_to(ada).filter(pk=made[0].pk).exists()
