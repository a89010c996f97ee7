"""Of whom an item asks: units as they stand, groups and the persons in them; and what time changes of that."""

from datetime import date

import pytest

from tests.orgs.plant import plant
from tests.plans.made import approved, due_of, on
from tests.plans.test_due_life import standing, ticked
from tests.records.cast import people, session, study_group, verified
from youju.orgs.calendar import DayRule, Term
from youju.orgs.tree_verbs import unit_close
from youju.plans.dues import Due, DueState

pytestmark = pytest.mark.django_db


def test_a_unit_opened_later_owes_from_then_on_and_a_closed_one_no_longer(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    plant("999901.new", kind="school", name="新校", parent=cast.county, since=date(2025, 4, 1))
    with on(date(2025, 3, 20)):
        unit_close(unit=cast.lake, month=date(2025, 4, 1), actor=cast.eve, reason="并校")
    ticked(date(2025, 4, 15))
    assert {due.unit.name for due in item.dues.filter(window="2025-04").exclude(state=DueState.WITHDRAWN)} == {
        "青山小学", "新校",
    }  # fmt: skip
    assert standing(due_of(item, cast.lake, "2025-03")) == {"due"}


def test_each_group_of_a_sort_owes_its_own_sessions(cast):
    members = people(cast.hill, "甲", "乙")
    group = study_group(cast.hill, members)
    study_group(cast.lake, people(cast.lake, "丙"))
    asked = {"audience": "groups", "group_sort": "leading_group", "measure": "study.sessions", "section": "study"}
    with on(date(2025, 3, 1)):
        item = approved(cast, code="study", **asked)
    with on(date(2025, 3, 20)):
        verified(session(cast.bob, cast.hill, members, members), cast.bob, cast.alice)
    ticked(date(2025, 5, 20))
    met = {(str(due.group), due.window): due.state for due in item.dues.select_related("group")}
    assert met[group.name, "2025-03"] == DueState.MET
    assert met[group.name, "2025-04"] == met["明湖小学中心组", "2025-03"] == DueState.DUE


def test_each_person_of_the_groups_owes_and_is_met_by_token(cast):
    members = people(cast.hill, "甲", "乙")
    study_group(cast.hill, members)
    asked = {"audience": "persons", "group_sort": "leading_group", "measure": "study.present", "section": "study"}
    with on(date(2025, 3, 1)):
        item = approved(cast, code="present", **asked)
    with on(date(2025, 3, 20)):
        verified(session(cast.bob, cast.hill, members, members[:1]), cast.bob, cast.alice)
    ticked(date(2025, 4, 15))
    states = {
        due.person and due.person.name: due.state for due in item.dues.filter(window="2025-03").select_related("person")
    }
    assert states == {"甲": DueState.MET, "乙": DueState.DUE}


def test_terms_are_those_of_the_unit_or_of_the_nearest_above(cast):
    Term.objects.create(unit=cast.county, name="春季学期", first=date(2025, 2, 10), last=date(2025, 7, 4))
    Term.objects.create(unit=cast.lake, name="夏学期", first=date(2025, 3, 1), last=date(2025, 6, 1))
    item = approved(cast, rhythm="termly")
    assert {(due.unit.name, due.window) for due in item.dues.all()} == {
        ("青山小学", "春季学期"),
        ("明湖小学", "夏学期"),
    }


def test_a_day_that_is_announced_moves_what_is_still_to_come(cast):
    DayRule.objects.create(date=date(2025, 1, 1), work=False, name="元旦", source="")
    days = [{"name": "清明", "day": "04-05", "follows": "清明节"}]
    with on(date(2025, 1, 10)):
        item = approved(cast, rhythm="days", days=days, before=0, after=0, due_after=1)
    due = due_of(item, cast.hill, "清明")
    assert (due.first, due.due_on, due.provisional) == (date(2025, 4, 5), date(2025, 4, 7), True)
    for day in (4, 5, 6):
        DayRule.objects.create(date=date(2025, 4, day), work=False, name="清明节", source="")
    ticked(date(2025, 3, 1))
    due.refresh_from_db()
    assert (due.first, due.due_on, due.provisional) == (date(2025, 4, 4), date(2025, 4, 7), False)
    assert Due.objects.count() == 2
