"""The register of volunteers: nobody twice, nobody off it who is not on it, pupils by number alone."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, make_cast, people, verified
from youju.indicators.figures import figure
from youju.lib.periods import Period
from youju.orgs.mergers import person_merge
from youju.orgs.people import Person
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.verbs.record_verbs import record_add, record_submit, records_submit
from youju.records.volunteering.register.errors import NotRegistered, RegisteredAlready


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def told(cast: SimpleNamespace, who: list[Person], change: str = "joined", pupils: int = 0) -> Record:
    values = {
        "unit": cast.hill, "title": "志愿者登记", "happened": DAY, "late_reason": "补录", "change": change,
        "volunteers": [{"person": person} for person in who], "pupils": pupils, "consents": "档案盒3",
    }  # fmt: skip
    return record_add(kind=get_record_kind("register"), values=values, actor=cast.bob)


def _figure(cast: SimpleNamespace, unit: str = "county") -> Any:
    return figure(getattr(cast, unit), Period.year(2025), "volunteers.persons").value


def test_who_joined_less_who_left_is_on_it(cast: SimpleNamespace):
    one, two, three = people(cast.hill, "王一", "李二", "赵三")
    verified(told(cast, [one, two, three], pupils=20), cast.bob, cast.alice)
    verified(told(cast, [two], "left"), cast.bob, cast.alice)
    assert _figure(cast) == 22


def test_few_pupils_count_at_the_county(cast: SimpleNamespace):
    verified(told(cast, people(cast.hill, "王一"), pupils=3), cast.bob, cast.alice)
    assert (_figure(cast), _figure(cast, "hill")) == (4, 1)


def test_nobody_is_registered_twice(cast: SimpleNamespace):
    (one,) = people(cast.hill, "王一")
    verified(told(cast, [one]), cast.bob, cast.alice)
    with pytest.raises(RegisteredAlready, match="王一"):
        record_submit(record=told(cast, [one]), actor=cast.bob)


def test_nor_in_two_records_of_one_batch(cast: SimpleNamespace):
    (one,) = people(cast.hill, "王一")
    with pytest.raises(RegisteredAlready):
        records_submit(records=[told(cast, [one]), told(cast, [one])], actor=cast.bob)


def test_nor_under_the_token_of_a_merged_entry(cast: SimpleNamespace):
    one, same = people(cast.hill, "王一", "王一")
    verified(told(cast, [one]), cast.bob, cast.alice)
    person_merge(person=one, into=same, actor=cast.alice)
    with pytest.raises(RegisteredAlready):
        record_submit(record=told(cast, [same]), actor=cast.bob)


def test_nobody_leaves_who_has_not_joined(cast: SimpleNamespace):
    with pytest.raises(NotRegistered):
        record_submit(record=told(cast, people(cast.hill, "王一"), "left"), actor=cast.bob)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, {"volunteers"}),
        ({"pupils": "5"}, {"consents"}),
        ({"pupils": "5", "consents": "档案盒"}, set()),
        ({"volunteers-0-person": "王一"}, set()),
        ({"volunteers-0-person": "刘小"}, {"volunteers"}),
    ],
)
def test_the_form_asks_for_a_consent_and_takes_no_pupil_by_name(
    cast: SimpleNamespace, typed: dict[str, str], wrong: set[str]
):
    people(cast.hill, "王一")
    people(cast.hill, "刘小", minor_until=DAY.replace(year=2099))
    data = {"unit": cast.hill.pk, "change": "joined", "happened": str(DAY), "late_reason": "补录"}
    form = get_record_kind("register").form(data | typed, actor=cast.bob)
    assert set(form.errors) == wrong
