"""Services of volunteers: hours from signing in and out, or as typed; adults by token, pupils by number."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, make_cast, people, verified
from youju.indicators.figures import figure
from youju.ledger.reading import Fact
from youju.lib.periods import Period
from youju.records.kinds import get_record_kind
from youju.records.verbs.record_verbs import record_add
from youju.records.volunteering.service.minutes import minutes_between


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def _values(cast: SimpleNamespace, rows: list[dict[str, Any]], **values: Any) -> dict[str, Any]:
    given = {"unit": cast.hill, "title": "护学岗", "happened": DAY, "minutes": 40, "pupils": 0, "pupil_minutes": 0}
    return given | {"late_reason": "补录", "volunteers": rows} | values


def test_each_has_the_minutes_signed_typed_or_those_of_all(cast: SimpleNamespace):
    signed, typed, other = people(cast.hill, "王一", "李二", "赵三")
    rows = [
        {"person": signed, "came": "8:30", "left": "10:00", "minutes": None},
        {"person": typed, "came": "", "left": "", "minutes": 25},
        {"person": other, "came": "", "left": "", "minutes": None},
    ]
    values = _values(cast, rows, pupils=10, pupil_minutes=30)
    record = record_add(kind=get_record_kind("service"), values=values, actor=cast.bob)
    verified(record, cast.bob, cast.alice)
    minutes = dict(Fact.objects.filter(measure="volunteers.minutes").values_list("subject", "quantity"))
    assert minutes == {signed.token: 90, typed.token: 25, other.token: 40, "": 300}
    year = Period.year(2025)
    told = [figure(cast.county, year, f"volunteers.{code}").value for code in ("activities", "served", "hours")]
    assert told == [1, 13, Decimal("7.6")]


@pytest.mark.parametrize(
    ("came", "left", "minutes"),
    [
        ("8:30", "10:00", 90), ("0830", "10：05", 95), ("10:00", "8:30", None), ("8:30", "8:30", None),
        ("8:30", "", None), ("25:00", "26:00", None), ("早上", "中午", None),
    ],
)  # fmt: skip
def test_minutes_are_between_two_times_of_a_day(came: str, left: str, minutes: int | None):
    assert minutes_between(came, left) == minutes


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, {"volunteers"}),
        ({"volunteers-0-person": "王一"}, {"minutes"}),
        ({"volunteers-0-person": "王一", "minutes": "40"}, set()),
        ({"volunteers-0-person": "王一", "volunteers-0-came": "8:30", "volunteers-0-left": "9:00"}, set()),
        ({"volunteers-0-person": "王一", "volunteers-0-came": "9:30", "volunteers-0-left": "9:00"}, {"volunteers"}),
        ({"volunteers-0-person": "王一", "minutes": "1000"}, {"minutes"}),
        ({"pupils": "8"}, {"pupil_minutes"}),
        ({"pupils": "8", "pupil_minutes": "30"}, set()),
    ],
)
def test_the_form_asks_how_long(cast: SimpleNamespace, typed: dict[str, str], wrong: set[str]):
    people(cast.hill, "王一")
    data = {"unit": cast.hill.pk, "title": "护学岗", "happened": str(DAY), "late_reason": "补录"}
    form = get_record_kind("service").form(data | typed, actor=cast.bob)
    assert set(form.errors) == wrong


def test_a_volunteer_of_another_unit_is_named_too(cast: SimpleNamespace):
    people(cast.lake, "王一")
    data = {"unit": cast.hill.pk, "title": "护学岗", "happened": str(DAY), "late_reason": "补录", "minutes": "30",
            "volunteers-0-person": "王一"}  # fmt: skip
    assert get_record_kind("service").form(data, actor=cast.bob).is_valid()
