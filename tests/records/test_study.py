"""A study session copies its group's list in: nobody on it can be left out, and whoever else came is a guest."""

from collections import Counter
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, people, session, study_group, verified
from youju.ledger.reading import all_facts, live_facts
from youju.orgs.group_verbs import group_join, group_leave
from youju.orgs.mergers import person_merge
from youju.orgs.people import Person
from youju.records.errors import FactsWouldChange
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.reading.drift import drifted
from youju.records.study.session.attendance import Mark, Marked, Marks
from youju.records.study.session.errors import NotOnTheList, RosterChanged
from youju.records.study.session.models import Attendance, StudySession
from youju.records.verbs.corrections import ChangeSort, Correction, correction_accept, correction_ask
from youju.records.verbs.record_verbs import record_add, record_edit, record_submit, record_verify


def _sums() -> Counter[str]:
    sums: Counter[str] = Counter()
    for fact in live_facts():
        sums[fact.measure] += fact.quantity
    return sums


def _add(cast: SimpleNamespace, marks: Marks, **values: Any) -> Any:
    given = {"unit": cast.hill, "title": "三月集中学习", "happened": DAY, "sort": "center_group", "late_reason": "补录",
             "group": study_group(cast.hill), "guests": 0, "marks": marks}  # fmt: skip
    return record_add(kind=get_record_kind("session"), values=given | values, actor=cast.bob)


def _marked(persons: list[Person], mark: str = Mark.PRESENT) -> Marks:
    return Marks(Marked(person, mark) for person in persons)


def _sent(persons: list[Person]) -> dict[str, list[str]]:
    return {f"mark-{person.pk}": ["present"] for person in persons}


def _asked(cast: SimpleNamespace, record: Record, sort: str, data: dict[str, list[str]]) -> Correction:
    """What bob asks to change in a session, as a browser would send it."""
    given = {"unit": [str(cast.hill.pk)], "group": [str(study_group(cast.hill).pk)], "sort": ["center_group"],
             "title": [record.title], "happened": [DAY.isoformat()], "late_reason": ["补录"]}  # fmt: skip
    return correction_ask(record=record, data=given | data, actor=cast.bob, version=1, reason="补", sort=sort)


def test_a_liaison_unticks_the_absent_and_hands_in_two_of_two(cast: SimpleNamespace):
    roster = people(cast.hill, "王一", "李二", "赵三")
    study_group(cast.hill, roster)
    verified(_add(cast, _marked(roster[:2])), cast.bob, cast.alice)
    assert (_sums()["study.present"], _sums()["study.expected"]) == (2, 3)
    (left_out,) = Attendance.objects.filter(person=roster[2])
    assert left_out.mark == Mark.ABSENT


def test_present_leave_absent_and_guests_are_counted_apart(cast: SimpleNamespace):
    roster = people(cast.hill, "王一", "李二", "赵三", "钱四")
    study_group(cast.hill, roster)
    marks = Marks([*_marked(roster[:2]), Marked(roster[2], Mark.LEAVE, "出差"), Marked(roster[3], Mark.ABSENT)])
    verified(_add(cast, marks, guests=6), cast.bob, cast.alice)
    assert _sums() == {
        "study.sessions": 1, "study.expected": 4, "study.present": 2, "study.leave": 1, "study.guests": 6,
    }  # fmt: skip
    present = [fact.subject for fact in all_facts() if fact.measure == "study.present"]
    assert sorted(present) == sorted(person.token for person in roster[:2])
    assert list(drifted()) == []


def test_who_is_not_in_the_group_is_no_attendance(cast: SimpleNamespace):
    roster, (stranger,) = people(cast.hill, "王一"), people(cast.hill, "外来")
    study_group(cast.hill, roster)
    with pytest.raises(NotOnTheList):
        _add(cast, _marked([*roster, stranger]))
    assert not StudySession.objects.exists()


def test_minors_are_counted_and_not_named_and_a_few_of_them_at_the_county(cast: SimpleNamespace):
    teachers = people(cast.hill, "王一", "李二")
    pupils = people(cast.hill, "甲", "乙", "丙", minor_until=date(2030, 5, 1))
    study_group(cast.hill, [*teachers, *pupils])
    marks = Marks([*_marked([*teachers, *pupils[:2]]), Marked(pupils[2], Mark.LEAVE, "生病")])
    verified(_add(cast, marks), cast.bob, cast.alice)
    facts = {(fact.unit, fact.measure, fact.subject): fact.quantity for fact in all_facts()}
    assert facts == {
        ("hill", "study.sessions", ""): 1,
        ("hill", "study.expected", ""): 2,
        ("yun", "study.expected", ""): 3,
        ("hill", "study.present", teachers[0].token): 1,
        ("hill", "study.present", teachers[1].token): 1,
        ("yun", "study.present", ""): 2,
        ("yun", "study.leave", ""): 1,
    }
    assert list(drifted()) == []


def test_five_minors_are_counted_at_their_school(cast: SimpleNamespace):
    pupils = people(cast.hill, "甲", "乙", "丙", "丁", "戊", minor_until=date(2030, 5, 1))
    study_group(cast.hill, pupils)
    verified(_add(cast, _marked(pupils)), cast.bob, cast.alice)
    assert {fact.unit for fact in all_facts()} == {"hill"}
    assert _sums()["study.expected"] == _sums()["study.present"] == 5


def test_a_group_changed_after_verifying_changes_nothing(cast: SimpleNamespace):
    roster = people(cast.hill, "王一", "李二")
    group = study_group(cast.hill, roster)
    record = verified(_add(cast, _marked(roster)), cast.bob, cast.alice)
    (late,) = people(cast.hill, "赵三")
    group_join(group=group, person=late, actor=cast.bob)
    group_leave(group=group, person=roster[0], until=date(2025, 3, 1), actor=cast.bob)
    assert list(drifted()) == []
    asked = _asked(cast, record, ChangeSort.AMENDMENT, _sent(roster) | {"topic": ["补充"]})
    correction_accept(correction=asked, record=record, actor=cast.alice)
    assert _sums()["study.expected"] == 2
    assert Attendance.objects.count() == 2


@pytest.mark.parametrize("submitted", [False, True])
def test_a_group_changed_before_it_is_verified_is_marked_anew(cast: SimpleNamespace, submitted: bool):
    roster, (late,) = people(cast.hill, "王一"), people(cast.hill, "李二")
    group = study_group(cast.hill, roster)
    record = _add(cast, _marked(roster))
    if submitted:
        record_submit(record=record, actor=cast.bob)
    group_join(group=group, person=late, actor=cast.bob)
    with pytest.raises(RosterChanged):
        if submitted:
            record_verify(record=record, actor=cast.alice)
        else:
            record_submit(record=record, actor=cast.bob)
    assert not all_facts().exists()


def test_another_day_has_the_list_of_that_day(cast: SimpleNamespace):
    roster = people(cast.hill, "王一", "李二")
    group = study_group(cast.hill, roster)
    group_leave(group=group, person=roster[1], until=date(2025, 3, 31), actor=cast.bob)
    record = _add(cast, _marked(roster))
    record_edit(
        record=record, values={"happened": date(2025, 4, 2), "marks": _marked(roster[:1])}, actor=cast.bob, version=1
    )
    assert [row.person for row in Attendance.objects.all()] == roster[:1]


def test_an_amendment_leaves_attendance_as_it_was(cast: SimpleNamespace):
    roster = people(cast.hill, "王一", "李二")
    record = verified(session(cast.bob, cast.hill, roster, roster[:1]), cast.bob, cast.alice)
    with pytest.raises(FactsWouldChange):
        _asked(cast, record, ChangeSort.AMENDMENT, _sent(roster))


def test_marks_are_corrected_on_the_list_that_was_copied(cast: SimpleNamespace):
    roster, (late,) = people(cast.hill, "王一", "李二"), people(cast.hill, "赵三")
    record = verified(session(cast.bob, cast.hill, roster, roster[:1]), cast.bob, cast.alice)
    group_join(group=study_group(cast.hill), person=late, actor=cast.bob)
    asked = _asked(cast, record, ChangeSort.CORRECTION, _sent(roster))
    correction_accept(correction=asked, record=record, actor=cast.alice)
    assert (_sums()["study.present"], _sums()["study.expected"]) == (2, 2)
    assert list(drifted()) == []


def test_two_rows_merged_meanwhile_are_one_person_of_the_list(cast: SimpleNamespace):
    first, second = people(cast.hill, "王一", "王 一")
    study_group(cast.hill, [first])
    record = _add(cast, _marked([first]))
    person_merge(person=first, into=second, actor=cast.eve)
    verified(record, cast.bob, cast.alice)
    assert _sums()["study.present"] == 1
