"""Study trips: one batch, its days, and each person once in it; nobody is counted twice by two records."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, people, verified
from youju.indicators.figures import figure
from youju.ledger.reading import live_facts
from youju.lib.periods import Period
from youju.orgs.people import Person
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.reading.drift import drifted
from youju.records.study.trip.errors import TravelledTwice
from youju.records.study.trip.models import Trip
from youju.records.verbs.corrections import correction_accept, correction_ask
from youju.records.verbs.record_verbs import record_add, record_submit

YEAR = Period.year(DAY.year)


def row(person: Person | None = None, unit: Any = None, number: int | None = None, reason: str = "") -> dict[str, Any]:
    return {"person": person, "unit": unit, "number": number, "reason": reason}


def draft(cast: SimpleNamespace, *rows: dict[str, Any], **values: Any) -> Record:
    given = {
        "unit": cast.hill, "sort": "field_study", "title": "外出学习", "happened": DAY, "days": 3, "place": "省委党校",
        "batch": None, "participants": list(rows), "late_reason": "补录",
    }  # fmt: skip
    return record_add(kind=get_record_kind("trip"), values=given | values, actor=cast.bob)


def sent(cast: SimpleNamespace, *rows: dict[str, Any], **values: Any) -> Record:
    return verified(draft(cast, *rows, **values), cast.bob, cast.alice)


def value(cast: SimpleNamespace, code: str) -> Any:
    return figure(cast.county, YEAR, f"training.{code}").value


def test_a_batch_counts_its_days_and_its_people_at_their_units(cast: SimpleNamespace):
    (one,), (other,) = people(cast.hill, "王一"), people(cast.lake, "李二")
    record = sent(cast, row(one, cast.hill), row(other, cast.lake), row(unit=cast.lake, number=4, reason="名单未发"))
    found = live_facts().filter(entry__record_ref=record.ref)
    assert sorted((f.unit, f.measure, f.quantity, bool(f.subject)) for f in found) == [
        ("hill", "training.batches", 1, False),
        ("hill", "training.days", 3, False),
        ("hill", "training.people", 1, True),
        ("lake", "training.people", 1, True),
        ("lake", "training.people", 4, False),
    ]
    assert (value(cast, "field_study.batches"), value(cast, "field_study.days"), value(cast, "field_study.people")) == (
        1, 3, 6,
    )  # fmt: skip


def test_two_batches_are_two_and_their_days_are_told_as_least_and_most(cast: SimpleNamespace):
    one, other = people(cast.hill, "王一", "李二")
    sent(cast, row(one, cast.hill), batch=1)
    sent(cast, row(other, cast.hill), batch=2, happened=date(2025, 3, 20), days=5)
    assert (value(cast, "field_study.batches"), value(cast, "field_study.days")) == (2, (3, 5))


def test_nobody_is_in_two_batches_of_a_sort_on_the_same_days(cast: SimpleNamespace):
    one, other = people(cast.hill, "王一", "李二")
    first = sent(cast, row(one, cast.hill), title="局里派出")
    again = draft(cast, row(one, cast.hill), row(other, cast.hill), happened=date(2025, 3, 16))
    with pytest.raises(TravelledTwice, match="王一.*局里派出.*" + first.ref):
        record_submit(record=again, actor=cast.bob)
    sent(cast, row(one, cast.hill), happened=date(2025, 3, 17))  # the first was over on the 16th
    sent(cast, row(one, cast.hill), sort="party_course")


def test_nobody_is_in_a_batch_as_two_persons_that_are_one(cast: SimpleNamespace):
    one, other = people(cast.hill, "王一", "王一（旧）")
    Person.objects.filter(pk=other.pk).update(merged_into=one)
    with pytest.raises(TravelledTwice):
        sent(cast, row(one, cast.hill), row(other, cast.hill))


def test_a_correction_is_held_to_the_same(cast: SimpleNamespace):
    one, other = people(cast.hill, "王一", "李二")
    record = sent(cast, row(one, cast.hill))
    sent(cast, row(other, cast.hill), title="另一条")

    def corrected(name: str) -> None:
        data = {
            "unit": [str(cast.hill.pk)], "title": ["外出学习"], "happened": [DAY.isoformat()], "late_reason": ["补录"],
            "sort": ["field_study"], "days": ["2"], "place": ["省委党校"], "participants-0-person": [name],
        }  # fmt: skip
        asked = correction_ask(
            record=Trip.objects.get(pk=record.pk),
            data=data,
            actor=cast.bob,
            version=Trip.objects.get(pk=record.pk).version,
            reason="误列",
        )
        correction_accept(correction=asked, record=Trip.objects.get(pk=record.pk), actor=cast.alice)

    corrected("王一")
    assert value(cast, "field_study.days") == (2, 3)
    with pytest.raises(TravelledTwice):
        corrected("李二")
    assert list(drifted()) == []


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, "没有名单"),
        ({"person": "王一", "number": "3"}, "只填一项"),
        ({"number": "3"}, "原因"),
        ({"person": "外人"}, "外人"),
    ],
)
def test_a_row_says_who_or_how_many_and_why(cast: SimpleNamespace, typed: dict[str, str], wrong: str):
    people(cast.hill, "王一")
    data = {
        "unit": str(cast.hill.pk), "title": "外出学习", "happened": DAY.isoformat(), "late_reason": "补录",
        "sort": "field_study", "days": "3", "place": "省委党校", "participants-0-reason": " ",
    }  # fmt: skip
    data |= {f"participants-0-{name}": text for name, text in ({"unit": "青山小学"} | typed).items()}
    form = get_record_kind("trip").form(data, actor=cast.bob)
    assert not form.is_valid()
    assert wrong in str(form.errors["participants"])


def test_more_days_than_from_the_first_to_the_last_are_refused(cast: SimpleNamespace):
    people(cast.hill, "王一")
    data = {
        "unit": str(cast.hill.pk), "title": "外出学习", "happened": "2025-03-14", "happened_until": "2025-03-15",
        "late_reason": "补录", "sort": "field_study", "days": "3", "place": "省委党校", "participants-0-person": "王一",
    }  # fmt: skip
    assert set(get_record_kind("trip").form(data, actor=cast.bob).errors) == {"days"}
    form = get_record_kind("trip").form(data | {"days": "2"}, actor=cast.bob)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["participants"][0]["unit"] == cast.hill
