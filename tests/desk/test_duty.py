"""Duty on the desk: the month, planning, swapping, handing over, the feed; and what others are refused."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import translation

from tests.desk.conftest import Desk
from youju.duty.shift_verbs import coverage_set, shifts_fill
from youju.duty.shifts import DaysCovered, Shift
from youju.duty.swaps import Swap
from youju.lib import clock
from youju.records.alerts import Alert, AlertSort

NOW = datetime(2025, 9, 26, 2, tzinfo=UTC)
DAYS = [date(2025, 9, 26), date(2025, 9, 27)]


@pytest.fixture
def school(db: None) -> SimpleNamespace:
    from tests.duty.roster_cast import make_school

    return make_school()


@pytest.fixture(autouse=True)
def planned(school: SimpleNamespace):
    with clock.at(NOW):
        shifts_fill(group=school.group, days=DAYS, persons=[school.first, school.second], actor=school.rosa)
        yield


def shift(place: int) -> Shift:
    return list(Shift.objects.order_by("day"))[place]


def test_the_month_shows_who_is_on_duty_and_where_nobody_is(school: SimpleNamespace, desk: Desk) -> None:
    page = desk(school.rosa).get(reverse("duty-roster", args=["hill.duty"])).text
    assert "王一" in page and "李二" in page
    assert page.count("nobody on duty") == 3  # 28 to 30 September
    assert reverse("duty-fill", args=["hill.duty"]) in page


def test_the_workbench_says_who_is_on_duty_now(school: SimpleNamespace, desk: Desk) -> None:
    page = desk(school.bob).get(reverse("workbench")).text
    assert "On duty now" in page and "王一" in page
    assert "days without anybody" not in page  # that is for who keeps the list
    assert "days without anybody" in desk(school.rosa).get(reverse("workbench")).text


def test_the_page_of_rosters_says_who_is_on_duty_now(school: SimpleNamespace, desk: Desk) -> None:
    page = desk(school.bob).get(reverse("duty"))
    assert page.status_code == 200 and "On duty now" in page.text and "王一" in page.text


def test_planning_is_looked_at_first_and_then_done(school: SimpleNamespace, desk: Desk) -> None:
    keeper, url = desk(school.rosa), reverse("duty-fill", args=["hill.duty"])
    form = {
        "first": "2025-09-28", "last": "2025-09-30", "which": "every", "part": "whole", "deputies": "on",
        "persons": [school.first.pk, school.second.pk, school.third.pk],
    }  # fmt: skip
    told = keeper.post(url, form).text
    assert "赵三、王一、李二" in told.replace(", ", "、")  # whoever comes after the last one planned begins
    assert Shift.objects.count() == 2
    assert keeper.post(url, form | {"then": "act"}).status_code == 302
    assert [each.person.name for each in Shift.objects.order_by("day")[2:]] == ["赵三", "王一", "李二"]


def test_a_swap_goes_from_one_to_the_other(school: SimpleNamespace, desk: Desk) -> None:
    form = {"takes": school.second.pk, "back": shift(1).pk, "reason": "家访"}
    assert desk(school.bob).post(reverse("shift-swap", args=[shift(0).pk]), form).status_code == 302
    assert "Asked to take a shift" in desk(school.carl).get(reverse("workbench")).text
    asked = desk(school.carl).post(reverse("alerts"), {"target": Swap.objects.get().target})
    assert asked["Location"] == reverse("shift", args=[shift(0).pk])
    answer = desk(school.carl).post(reverse("swap-answer", args=[Swap.objects.get().pk, "agree"]))
    assert answer.status_code == 302
    assert [each.person.name for each in Shift.objects.order_by("day")] == ["李二", "王一"]


def test_the_alert_of_a_swap_names_it_to_those_who_read_the_roster(school: SimpleNamespace, desk: Desk) -> None:
    desk(school.bob).post(reverse("shift-swap", args=[shift(0).pk]), {"takes": school.second.pk})
    swap = Swap.objects.get()
    assert str(swap) in desk(school.carl).get(reverse("alerts")).text
    with translation.override("zh-hans"):
        assert str(swap).startswith(f"{swap.shift}：")
    Alert.objects.create(member=school.charlie, sort=AlertSort.ASKED, target=swap.target)
    assert str(swap) not in desk(school.charlie).get(reverse("alerts")).text


def test_a_swap_in_return_for_the_shift_of_a_third_is_mended_on_the_page(school: SimpleNamespace, desk: Desk) -> None:
    form = {"takes": school.third.pk, "back": shift(1).pk}
    answer = desk(school.bob).post(reverse("shift-swap", args=[shift(0).pk]), form)
    assert answer.status_code == 422 and "not of whoever is asked" in answer.text
    assert not Swap.objects.exists()


def test_a_note_is_read_by_the_next(school: SimpleNamespace, desk: Desk) -> None:
    note = {"note": "校门报修，明天上午来人"}
    assert desk(school.bob).post(reverse("shift-note", args=[shift(0).pk]), note).status_code == 302
    assert note["note"] in desk(school.carl).get(reverse("shift", args=[shift(1).pk])).text


def test_the_address_of_the_feed_is_shown_once(school: SimpleNamespace, desk: Desk) -> None:
    browser, url = desk(school.bob), reverse("duty-feed", args=["hill.duty"])
    page = browser.post(url, follow=True).text
    assert "/t/" in page
    assert "/t/" not in browser.get(reverse("duty-roster", args=["hill.duty"])).text
    assert browser.post(reverse("duty-feed-end", args=["hill.duty"])).status_code == 302


@pytest.mark.parametrize("name", ["charlie", "bob", "carl"])
def test_whoever_does_not_keep_the_roster_plans_nothing(school: SimpleNamespace, desk: Desk, name: str) -> None:
    """Of another school it is as if there were none; who is only on duty reads it."""
    browser, outside = desk(getattr(school, name)), name == "charlie"
    refused = 404 if outside else 403
    for route in ("duty-fill", "duty-add", "duty-covers"):
        assert browser.get(reverse(route, args=["hill.duty"])).status_code == refused, route
    for route in ("shift-change", "shift-remove"):
        assert browser.post(reverse(route, args=[shift(0).pk])).status_code == refused, route
    for route, key in (("duty-roster", "hill.duty"), ("shift", shift(0).pk)):
        assert browser.get(reverse(route, args=[key])).status_code == (404 if outside else 200), route
    assert Shift.objects.count() == 2


def test_a_stranger_takes_no_part_in_it(school: SimpleNamespace, desk: Desk) -> None:
    desk(school.bob).post(reverse("shift-swap", args=[shift(0).pk]), {"takes": school.second.pk})
    browser = desk(school.charlie)
    for route, key in (("shift-note", shift(0).pk), ("shift-swap", shift(0).pk), ("duty-feed", "hill.duty")):
        assert browser.post(reverse(route, args=[key])).status_code == 404, route
    assert browser.post(reverse("swap-answer", args=[Swap.objects.get().pk, "agree"])).status_code == 404
    assert desk(school.carl).post(reverse("shift-note", args=[shift(0).pk]), {"note": "x"}).status_code == 403
    assert shift(0).note == "" and shift(0).person.name == "王一"


def test_what_is_over_is_refused_with_a_sentence(school: SimpleNamespace, desk: Desk) -> None:
    first = shift(0)
    with clock.at(datetime(2025, 9, 27, 2, tzinfo=UTC)):
        answer = desk(school.rosa).post(reverse("shift-remove", args=[first.pk]))
    assert answer.status_code == 409 and "is over" in answer.text


def test_a_declined_swap_is_told_to_whoever_asked(school: SimpleNamespace, desk: Desk) -> None:
    first = shift(0)
    desk(school.bob).post(reverse("shift-swap", args=[first.pk]), {"takes": school.second.pk, "reason": "家访"})
    desk(school.carl).post(reverse("swap-answer", args=[Swap.objects.get().pk, "decline"]))
    for place in ("workbench", "duty"):
        page = desk(school.bob).get(reverse(place)).text
        assert "Swaps I asked for" in page and "declined" in page
        assert "Swaps I asked for" not in desk(school.carl).get(reverse(place)).text


def test_a_day_that_needs_nobody_is_no_gap(school: SimpleNamespace, desk: Desk) -> None:
    coverage_set(group=school.group, days=DaysCovered.OFF, actor=school.rosa)
    Shift.objects.all().delete()
    page = desk(school.bob).get(reverse("duty")).text  # a Friday
    assert "needs nobody today" in page and "nobody on duty" not in page
