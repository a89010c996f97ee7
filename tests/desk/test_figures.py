"""From a figure to its records, and lists with their filters."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.indicators.log import fact, post
from tests.records.cast import verified, visits
from youju.orgs.actors import CONSOLE
from youju.orgs.tree_verbs import unit_merge


def test_a_figure_opens_to_its_records(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    alice = desk(cast.alice)
    page = alice.get(reverse("figures"), {"period": "2025"}).text
    assert "/figure/exam.candidates/?unit=yun&amp;period=2025" in page
    opened = alice.get(reverse("figure", args=["exam.candidates"]), {"period": "2025"}).text
    assert "17" in opened
    assert reverse("record", args=[record.ref]) in opened


def test_the_records_behind_narrow_to_a_unit_and_a_month(cast: SimpleNamespace, desk: Desk):
    hill = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    lake = verified(visits(cast.charlie, cast.lake, 5), cast.charlie, cast.alice)
    address, alice = reverse("figure", args=["exam.candidates"]), desk(cast.alice)
    of_lake = alice.get(address, {"period": "2025", "by": "lake"}).text
    assert (lake.ref in of_lake, hill.ref in of_lake) == (True, False)
    assert hill.ref not in alice.get(address, {"period": "2025", "month": "202504"}).text


def test_figures_are_regrouped_by_the_units_as_they_are_now(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    verified(visits(cast.charlie, cast.lake, 5), cast.charlie, cast.alice)
    unit_merge(unit=cast.hill, into=cast.lake, month=date(2025, 9, 1), actor=CONSOLE, reason="late")
    alice, asked = desk(cast.alice), {"period": "2025", "unit": "lake"}
    page = alice.get(reverse("figures"), asked | {"tree": "current"}).text
    assert "/figure/exam.candidates/?unit=lake&amp;period=2025&amp;tree=current" in page
    address = reverse("figure", args=["exam.candidates"])
    note = "· by the units as they are now"
    opened, then = alice.get(address, asked | {"tree": "current"}).text, alice.get(address, asked).text
    assert ("22" in opened and note in opened, note in then) == (True, False)


def test_a_liaison_sees_its_own_schools_figures(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    page = desk(cast.charlie).get(reverse("figure", args=["exam.candidates"]), {"period": "2025"}).text
    assert "明湖小学" in page
    assert "No record is behind this." in page


@pytest.mark.parametrize("asked", [{"unit": "no-such"}, {"unit": "lan", "period": "2025"}])
def test_a_unit_that_is_not_there_or_out_of_reach_is_not_found(
    cast: SimpleNamespace, desk: Desk, asked: dict[str, str]
):
    assert desk(cast.alice).get(reverse("figures"), asked).status_code == 404


def test_an_unknown_indicator_is_not_found(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.alice).get(reverse("figure", args=["no.such"])).status_code == 404


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "draft"}, True),
        ({"state": "verified"}, False),
        ({"unit": "hill"}, True),
        ({"unit": "lake"}, False),
        ({"month": "2025-03"}, True),
        ({"month": "2025-04"}, False),
        ({"text": "农户"}, True),
        ({"text": "企业"}, False),
        ({"sort": "exam.candidates"}, True),
        ({"sort": "exam.first_tier"}, False),
        ({"kind": "statistic", "sort": "no.such"}, False),
        ({"month": "March"}, False),
        ({"state": "lost"}, False),
    ],
)
def test_a_list_is_narrowed(cast: SimpleNamespace, desk: Desk, asked: dict[str, str], found: bool):
    visits(cast.alice, cast.hill)
    page = desk(cast.alice).get(reverse("record-list", args=["statistics"]), asked).text
    assert ("走访农户</a>" in page) is found


def test_a_long_list_comes_in_pages(cast: SimpleNamespace, desk: Desk):
    for number in range(51):
        visits(cast.bob, cast.hill, number)
    page = desk(cast.bob).get(reverse("record-list", args=["statistics"]), {"page": "2"}).text
    assert "51–51 of 51" in page


def test_figures_are_found_by_name_and_reported_or_not(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    page = desk(cast.alice).get(reverse("figures"), {"period": "2025", "text": "candidates"}).text
    assert "/figure/exam.candidates/" in page
    assert "/figure/study.branch.sessions/" not in page


def test_a_unit_is_typed_by_its_name(cast: SimpleNamespace, desk: Desk):
    alice = desk(cast.alice)
    assert alice.get(reverse("figures"), {"unit": "青山小学"}).context["unit"] == cast.hill
    wrong = alice.get(reverse("figures"), {"unit": "无此学校"})
    assert (wrong.status_code, wrong.context["unit"], wrong.context["wrong_unit"]) == (422, cast.county, "无此学校")


def test_another_schools_name_tells_no_more_than_one_that_is_none(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.charlie).get(reverse("figures"), {"unit": "青山小学"})
    assert (page.status_code, page.context["unit"]) == (422, cast.lake)


def test_the_change_stands_beside_last_year(cast: SimpleNamespace, desk: Desk):
    for year, number in ((2024, 12), (2025, 15)):
        verified(visits(cast.bob, cast.hill, number, happened=date(year, 3, 1)), cast.bob, cast.alice)
    assert "+3 (+25.0%)" in desk(cast.alice).get(reverse("figures"), {"period": "2025"}).text


def test_a_figure_is_drawn_over_the_years_and_says_how_many_schools_told(cast: SimpleNamespace, desk: Desk):
    for year, number in ((2024, 12), (2025, 15)):
        verified(visits(cast.bob, cast.hill, number, happened=date(year, 3, 1)), cast.bob, cast.alice)
    page = desk(cast.alice).get(reverse("figure", args=["exam.candidates"]), {"period": "2025"})
    assert [(bar.label, bar.value) for bar in page.context["years"]] == [("2024", 12.0), ("2025", 15.0)]
    assert page.context["reporting"] == (1, 2, "50.0%")


def test_a_cell_that_no_indicator_declares_opens_too(cast: SimpleNamespace, client: Client) -> None:
    post("rec-cell", fact("publicity.articles", 7, unit="hill", category="local_media"))
    client.force_login(cast.alice)
    page = client.get("/figure/cell:publicity.articles:local_media:*:*:sum/?period=2025")
    assert page.status_code == 200 and "7篇" in page.content.decode()
    assert client.get("/figure/cell:no.such:*:*:*:sum/").status_code == 404
