"""Award lists: one decision, one verification; who is honoured twice is found before; pupils are never named."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.records.cast import DAY, people, verified
from youju.indicators.figures import figure
from youju.ledger.reading import live_facts
from youju.lib.periods import Period
from youju.orgs.actors import CONSOLE
from youju.orgs.people import Person
from youju.records.honours.award.errors import AwardedTwice
from youju.records.honours.award.kind import KIND
from youju.records.honours.award.models import AwardList
from youju.records.honours.measures import find_category
from youju.records.honours.title.models import Title
from youju.records.honours.title.register import REGISTER
from youju.records.reading.drift import drifted
from youju.records.registers.register_verbs import register_add, register_change
from youju.records.verbs.corrections import correction_accept, correction_ask
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify

TITLES: dict[str, dict[str, Any]] = {
    "ethics": {"name": "县师德标兵", "level": "county", "counts_as": "ethics_model"},
    "special": {"name": "省特级教师", "level": "province", "counts_as": "special_grade", "lasting": True},
    "youth": {"name": "县最美少年", "level": "county", "counts_as": "youth"},
    "own": {"name": "县育人先锋", "level": "county"},
    "office": {"name": "优质服务科室", "level": "county", "goes_to": "unit", "counts_as": "service"},
}


@pytest.fixture
def titles(cast: SimpleNamespace) -> SimpleNamespace:
    rest = {"goes_to": "person", "sort": "honour", "other_names": ""}
    made = {code: register_add(register=REGISTER, values=rest | values, actor=CONSOLE, code=code)
            for code, values in TITLES.items()}  # fmt: skip
    return SimpleNamespace(**made)


def line(title: Title, unit: Any = None, person: Person | None = None, pupils: int | None = None) -> dict[str, Any]:
    return {"title": title, "person": person, "unit": unit, "pupils": pupils}


def draft(cast: SimpleNamespace, *lines: dict[str, Any], **values: Any) -> AwardList:
    given = {"unit": cast.hill, "title": "表彰决定", "happened": DAY, "late_reason": "补录", "holders": list(lines)}
    record = record_add(kind=KIND, values=given | values, actor=cast.bob)
    assert isinstance(record, AwardList)
    return record


def posted(cast: SimpleNamespace, *lines: dict[str, Any], **values: Any) -> AwardList:
    record = draft(cast, *lines, **values)
    verified(record, cast.bob, cast.alice)
    return record


def facts(record: AwardList) -> list[tuple[str, str, int, str, str, bool]]:
    found = live_facts().filter(entry__record_ref=record.ref)
    return sorted((f.unit, f.measure, f.quantity, f.category, f.level, bool(f.subject)) for f in found)


def test_each_counts_once_at_the_unit_of_its_holder(cast: SimpleNamespace, titles: SimpleNamespace):
    (teacher,), (other,) = people(cast.hill, "王一"), people(cast.lake, "李二")
    record = posted(
        cast,
        line(titles.ethics, cast.hill, teacher),
        line(titles.ethics, cast.lake, other),
        line(titles.office, cast.county),
    )
    assert facts(record) == [
        ("hill", "honours.persons", 1, "ethics_model", "county", True),
        ("lake", "honours.persons", 1, "ethics_model", "county", True),
        ("yun", "honours.units", 1, "service", "county", False),
    ]


def test_pupils_are_counted_by_number_and_a_handful_at_the_county(cast: SimpleNamespace, titles: SimpleNamespace):
    (pupil,) = people(cast.lake, "赵三", minor_until=date(2031, 5, 1))
    record = posted(
        cast,
        line(titles.youth, cast.hill, pupils=6),
        line(titles.youth, cast.lake, pupil),
        line(titles.youth, pupils=2),
    )
    assert facts(record) == [
        ("hill", "honours.persons", 8, "youth", "county", False),
        ("yun", "honours.persons", 1, "youth", "county", False),
    ]
    assert str(record.holders.get(person=pupil).person) == "赵某"


def test_whoever_is_given_two_titles_is_one_person_honoured(cast: SimpleNamespace, titles: SimpleNamespace):
    one, other = people(cast.hill, "王一", "李二")
    posted(cast, line(titles.ethics, cast.hill, one), line(titles.own, cast.hill, one))
    posted(cast, line(titles.ethics, cast.hill, other), line(titles.youth, cast.hill, pupils=6))
    told = [figure(cast.county, Period.parse("2025"), f"honours.{code}").value for code in ("persons", "given")]
    assert told == [2, 9]


def test_any_title_that_the_bureau_declares_is_counted(cast: SimpleNamespace, titles: SimpleNamespace):
    (teacher,) = people(cast.hill, "王一")
    record = posted(cast, line(titles.own, cast.hill, teacher))
    assert facts(record) == [("hill", "honours.persons", 1, "own", "county", True)]
    register_change(register=REGISTER, row=titles.own, values={"level": "city"}, actor=cast.alice)
    assert list(drifted()) == []


def test_who_holds_it_by_another_list_of_the_year_is_named_before_handing_in(
    cast: SimpleNamespace, titles: SimpleNamespace
):
    (teacher,) = people(cast.hill, "王一")
    first = posted(cast, line(titles.ethics, cast.hill, teacher), title="县表彰决定")
    again = draft(cast, line(titles.ethics, cast.hill, teacher), happened=date(2025, 3, 20))
    with pytest.raises(AwardedTwice, match="王一.*县表彰决定.*" + first.ref):
        record_submit(record=again, actor=cast.bob)
    posted(cast, line(titles.ethics, cast.hill, teacher), happened=date(2024, 9, 9))
    posted(cast, line(titles.own, cast.hill, teacher), title="另一称号")


def test_what_is_given_for_good_is_given_once(cast: SimpleNamespace, titles: SimpleNamespace):
    (teacher,) = people(cast.hill, "王一")
    posted(cast, line(titles.special, cast.hill, teacher), happened=date(2023, 9, 9))
    with pytest.raises(AwardedTwice):
        posted(cast, line(titles.special, cast.hill, teacher))


def test_nobody_stands_twice_in_one_list_nor_as_two_that_are_one(cast: SimpleNamespace, titles: SimpleNamespace):
    one, other = people(cast.hill, "王一", "王一（旧）")
    Person.objects.filter(pk=other.pk).update(merged_into=one)
    with pytest.raises(AwardedTwice):
        posted(cast, line(titles.ethics, cast.hill, one), line(titles.ethics, cast.hill, other))


def test_a_correction_strikes_one_line_and_is_held_to_the_same(cast: SimpleNamespace, titles: SimpleNamespace):
    one, other = people(cast.hill, "王一", "李二")
    record = posted(cast, line(titles.ethics, cast.hill, one), line(titles.ethics, cast.hill, other))
    posted(cast, line(titles.own, cast.hill, one), title="另一称号")

    def corrected(*names: tuple[str, str]) -> None:
        data = {
            "unit": [str(cast.hill.pk)],
            "title": ["表彰决定"],
            "happened": [DAY.isoformat()],
            "late_reason": ["补录"],
        }
        for place, (title, name) in enumerate(names):
            data |= {f"holders-{place}-title": [title], f"holders-{place}-person": [name]}
        asked = correction_ask(record=record, data=data, actor=cast.bob, version=record.version, reason="误列")
        correction_accept(correction=asked, record=AwardList.objects.get(pk=record.pk), actor=cast.alice)

    corrected(("县师德标兵", "王一"))
    assert len(facts(record)) == 1
    assert list(drifted()) == []
    record.refresh_from_db()
    with pytest.raises(AwardedTwice):
        corrected(("县师德标兵", "王一"), ("县育人先锋", "王一"))


def test_340_holders_are_one_verification_of_few_queries(cast: SimpleNamespace, titles: SimpleNamespace):
    teachers = people(cast.hill, *(f"教师{number}" for number in range(340)))
    record = draft(cast, *(line(titles.ethics, cast.hill, teacher) for teacher in teachers))
    record_submit(record=record, actor=cast.bob)
    with CaptureQueriesContext(connection) as queries:
        record_verify(record=record, actor=cast.alice)
    assert len(queries) < 120
    assert figure(cast.county, Period.parse("2025"), "honours.ethics_models").value == 340


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("县师德标兵", "ethics_model"),
        ("“最美教师”", "beautiful_teacher"),
        ("十佳青年教师", "top_ten_young"),
        ("育人先锋", ""),
    ],
)
def test_a_title_is_known_by_its_name(name: str, category: str):
    assert find_category("honours.persons", name) == category
