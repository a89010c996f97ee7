"""Activities: held once however many held it; prizes by sort of contest, level and age group; pupils by number."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.records.cast import DAY, people, verified
from youju.errors import NotFound
from youju.indicators.figures import figure
from youju.ledger.reading import live_facts
from youju.lib.periods import Period
from youju.orgs.people import Person
from youju.records.activities.activity.deeds import prizes_of
from youju.records.activities.activity.forms import ActivityForm
from youju.records.activities.activity.kind import KIND
from youju.records.activities.activity.models import Activity
from youju.records.errors import MinorNamed
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.reading.access import get_record_for
from youju.records.sheets.exporting import export_of
from youju.records.sheets.reading import read_records
from youju.records.verbs.record_verbs import record_add

YEAR = Period.year(2025)
EMPTY: dict[str, Any] = {
    "prize": "", "rank": None, "genre": "", "person": None, "pupils": None, "unit": None, "stage": "", "work": "",
}  # fmt: skip


def draft(cast: SimpleNamespace, *rows: dict[str, Any], **values: Any) -> Activity:
    given = {"unit": cast.hill, "title": "活动", "happened": DAY, "late_reason": "补录", "sort": "contest"}
    lines = {"results": [EMPTY | row for row in rows]}
    record = record_add(kind=KIND, values=given | lines | values, actor=cast.bob)
    assert isinstance(record, Activity)
    return record


def posted(cast: SimpleNamespace, *rows: dict[str, Any], **values: Any) -> Activity:
    record = draft(cast, *rows, **values)
    verified(record, cast.bob, cast.alice)
    return record


def facts(record: Activity) -> list[tuple[str, str, int, str, str, bool]]:
    found = live_facts().filter(entry__record_ref=record.ref)
    return sorted((f.unit, f.measure, f.quantity, f.category, f.level, bool(f.subject)) for f in found)


def value(unit: Any, code: str) -> Any:
    return figure(unit, YEAR, code).value


def test_one_that_several_held_counts_once_at_the_unit_that_tells_it(cast: SimpleNamespace):
    posted(cast, sort="memorial", adults=20, pupils=180, partners=[cast.lake])
    assert [value(unit, "activities.held") for unit in (cast.county, cast.hill, cast.lake)] == [1, 1, None]
    assert [value(cast.county, f"activities.{code}") for code in ("memorial", "schools", "people")] == [1, 1, 200]


def test_one_that_others_held_counts_who_took_part_and_what_was_won_alone(cast: SimpleNamespace):
    record = posted(cast, {"prize": "second_prize", "unit": cast.hill}, host="澜江市教育局", level="city", pupils=30)
    assert facts(record) == [
        ("hill", "activities.people", 30, "contest", "", False),
        ("hill", "contests.units", 1, "second_prize", "city", False),
    ]


def test_prizes_are_counted_by_contest_prize_level_and_age_group(cast: SimpleNamespace):
    one, other = people(cast.hill, "王一", "李二")
    (third,) = people(cast.lake, "赵三")
    first = {"prize": "first_prize", "unit": cast.hill}
    speech = Occasion.objects.create(code="speech", sort=OccasionSort.CONTEST, name="演讲比赛", unit=cast.county)
    posted(
        cast,
        first | {"person": one, "stage": "primary"},
        first | {"person": other, "stage": "junior"},
        {"prize": "second_prize", "person": third, "unit": cast.lake, "stage": "junior"},
        first | {"pupils": 6, "stage": "primary"},
        first | {"work": "诵读社"},
        occasion=speech, level="county", works=40,
    )  # fmt: skip
    posted(cast, first | {"person": one}, sort="teaching_contest", level="province")
    posted(cast, first | {"person": other}, sort="teaching_contest", level="city")
    told = {
        "contests.first_prize": 2, "contests.second_prize": 1, "contests.entered": 40, "contests.pupils": 6,
        "contests.pupils.first_prize": 6, "contests.units": 1, "contests.primary": 7, "contests.junior": 2,
        "contests.senior": None, "teaching_contests.first_prize.province": 1, "teaching_contests.first_prize.city": 1,
    }  # fmt: skip
    assert {code: value(cast.county, code) for code in told} == told
    assert value(cast.lake, "contests.second_prize") == 1
    of_speech = live_facts().filter(measure="contests.winners", occasion="speech")
    assert sorted(of_speech.values_list("unit", "category", "quantity")) == [
        ("hill", "first_prize", 1), ("hill", "first_prize", 1), ("lake", "second_prize", 1),
    ]  # fmt: skip


def test_places_stand_as_they_are_and_two_who_share_one_are_one(cast: SimpleNamespace):
    shown = {"unit": cast.hill, "genre": "chorus"}
    record = posted(
        cast,
        shown | {"rank": 1}, shown | {"rank": 3, "prize": "second_prize"}, shown | {"rank": 3},
        {"rank": 2, "unit": cast.lake},
        sort="show", level="city", host="澜江市教育局",
    )  # fmt: skip
    assert facts(record) == [
        ("hill", "arts.places", 1, "chorus", "city", False),
        ("hill", "arts.places", 3, "chorus", "city", False),
        ("hill", "contests.units", 1, "second_prize", "city", False),
        ("lake", "contests.places", 2, "show", "city", False),
    ]


def test_a_handful_of_pupils_is_counted_at_the_county(cast: SimpleNamespace):
    record = posted(
        cast,
        {"prize": "first_prize", "pupils": 2, "unit": cast.hill, "stage": "primary"},
        {"prize": "second_prize", "pupils": 2, "unit": cast.hill},
        {"prize": "first_prize", "pupils": 5, "unit": cast.lake, "rank": 1},
        level="city", host="澜江市教育局", pupils=4,
    )  # fmt: skip
    assert facts(record) == [
        ("lake", "contests.places", 1, "contest", "city", False),
        ("lake", "contests.pupils", 5, "first_prize", "city", False),
        ("yun", "activities.people", 4, "contest", "", False),
        ("yun", "contests.pupils", 2, "first_prize", "city", False),
        ("yun", "contests.pupils", 2, "second_prize", "city", False),
        ("yun", "contests.stages", 2, "primary", "city", False),
    ]


def test_nobody_under_age_is_named(cast: SimpleNamespace):
    (pupil,) = people(cast.hill, "孙六", minor_until=date(2031, 5, 1))
    form = asked(cast, **{"results-0-prize": "first_prize", "results-0-person": "孙六", "results-0-unit": "青山小学"})
    assert "results" in form.errors
    with pytest.raises(MinorNamed):
        posted(cast, {"prize": "first_prize", "person": pupil, "unit": cast.hill}, level="county")


def asked(cast: SimpleNamespace, **typed: str) -> ActivityForm:
    data = {"unit": str(cast.hill.pk), "title": "活动", "happened": str(DAY), "late_reason": "补录", "sort": "contest",
            "adults": "5", "level": "county"}  # fmt: skip
    return ActivityForm(data | typed, actor=cast.bob)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, set()),
        ({"sort": "lecture", "adults": ""}, {"adults"}),
        ({"sort": "lecture", "adults": "", "pupils": "40"}, set()),
        ({"sort": "lecture", "adults": "viele"}, {"adults"}),
        ({"level": "", "works": "12"}, {"level"}),
        ({"adults": "", "results-0-prize": "first_prize", "results-0-person": "王一"}, set()),
        ({"results-0-person": "王一"}, {"results"}),
        ({"results-0-prize": "first_prize"}, {"results"}),
        ({"results-0-prize": "first_prize", "results-0-person": "王一", "results-0-pupils": "3"}, {"results"}),
        ({"results-0-rank": "0", "results-0-unit": "青山小学"}, {"results"}),
    ],
)
def test_the_form_asks_what_is_needed(cast: SimpleNamespace, typed: dict[str, str], wrong: set[str]):
    people(cast.hill, "王一")
    assert set(asked(cast, **typed).errors) == wrong


@pytest.mark.parametrize(
    ("sort", "left_out", "folded"),
    [
        ("lecture", {"level", "host", "works", "results"}, False),
        ("contest", set(), False),
        ("sports", set(), True),
    ],
)
def test_it_asks_of_results_where_there_may_be_some(cast: SimpleNamespace, sort: str, left_out: set[str], folded: bool):
    form = asked(cast, sort=sort)
    assert set(ActivityForm.base_fields) - set(form.fields) == left_out
    assert ("results" in {field.name for field in form.more_fields()}) == folded
    for typed, opened in (("", False), ("first_prize", folded)):
        drawn = ActivityForm(initial={"sort": sort, "results": [{"prize": typed}]}, actor=cast.bob)
        assert drawn.more_is_used() == opened


def test_a_winner_counts_at_the_unit_of_the_day(cast: SimpleNamespace):
    people(cast.lake, "赵三")
    form = asked(cast, **{"results-0-prize": "first_prize", "results-0-person": "赵三"})
    assert form.is_valid()
    (row,) = form.cleaned_data["results"]
    assert row["unit"] == cast.lake


def test_it_belongs_to_the_venue_in_which_it_took_place(cast: SimpleNamespace):
    hall = Occasion.objects.create(code="hall", sort=OccasionSort.THING, name="校史馆", unit=cast.hill)
    record = posted(cast, sort="lecture", adults=9, venue=hall)
    assert set(live_facts().filter(entry__record_ref=record.ref).values_list("occasion", flat=True)) == {"hall"}


def test_results_of_what_has_none_are_refused_in_a_sheet(cast: SimpleNamespace):
    record = draft(cast, {"prize": "first_prize", "unit": cast.hill}, level="county", adults=3)
    Activity.objects.filter(pk=record.pk).update(sort="lecture", level="")
    content = BytesIO()
    export_of(kind=KIND, actor=cast.bob).write_xlsx(content)
    told = [str(problem) for problem in read_records(kind=KIND, content=content, actor=cast.bob).problems]
    assert told and all("获奖名单!" in each for each in told)


def test_a_number_of_a_row_that_cannot_be_read_is_told_by_its_cell(cast: SimpleNamespace):
    content = BytesIO()
    draft(cast, {"prize": "first_prize", "unit": cast.hill}, level="county", adults=3)
    export_of(kind=KIND, actor=cast.bob).write_xlsx(content)
    book = load_workbook(content)
    heads = [(page, at) for page in book for at, cell in enumerate(page[1], 1) if str(cell.value).startswith("行号")]
    for page, at in heads:
        page.cell(2, at, 1e308)
    book.save(content)
    told = [str(problem) for problem in read_records(kind=KIND, content=content, actor=cast.bob).problems]
    assert heads and any("scientific notation" in each for each in told), told


def test_another_school_does_not_find_it(cast: SimpleNamespace):
    record = draft(cast, sort="lecture", adults=3)
    with pytest.raises(NotFound):
        get_record_for(cast.charlie, record.ref)


def test_a_prize_stands_on_the_page_of_whoever_won_it_once_it_is_verified(cast: SimpleNamespace):
    (teacher,) = people(cast.hill, "王一")
    row = {"prize": "first_prize", "person": teacher, "unit": cast.hill, "work": "春天的课"}
    draft(cast, row, title="未核实的比赛", level="county")
    record = posted(cast, row, title="课堂教学比赛", sort="teaching_contest", level="city")
    (deed,) = prizes_of([teacher.pk])
    assert (deed.what, deed.ref) == ("一等奖", record.ref)
    assert deed.detail == "市级、课堂教学比赛、春天的课、青山小学"
    assert not list(prizes_of([Person.objects.create(name="李二").pk]))
