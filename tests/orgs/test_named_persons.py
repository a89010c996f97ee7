"""A person found by what somebody typed: a name, and in brackets who is meant of several."""

from datetime import date

import pytest

from tests.orgs.plant import plant
from tests.records.cast import people
from youju.orgs.named_persons import NamedPerson, named_persons, persons_like
from youju.orgs.people import Tenure
from youju.orgs.units import Unit

DAY = date(2025, 3, 14)


@pytest.fixture
def schools(db: None) -> tuple[Unit, Unit]:
    county = plant(code="yun", kind="county", name="云溪县教育局")
    return (
        plant(code="hill", kind="school", name="青山小学", parent=county),
        plant(code="lake", kind="school", name="明湖小学", parent=county),
    )


def _called(text: str, found: list[NamedPerson]) -> list[str]:
    return [named.where for named in found if named.is_called(text)]


def test_a_name_is_found_on_the_roster_of_its_unit_alone(schools: tuple[Unit, Unit]):
    hill, lake = schools
    people(hill, "王芳")
    people(lake, "王芳")
    assert len(named_persons(["王芳"], day=DAY)["王芳"]) == 2
    assert [named.where for named in named_persons(["王芳"], day=DAY, unit=lake)["王芳"]] == ["明湖小学"]


def test_brackets_say_which_of_several(schools: tuple[Unit, Unit]):
    hill, lake = schools
    (first,) = people(hill, "王芳")
    people(lake, "王芳")
    Tenure.objects.filter(person=first).update(post="校长")
    found = named_persons(["王芳"], day=DAY)["王芳"]
    for text in ("王芳（青山小学）", "王芳(hill)", "王芳（校长）", f"王芳（{first.token}）", "王芳（青山小学 校长）"):
        assert _called(text, found) == ["青山小学 校长"], text
    assert _called("王芳（青山小学 教师）", found) == []


def test_who_left_is_not_found_any_more(schools: tuple[Unit, Unit]):
    people(schools[0], "赵六", until=date(2025, 2, 28))
    assert named_persons(["赵六"], day=DAY).get("赵六", []) == []


def test_a_minor_is_found_by_the_masked_name_and_proposed_to_nobody(schools: tuple[Unit, Unit]):
    hill, _lake = schools
    people(hill, "李小明", minor_until=date(2099, 1, 1))
    people(hill, "李大明")
    (named,) = named_persons(["李某某"], day=DAY)["李某某"]
    assert named.label == "李某某（青山小学）"
    assert [each.label for each in persons_like("明", day=DAY, units=[hill.pk], most=9)] == ["李大明（青山小学）"]
