"""One contest told by the bureau and by the winner's school is shown before it counts twice; nothing is refused."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from tests.records.cast import DAY, people
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.reading.repeats import evidence_elsewhere, same_day
from youju.records.verbs.record_verbs import record_add


def contest(actor: Member, unit: Unit, winner: Person | None = None, **values: Any) -> Record:
    empty = {"prize": "first_prize", "rank": None, "genre": "", "person": None, "pupils": None, "stage": "", "work": ""}
    won = {"person": winner} if winner else {"pupils": 6}
    given = {"unit": unit, "sort": "contest", "title": "课堂教学比赛", "happened": DAY, "level": "county",
             "results": [empty | won | {"unit": unit}], "late_reason": "补录"}  # fmt: skip
    return record_add(kind=get_record_kind("activity"), values=given | values, actor=actor)


def told_twice(record: Record) -> set[str]:
    return {twin.ref for twin in evidence_elsewhere([record]).get(record.ref, []) if twin.told}


def test_a_contest_of_one_day_told_by_the_bureau_and_a_school(cast: SimpleNamespace):
    first = contest(cast.alice, cast.county)
    second = contest(cast.bob, cast.hill, title="全县课堂教学比赛")
    assert same_day([second])[second.ref] == [first.ref]
    assert same_day([first])[first.ref] == [second.ref]


def test_two_schools_with_a_contest_of_their_own_each_are_no_pair(cast: SimpleNamespace):
    contest(cast.bob, cast.hill)
    assert same_day([contest(cast.charlie, cast.lake)]) == {}


def test_a_lecture_and_a_contest_of_one_name_are_no_pair(cast: SimpleNamespace):
    contest(cast.alice, cast.county, sort="lecture", level="", results=[])
    assert same_day([contest(cast.bob, cast.hill)]) == {}


def test_a_winner_named_in_both_though_title_and_day_differ(cast: SimpleNamespace):
    (winner,) = people(cast.hill, "王一")
    first = contest(cast.alice, cast.county, winner)
    second = contest(cast.bob, cast.hill, winner, title="我校教师获奖", happened=DAY + timedelta(days=20))
    assert told_twice(second) == {first.ref} and told_twice(first) == {second.ref}


def test_another_prize_level_or_year_is_another(cast: SimpleNamespace):
    (winner,) = people(cast.hill, "王一")
    contest(cast.alice, cast.county, winner)
    assert told_twice(contest(cast.bob, cast.hill, winner, level="city")) == set()
    assert told_twice(contest(cast.bob, cast.hill, winner, happened=DAY - timedelta(days=365))) == set()


def test_a_trip_told_by_number_alone_by_the_bureau_and_by_the_school(cast: SimpleNamespace):
    def trip(actor: Member, unit: Unit) -> Record:
        row = {"person": None, "unit": unit, "number": 5, "reason": "主办方未提供名单"}
        values = {"unit": unit, "sort": "field_study", "title": "党务干部外出学习第一批", "happened": DAY, "days": 3,
                  "place": "青岚市委党校", "batch": 1, "participants": [row], "late_reason": "补录"}  # fmt: skip
        return record_add(kind=get_record_kind("trip"), values=values, actor=actor)

    first, second = trip(cast.alice, cast.county), trip(cast.bob, cast.hill)
    assert same_day([second])[second.ref] == [first.ref]
