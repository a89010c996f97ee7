"""A group has members from a day to a day and somebody who keeps its list; on any day it says who was in it."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.records.cast import people
from youju.errors import YoujuError
from youju.orgs.audit import AuditRow
from youju.orgs.errors import (
    AlreadyMember,
    GroupClosed,
    GroupCodeTaken,
    KeeperMissing,
    NameMissing,
    NoMember,
    TooEarly,
    UnfitCode,
)
from youju.orgs.group_verbs import group_close, group_join, group_join_many, group_leave, group_open, keeper_set
from youju.orgs.groups import Group, GroupSort, Membership
from youju.orgs.rosters import person_leave, person_move

OPENED = date(2025, 1, 1)
AUTUMN = date(2025, 9, 1)


def _group(cast: SimpleNamespace, **fields: object) -> Group:
    given = {"code": "hill.branch", "unit": cast.hill, "sort": GroupSort.BRANCH, "name": "青山小学党支部",
             "keepers": [cast.bob], "actor": cast.eve, "opened": OPENED}  # fmt: skip
    return group_open(**given | fields)


def test_its_members_on_a_day_are_those_who_had_joined_and_not_left(cast: SimpleNamespace):
    group, (first, second) = _group(cast), people(cast.hill, "王一", "李二")
    group_join(group=group, person=first, actor=cast.bob)
    group_join(group=group, person=second, since=date(2025, 3, 1), actor=cast.bob)
    group_leave(group=group, person=first, until=date(2025, 6, 30), actor=cast.bob)
    assert list(group.on(date(2024, 12, 31))) == []
    assert list(group.on(date(2025, 2, 28))) == [first]
    assert list(group.on(date(2025, 6, 30))) == [first, second]
    assert list(group.on(date(2025, 7, 1))) == [second]


def test_who_left_may_come_back(cast: SimpleNamespace):
    group, (person,) = _group(cast), people(cast.hill, "王一")
    group_join(group=group, person=person, actor=cast.bob)
    group_leave(group=group, person=person, until=date(2025, 3, 31), actor=cast.bob)
    group_join(group=group, person=person, since=AUTUMN, actor=cast.bob)
    assert [bool(group.on(day)) for day in (OPENED, date(2025, 5, 1), AUTUMN)] == [True, False, True]


def test_a_closed_group_has_no_members_and_takes_none(cast: SimpleNamespace):
    group, (person, late) = _group(cast), people(cast.hill, "王一", "李二")
    group_join(group=group, person=person, actor=cast.bob)
    group_close(group=group, on=AUTUMN, actor=cast.eve)
    assert list(group.on(date(2025, 8, 31))) == [person]
    assert list(group.on(AUTUMN)) == []
    with pytest.raises(GroupClosed):
        group_join(group=group, person=late, actor=cast.bob)
    with pytest.raises(GroupClosed):
        group_close(group=group, on=AUTUMN, actor=cast.eve)


@pytest.mark.parametrize("move", [False, True])
def test_who_leaves_the_unit_leaves_its_groups(cast: SimpleNamespace, move: bool):
    group, (person,) = _group(cast), people(cast.hill, "王一")
    group_join(group=group, person=person, actor=cast.bob)
    if move:
        person_move(tenure=person.tenures.get(), unit=cast.lake, on=AUTUMN, actor=cast.eve)
    else:
        person_leave(person=person, until=date(2025, 8, 31), actor=cast.eve)
    assert list(group.on(date(2025, 8, 31))) == [person]
    assert list(group.on(AUTUMN)) == []


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"name": " "}, NameMissing),
        ({"code": "支部"}, UnfitCode),
        ({"code": "taken"}, GroupCodeTaken),
        ({"keepers": []}, KeeperMissing),
    ],
)
def test_what_makes_no_group_is_refused(cast: SimpleNamespace, fields: dict[str, object], error: type[YoujuError]):
    _group(cast, code="taken")
    with pytest.raises(error):
        _group(cast, **fields)
    assert Group.objects.count() == 1


def test_nobody_is_in_it_twice_or_leaves_without_having_joined(cast: SimpleNamespace):
    group, (person, stranger) = _group(cast), people(cast.hill, "王一", "李二")
    group_join(group=group, person=person, actor=cast.bob)
    with pytest.raises(AlreadyMember):
        group_join(group=group, person=person, since=AUTUMN, actor=cast.bob)
    with pytest.raises(NoMember):
        group_leave(group=group, person=stranger, until=AUTUMN, actor=cast.bob)
    with pytest.raises(TooEarly):
        group_leave(group=group, person=person, until=date(2024, 12, 31), actor=cast.bob)
    with pytest.raises(GroupClosed):
        group_join(group=group, person=stranger, since=date(2024, 12, 31), actor=cast.bob)
    assert Membership.objects.count() == 1


def test_somebody_always_keeps_the_list(cast: SimpleNamespace):
    group = _group(cast)
    with pytest.raises(KeeperMissing):
        keeper_set(group=group, keepers=[], actor=cast.eve)
    keeper_set(group=group, keepers=[cast.bob, cast.alice], actor=cast.eve)
    assert {keeper.member for keeper in group.keepers.all()} == {cast.bob, cast.alice}


def test_audit_rows_name_nobody(cast: SimpleNamespace):
    group, (person,) = _group(cast), people(cast.hill, "王一")
    group_join(group=group, person=person, actor=cast.bob)
    rows = list(AuditRow.objects.filter(target=f"group-{group.code}").order_by("pk"))
    assert [row.action for row in rows] == ["group.open", "group.join"]
    assert not [row for row in rows if person.name in str(row.detail)]


def test_another_post_in_the_same_unit_ends_no_membership(cast: SimpleNamespace):
    group, (person,) = _group(cast), people(cast.hill, "王一")
    group_join(group=group, person=person, actor=cast.bob)
    person_move(tenure=person.tenures.get(), unit=cast.hill, post="校长", on=AUTUMN, actor=cast.eve)
    assert list(group.on(AUTUMN)) == [person]


def test_many_join_at_once_each_with_a_post(cast: SimpleNamespace):
    group, (first, second, third) = _group(cast), people(cast.hill, "王一", "李二", "张三")
    group_join(group=group, person=third, actor=cast.bob)
    group_join_many(group=group, posts={first: "书记", second: ""}, since=AUTUMN, actor=cast.bob)
    assert list(group.on(AUTUMN)) == [first, second, third]
    assert group.memberships.get(person=first).post == "书记"
    with pytest.raises(AlreadyMember):
        group_join_many(group=group, posts={second: ""}, actor=cast.bob)
    group_close(group=group, on=date(2026, 1, 1), actor=cast.bob)
    with pytest.raises(GroupClosed):
        group_join_many(group=group, posts={}, actor=cast.bob)
