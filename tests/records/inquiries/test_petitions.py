"""Petitions by letter and by visit: what a summary says of them, each figure by its own channel."""

from collections.abc import Iterator
from decimal import Decimal
from types import SimpleNamespace

import pytest

from tests.records.inquiries.desk_of_inquiries import NOON, answered, assigned, at_desk, moved, taken_in
from youju.indicators.figures import figure
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.records.inquiries.inquiry.forms import InquiryForm


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(cast)


def value(unit: Unit, code: str) -> object:
    return figure(unit, Period.year(2025), f"inquiries.{code}").value


def test_letters_and_visits_are_told_apart_and_together(office: SimpleNamespace):
    settled = moved(answered(office, assigned(office, channel="letter", sort="appeal")), "settle", office.alice)
    for channel in ("letter", "visit", "hotline", "online"):
        taken_in(office, channel=channel, sort="appeal")
    assert settled.state == "settled"
    told = {code: value(office.county, code) for code in ("petitions.received", "letter.received", "visit.received")}
    assert told == {"petitions.received": 3, "letter.received": 2, "visit.received": 1}
    assert value(office.county, "petitions.settled") == 1
    assert value(office.county, "petitions.settled_rate") == Decimal("33.33")
    assert value(office.county, "petitions.on_time_rate") == Decimal("33.33")
    assert (value(office.county, "hotline.received"), value(office.county, "hotline.settled_rate")) == (1, 0)


def test_what_is_passed_on_leaves_every_figure(office: SimpleNamespace):
    moved(taken_in(office, channel="visit", sort="appeal"), "decline", office.alice, passed_to="县信访局")
    assert not value(office.county, "petitions.received")
    assert not value(office.county, "visit.received")


def test_visitors_are_counted_beside_the_visits(office: SimpleNamespace):
    taken_in(office, channel="visit", sort="appeal", visitors=3)
    alone = taken_in(office, channel="visit", sort="appeal")
    letter = taken_in(office, channel="letter", sort="appeal", visitors=9)
    assert (alone.visitors, letter.visitors) == (1, None)
    assert (value(office.county, "visit.received"), value(office.county, "visit.visitors")) == (2, 4)


def test_visitors_that_were_written_wrongly_are_counted_anew(office: SimpleNamespace):
    visit = taken_in(office, channel="visit", sort="appeal", visitors=3)
    visit = moved(visit, "correct", office.alice, visitors=5)
    assert value(office.county, "visit.visitors") == 5
    moved(visit, "correct", office.alice, channel="letter")
    assert not value(office.county, "visit.visitors")


@pytest.mark.parametrize(
    ("channel", "visitors", "said"),
    [
        ("visit", "0", "visitors"),
        ("visit", "9" * 400, "visitors"),
        ("visit", "10000", "visitors"),
        ("phone", "2", "visitors"),
        ("visit", "", None),
    ],
)
def test_the_form_says_what_is_wrong_with_a_number_of_visitors(
    office: SimpleNamespace, channel: str, visitors: str, said: str | None
):
    given = {"channel": channel, "sort": "appeal", "text": "反映课桌椅破旧。", "happened": "2025-03-10"}
    form = InquiryForm(given | {"visitors": visitors, "unit": office.county.pk}, actor=office.alice)
    assert form.is_valid() is (said is None)
    assert list(form.errors) == ([said] if said else [])
    assert said or form.cleaned_data["visitors"] == 1
