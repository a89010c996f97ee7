"""Study reports and who owes one: one leader without a report makes the least 0, whatever the others wrote."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, people, verified
from youju.indicators.figure import Figure
from youju.indicators.figures import figure
from youju.ledger.reading import live_facts
from youju.lib.periods import Period
from youju.orgs.groups import Group, GroupSort, Membership
from youju.orgs.mergers import person_merge
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.errors import ValuesRefused
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.reading.drift import drifted
from youju.records.study.report.errors import WrittenTwice
from youju.records.study.writers.errors import ListedTwice, NotTheGroup
from youju.records.study.writers.models import Writers
from youju.records.verbs.corrections import correction_accept, correction_ask
from youju.records.verbs.record_verbs import record_add, record_submit

YEAR = Period.year(DAY.year)
EACH, SCHOOL, TOTAL = "study.reports.each_leader", "study.reports.each_school", "study.reports.total"


@pytest.fixture
def leaders(cast: SimpleNamespace) -> list[Person]:
    """Three of the hill school, who are its leading group."""
    made = people(cast.hill, "王一", "李二", "赵三")
    leading_group(cast.hill, made)
    return made


def leading_group(unit: Unit, members: list[Person]) -> Group:
    name = f"{unit.name}领导班子"
    group = Group.objects.create(code=f"{unit.code}.leaders", unit=unit, sort=GroupSort.LEADERS, name=name)
    Membership.objects.bulk_create(Membership(group=group, person=person) for person in members)
    return group


def listed(cast: SimpleNamespace, exempt: dict[Person, str] | None = None, **values: Any) -> Record:
    """The list of expected writers of the hill school, verified."""
    group = Group.objects.get(code="hill.leaders")
    rows = [{"person": person, "exempt": (exempt or {}).get(person, "")} for person in group.on(DAY)]
    given = {"unit": cast.hill, "title": "应写人员", "happened": DAY, "group": group, "expected": rows}
    record = record_add(kind=get_record_kind("writers"), values=given | values | {"late_reason": "x"}, actor=cast.bob)
    return verified(record, cast.bob, cast.alice)


def draft(cast: SimpleNamespace, *texts: tuple[Person, str], **values: Any) -> Record:
    rows = [{"person": person, "name": name} for person, name in texts]
    given = {"unit": cast.hill, "sort": "report", "title": "学习报告", "happened": DAY, "writings": rows}
    return record_add(kind=get_record_kind("report"), values=given | values | {"late_reason": "x"}, actor=cast.bob)


def written(cast: SimpleNamespace, *texts: tuple[Person, str], **values: Any) -> Record:
    return verified(draft(cast, *texts, **values), cast.bob, cast.alice)


def value(cast: SimpleNamespace, code: str) -> Any:
    return told(cast, code).value


def told(cast: SimpleNamespace, code: str) -> Figure:
    return figure(cast.county, YEAR, code)


def test_the_least_is_over_the_leaders_and_not_over_the_schools(cast: SimpleNamespace, leaders: list[Person]):
    first, second, third = leaders
    listed(cast)
    written(cast, (first, "甲"), (first, "乙"), (second, "丙"))
    assert (value(cast, EACH), value(cast, TOTAL)) == (0, 3)
    written(cast, (third, "丁"))
    assert (value(cast, EACH), value(cast, TOTAL)) == (1, 4)


def test_before_anybody_is_listed_nothing_is_said_of_each(cast: SimpleNamespace, leaders: list[Person]):
    written(cast, *((leader, "甲") for leader in leaders))
    assert value(cast, EACH) is None
    listed(cast)
    assert value(cast, EACH) == 1
    assert value(cast, "study.reports.expected") == 3


def test_whoever_is_exempt_with_a_reason_owes_nothing(cast: SimpleNamespace, leaders: list[Person]):
    first, second, third = leaders
    listed(cast, {third: "全年病假"})
    written(cast, (first, "甲"), (second, "乙"))
    assert (value(cast, EACH), value(cast, "study.reports.expected")) == (1, 2)


def test_no_leader_can_be_left_off_the_list(cast: SimpleNamespace, leaders: list[Person]):
    rows = [{"person": person, "exempt": ""} for person in leaders[:2]]
    with pytest.raises(NotTheGroup, match="赵三"):
        listed(cast, expected=rows)


def test_without_rows_the_whole_group_is_copied_in(cast: SimpleNamespace, leaders: list[Person]):
    listed(cast, expected=[])
    assert value(cast, "study.reports.expected") == 3


def test_whoever_leaves_the_group_later_still_owes_what_was_listed(cast: SimpleNamespace, leaders: list[Person]):
    listed(cast)
    Membership.objects.filter(person=leaders[2]).update(until=date(2025, 8, 31))
    written(cast, (leaders[0], "甲"), (leaders[1], "乙"))
    assert value(cast, EACH) == 0
    assert list(drifted()) == []


def test_a_group_is_listed_once_a_year(cast: SimpleNamespace, leaders: list[Person]):
    listed(cast)
    with pytest.raises(ListedTwice):
        listed(cast, happened=date(2025, 9, 1))
    listed(cast, happened=date(2024, 1, 8))


def test_a_correction_makes_no_second_list_of_a_year(cast: SimpleNamespace, leaders: list[Person]):
    listed(cast)
    before = listed(cast, happened=DAY.replace(year=DAY.year - 1))
    before.refresh_from_db()
    data = {
        "unit": [str(cast.hill.pk)], "group": [str(Group.objects.get().pk)], "title": ["应写人员"],
        "happened": [DAY.isoformat()], "late_reason": ["补录"],
    } | {f"expected-{place}-person": [str(person)] for place, person in enumerate(leaders)}  # fmt: skip
    asked = correction_ask(record=before, data=data, version=before.version, reason="日期写错了", actor=cast.bob)
    with pytest.raises(ValuesRefused, match="writers-"):
        correction_accept(correction=asked, record=Writers.objects.get(pk=before.pk), actor=cast.alice)


def test_the_same_text_of_a_writer_who_was_merged_counts_once(cast: SimpleNamespace, leaders: list[Person]):
    (twice,) = people(cast.hill, "王一")
    written(cast, (leaders[0], "甲"))
    again = draft(cast, (twice, "甲"))
    person_merge(person=twice, into=leaders[0], actor=cast.alice)
    with pytest.raises(WrittenTwice):
        record_submit(record=again, actor=cast.bob)


def test_the_same_text_counts_once(cast: SimpleNamespace, leaders: list[Person]):
    first = written(cast, (leaders[0], "甲"))
    with pytest.raises(WrittenTwice, match=first.ref):
        record_submit(record=draft(cast, (leaders[0], "甲"), (leaders[1], "乙")), actor=cast.bob)
    written(cast, (leaders[1], "甲"))
    written(cast, (leaders[0], "甲"), happened=date(2024, 9, 9))
    assert value(cast, TOTAL) == 2


def test_two_texts_of_a_writer_are_two_and_the_sorts_are_told_apart(cast: SimpleNamespace, leaders: list[Person]):
    written(cast, (leaders[0], "甲"), (leaders[0], "乙"), sort="reflection")
    facts = live_facts().filter(measure="study_reports.written")
    assert [(f.quantity, f.category, f.subject) for f in facts] == [(2, "reflection", leaders[0].token)]


def test_pupils_are_told_by_number_at_the_county(cast: SimpleNamespace):
    pupils = people(cast.hill, "钱四", "孙五", minor_until=date(2031, 5, 1))
    written(cast, *((pupil, "甲") for pupil in pupils))
    facts = live_facts().filter(measure="study_reports.written")
    assert [(f.unit, f.quantity, f.subject) for f in facts] == [("yun", 2, "")]


def test_a_school_that_reported_nothing_is_the_least_of_the_schools(cast: SimpleNamespace, leaders: list[Person]):
    written(cast, *((leader, "甲") for leader in leaders))
    assert value(cast, SCHOOL) == 0  # of the lake nobody wrote
