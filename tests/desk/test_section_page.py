"""A section of the year on one page: its figures month by month beside last year, to be opened and taken along."""

from datetime import date
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, Tag
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import people, session, verified
from youju.desk.figures.charts import Bar, Pair, pairs, standalone

# What the leading groups did is told of each unit by itself.
ASKED = "?period=2025&unit="
SESSIONS = "study.center_group.sessions"
DAYS = (date(2025, 3, 3), date(2025, 3, 20), date(2025, 5, 9), date(2024, 3, 4))


@pytest.fixture
def told(cast: SimpleNamespace) -> SimpleNamespace:
    """Sessions of the leading group of a school: two in March and one in May, and one in the March before."""
    group = people(cast.county, "甲", "乙")
    for day in DAYS:
        record = session(cast.bob, cast.hill, group, group)
        record.happened = day
        record.save()
        verified(record, cast.bob, cast.alice)
    return cast


def rows(page: str) -> dict[str, list[str]]:
    """What the table behind the first plot says, by month."""
    table = BeautifulSoup(page, "html.parser").select_one(".plot-table")
    assert isinstance(table, Tag)
    lines = [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in table.select("tbody tr")]
    return {month: told for month, *told in lines}


def test_months_stand_beside_those_of_the_year_before(told: SimpleNamespace, desk: Desk):
    page = desk(told.alice).get(reverse("figure-section", args=["study"]) + ASKED + told.hill.code).text
    assert [rows(page)[month][:2] for month in ("3", "4", "5")] == [
        ["2 sessions", "1 session"], ["—", "—"], ["1 session", "—"],
    ]  # fmt: skip


def test_a_month_opens_on_its_records(told: SimpleNamespace, desk: Desk):
    alice = desk(told.alice)
    shown = alice.get(reverse("figure-section", args=["study"]) + ASKED + told.hill.code).text
    page = BeautifulSoup(shown, "html.parser")
    link = page.select_one(".plot-table tbody tr:nth-child(3) a")
    assert isinstance(link, Tag)
    behind = BeautifulSoup(alice.get(str(link["href"]).split("#")[0]).text, "html.parser")
    assert len(behind.select("#records tbody tr")) == 2


@pytest.mark.parametrize(("ending", "holds"), [("svg", "<style>"), ("csv", "\n3,2,1\r\n4,,")])
def test_plot_and_table_can_be_taken_along(told: SimpleNamespace, desk: Desk, ending: str, holds: str):
    answer = desk(told.alice).get(reverse("figure-months", args=[SESSIONS, ending]) + ASKED + told.hill.code)
    assert "attachment" in answer["Content-Disposition"]
    assert holds in answer.content.decode("utf-8-sig")


def test_there_is_no_other_form(told: SimpleNamespace, desk: Desk):
    assert desk(told.alice).get(reverse("figure-months", args=[SESSIONS, "png"])).status_code == 404


def test_a_school_sees_its_own_months_only(told: SimpleNamespace, desk: Desk):
    page = desk(told.charlie).get(reverse("figure-section", args=["study"]) + ASKED + told.hill.code)
    assert page.status_code == 404
    own = desk(told.charlie).get(reverse("figure-section", args=["study"]) + "?period=2025")
    assert own.status_code == 200
    assert "plot-table" not in own.text


def test_who_sees_no_figures_sees_no_section(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.eve).get(reverse("figure-section", args=["study"])).status_code == 403


def test_what_is_no_section_is_not_found(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.alice).get(reverse("figure-section", args=["gossip"])).status_code == 404


def test_both_years_are_drawn_on_one_scale_and_the_file_carries_its_colours():
    svg = pairs([Pair(Bar("1", 5, "5", "?a"), Bar("1", 10, "10", "?b"))], title="x")
    assert 'class="bar-last" x="23" y="20.0" width="16" height="100.0"' in svg
    assert 'class="bar-this" x="6" y="70.0" width="16" height="50.0"' in svg
    assert standalone(svg).startswith('<svg class="chart"')
    assert ".bar-last{fill:" in standalone(svg)
