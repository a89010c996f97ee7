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
