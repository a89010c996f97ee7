"""Lists: words, units with all below them, days, authors, order, amounts, and the way back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.orgs.plant import plant
from tests.records.cast import member, visits
from youju.lib import clock
from youju.orgs.members import Role

LIST = reverse("record-list", args=["statistics"])


def titles(page: Any) -> list[str]:
    return [row.record.title for row in page.context["rows"]]


@pytest.fixture(autouse=True)
def autumn() -> Iterator[None]:
    with clock.at(datetime(2025, 11, 3, 4, tzinfo=UTC)):
        yield


@pytest.fixture
def told(cast: SimpleNamespace) -> SimpleNamespace:
    visits(cast.bob, cast.hill, 3, title="春季走访农户", happened=date(2024, 3, 1), note="桥头村")
    visits(cast.bob, cast.hill, 4, title="秋季走访农户", happened=date(2025, 10, 1))
    visits(cast.alice, cast.hill, 5, title="看望学生", happened=date(2025, 5, 1), publisher="县团委")
    return cast


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"text": "农户 春季"}, ["春季走访农户"]),
        ({"text": "桥头村"}, ["春季走访农户"]),
        ({"text": "团委"}, ["看望学生"]),
        ({"year": "2024"}, ["春季走访农户"]),
        ({"since": "2025-05-01", "until": "2025-09-30"}, ["看望学生"]),
        ({"author": "bob"}, ["秋季走访农户", "春季走访农户"]),
        ({"order": "day"}, ["春季走访农户", "看望学生", "秋季走访农户"]),
        ({"order": "title", "author": "bob"}, ["春季走访农户", "秋季走访农户"]),
        ({"since": "gestern"}, []),
        ({"year": "二〇二五"}, []),
        ({"order": "<script>"}, []),
    ],
)
def test_it_is_narrowed_and_put_in_order(told: SimpleNamespace, desk: Desk, asked: dict[str, str], found: list[str]):
    page = desk(told.bob).get(LIST, asked)
    assert page.status_code == 200
    assert titles(page) == found


def test_a_town_stands_for_its_schools(cast: SimpleNamespace, desk: Desk):
    town = plant("town", "town", "溪口镇", cast.county)
    school = plant("brook", "school", "溪口小学", town)
    visits(cast.alice, school, title="溪口走访")
    visits(cast.alice, cast.hill, title="青山走访")
    assert titles(desk(cast.alice).get(LIST, {"unit": town.code})) == ["溪口走访"]


def test_amounts_stand_in_the_rows_and_their_sum_below(told: SimpleNamespace, desk: Desk):
    page = desk(told.bob).get(LIST, headers={"accept-language": "zh-hans"})
    assert page.context["rows"][0].amount == "高考考生 4人"
    assert any("12" in total for total in page.context["sums"])


def test_the_way_back_from_a_record_is_the_list_as_it_was_left(told: SimpleNamespace, desk: Desk):
    bob = desk(told.bob)
    row = bob.get(LIST, {"year": "2024"}).context["rows"][0]
    assert f'href="{LIST}?year=2024"' in bob.get(reverse("record", args=[row.record.ref])).text
    assert f'href="{LIST}?year=2024"' not in desk(told.bob).get(reverse("record", args=[row.record.ref])).text


def test_another_school_finds_nothing_by_any_word(told: SimpleNamespace, desk: Desk):
    member("cleo", told.lake, Role.REVIEWER)
    assert titles(desk(told.charlie).get(LIST, {"text": "农户"})) == []


def test_a_list_has_words_for_the_group_with_the_address_of_its_filters(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    page = desk(cast.bob).get("/records/statistics/?state=draft").text
    assert "Statistics, 1 record:" in page
    assert "青山小学, “走访农户”, 2025-03-14, draft" in page
    assert "See: http://testserver/records/statistics/?state=draft" in page


@pytest.fixture
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows a page, and four records at most."""
    monkeypatch.setattr("youju.desk.pages.ROWS", 2)
    monkeypatch.setattr("youju.desk.pages.MOST", 4)


@pytest.mark.usefixtures("short_lists")
def test_a_list_of_very_many_says_how_far_it_reaches(cast: SimpleNamespace, desk: Desk):
    for day in range(1, 6):
        visits(cast.bob, cast.hill, 3, title=f"走访{day}", happened=date(2025, 10, day))
    first, last = (desk(cast.bob).get(LIST, {"page": page}) for page in ("1", "9"))
    assert titles(first) == ["走访5", "走访4"]
    assert titles(last) == ["走访3", "走访2"]
    assert "3–4 of more than 4; narrow the list to reach the others" in last.content.decode()
    assert ", more than 4 records:" in first.context["group_text"]
    narrowed = desk(cast.bob).get(LIST, {"text": "走访1"})
    assert titles(narrowed) == ["走访1"]
    assert "1–1 of 1" in narrowed.content.decode()


@pytest.mark.usefixtures("short_lists")
def test_a_list_of_as_many_as_it_reaches_says_all_of_them(cast: SimpleNamespace, desk: Desk):
    for day in range(1, 5):
        visits(cast.bob, cast.hill, 3, title=f"走访{day}", happened=date(2025, 10, day))
    page = desk(cast.bob).get(LIST)
    assert "1–2 of 4" in page.content.decode()
    assert page.context["sums"]  # of all pages, not of the one that is shown
    assert "12" in page.context["sums"][0]
