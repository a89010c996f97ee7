"""The pages of units: the tree, one unit, and changes that are looked at before they are made."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from tests.bureau.book import found_county
from tests.desk.conftest import Desk
from tests.orgs.plant import plant
from tests.records.cast import member
from youju.desk.units.unit_list import month_words
from youju.ledger import log
from youju.lib import clock
from youju.orgs.members import Role
from youju.orgs.tree import find_unit, this_month, timeline
from youju.orgs.tree_verbs import NewUnit, unit_open
from youju.orgs.units import Unit

MOVED = {"month": "2026-09", "reason": "按文件"}
ADDED: dict[str, Any] = {
    "kind": "school", "name": "东湖小学", "short_name": "东湖", "aliases": "东湖完小\n东湖小", "code": "yun.donghu",
    "month": "2026-09", "reason": "新办",
}  # fmt: skip


@pytest.fixture
def town(cast: SimpleNamespace) -> Unit:
    return plant("yun.town", "town", "东乡镇", cast.county)


def change(unit: str, action: str) -> str:
    return reverse("unit-change", args=[unit, action])


def test_the_tree_shows_the_units_below_the_bureau(cast: SimpleNamespace, desk: Desk, town: Unit):
    page = desk(cast.bob).get(reverse("units")).text
    assert all(name in page for name in ("云溪县教育局", "青山小学", "东乡镇", "澜江市"))


def test_a_bureau_without_units_is_led_to_the_workbook(db: None, desk: Desk):
    page = desk(member("eve", found_county(), Role.ADMIN)).get(reverse("units")).text
    assert f'class="btn btn-quiet" href="{reverse("workbook")}"' in page


def test_typing_finds_a_unit_by_any_of_its_names(cast: SimpleNamespace, desk: Desk):
    cast.hill.aliases.create(name="青小")
    page = desk(cast.bob).get(reverse("units"), {"text": "青小"}).text
    assert "青山小学" in page
    assert "明湖小学" not in page
    assert "No unit is called" in desk(cast.bob).get(reverse("units"), {"text": "没有"}).text


def test_who_has_no_role_sees_no_units(cast: SimpleNamespace, desk: Desk):
    from tests.records.cast import member

    assert desk(member("nora", cast.county)).get(reverse("units")).status_code == 403


def test_a_look_changes_nothing_and_says_what_would_happen(cast: SimpleNamespace, desk: Desk, town: Unit):
    form = {"parent": town.pk, **MOVED}
    page = desk(cast.eve).post(change("hill", "move"), form)
    assert page.status_code == 200
    assert "From September 2026 on, 青山小学 belongs to 东乡镇." in page.text
    assert log.size() == 0
    assert timeline().parent("hill", this_month()) == "yun"


def test_confirmed_it_is_moved_and_told_in_its_history(cast: SimpleNamespace, desk: Desk, town: Unit):
    eve = desk(cast.eve)
    answer = eve.post(change("hill", "move"), {"parent": town.pk, **MOVED, "then": "act"})
    assert answer.status_code == 302
    assert timeline().parent("hill", 202609) == "yun.town"
    assert timeline().parent("hill", 202608) == "yun"
    page = eve.get(reverse("unit", args=["hill"])).text
    assert "moved below 东乡镇, from September 2026" in page
    assert "按文件" in page


def test_what_the_verb_refuses_is_said_in_the_form(cast: SimpleNamespace, desk: Desk, town: Unit):
    page = desk(cast.eve).post(change("hill", "move"), {"parent": town.pk, "month": "2020-01", "reason": ""})
    assert page.status_code == 400
    assert "This takes effect in a month that is over" in page.text


def test_a_month_may_be_written_as_people_do(cast: SimpleNamespace, desk: Desk, town: Unit):
    page = desk(cast.eve).post(change("hill", "move"), {"parent": town.pk, **MOVED, "month": "2026年9月"})
    assert "September 2026" in page.text
    assert desk(cast.eve).post(change("hill", "move"), {"parent": town.pk, "month": "九月"}).status_code == 422


def test_a_school_is_opened_renamed_closed_and_opened_again(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    added = ADDED | {"parent": cast.county.pk, "then": "act"}
    assert eve.post(reverse("unit-new"), added).status_code == 302
    unit = find_unit("yun.donghu")
    assert [alias.name for alias in unit.aliases.order_by("name")] == ["东湖完小", "东湖小"]
    renamed = {"name": "东湖实验小学", "short_name": "东湖", "month": "2026-10", "reason": "更名", "then": "act"}
    assert eve.post(change(unit.code, "rename"), renamed).status_code == 302
    assert eve.post(change(unit.code, "close"), MOVED | {"month": "2026-11", "then": "act"}).status_code == 302
    assert not timeline().stands(unit.code, 202611)
    again = {"parent": cast.county.pk, "month": "2026-11", "reason": "复办", "then": "act"}
    assert eve.post(change(unit.code, "reopen"), again).status_code == 302
    assert timeline().stands(unit.code, 202611)
    page = eve.get(reverse("unit", args=[unit.code])).text
    assert "renamed to 东湖实验小学, from October 2026" in page
    assert "opened again below 云溪县教育局, from November 2026" in page


def test_a_closed_unit_is_called_so_and_not_by_its_day(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    eve.post(change("hill", "close"), {"month": "2025-11", "reason": "撤并", "then": "act"})
    page = eve.get(reverse("unit", args=["hill"]), headers={"accept-language": "zh-hans"}).text
    assert "自2025年11月起：已撤销" in page
    assert "撤销日期" not in page


def test_that_a_name_is_not_changed_ahead_is_said_before_it_is_tried(cast: SimpleNamespace, desk: Desk):
    assert "a name is not changed ahead" in desk(cast.eve).get(change("hill", "rename")).text
    assert "a name is not changed ahead" not in desk(cast.eve).get(change("hill", "close")).text


def test_a_code_left_empty_is_made_from_the_name(cast: SimpleNamespace, desk: Desk):
    form = ADDED | {"parent": cast.county.pk, "code": "", "short_name": ""}
    assert "yun.donghuxiaoxue" in desk(cast.eve).post(reverse("unit-new"), form).text
    desk(cast.eve).post(reverse("unit-new"), form | {"then": "act"})
    assert find_unit("yun.donghuxiaoxue").name == "东湖小学"


def test_towns_are_offered_before_schools_as_the_unit_above(cast: SimpleNamespace, desk: Desk, town: Unit):
    offered = desk(cast.eve).get(change("hill", "move")).context["form"].fields["parent"].queryset
    assert [unit.code for unit in offered][:2] == ["yun", "yun.town"]


def test_merging_says_whose_facts_they_stay(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    form = {"into": cast.lake.pk, **MOVED}
    assert "counted as 明湖小学" in eve.post(change("hill", "merge"), form).text
    assert eve.post(change("hill", "merge"), form | {"then": "act"}).status_code == 302
    assert timeline().heir("hill", 202609) == "lake"


def test_other_names_come_and_go(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    assert eve.post(change("hill", "alias"), {"name": "青小", "then": "act"}).status_code == 302
    assert eve.post(change("hill", "alias"), {"name": "青小", "then": "act"}).status_code == 400
    assert "found by 青小 too" in eve.get(reverse("unit", args=["hill"])).text
    assert eve.post(change("hill", "alias-drop"), {"name": "青小", "then": "act"}).status_code == 302
    assert not cast.hill.aliases.exists()


def test_switches_say_how_a_unit_works(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    assert "its own reviewer" in eve.post(change("hill", "switches"), {"checks": "on"}).text
    assert (
        eve.post(change("hill", "switches"), {"checks": "True", "single_post": "False", "then": "act"}).status_code
        == 302
    )
    cast.hill.refresh_from_db()
    assert (cast.hill.checks, cast.hill.single_post) == (True, False)


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "dora"])
def test_others_read_and_change_nothing(cast: SimpleNamespace, desk: Desk, who: str, town: Unit):
    client = desk(getattr(cast, who))
    assert client.get(reverse("unit", args=["hill"])).status_code == 200
    form = {"parent": town.pk, **MOVED, "then": "act"}
    assert client.post(change("hill", "move"), form).status_code == 403
    assert client.post(reverse("unit-new"), ADDED | {"parent": cast.county.pk, "then": "act"}).status_code == 403
    assert log.size() == 0


def test_a_bureau_of_four_hundred_schools_opens_in_few_queries(
    cast: SimpleNamespace, desk: Desk, town: Unit, django_assert_max_num_queries: Any
):
    for number in range(40):
        plant(f"yun.s{number}", "school", f"第{number}小学", town)
    client = desk(cast.eve)
    with django_assert_max_num_queries(30):
        page = client.get(reverse("units"))
    assert "第39小学" in page.text


def test_a_unit_that_opens_later_is_not_closed(cast: SimpleNamespace, desk: Desk):
    later = clock.today().replace(day=1) + timedelta(days=400)
    unit_open(new=NewUnit("yun.later", "school", "未来　小学", "yun", since=later.replace(day=1)), actor=cast.eve)
    page, tree = desk(cast.eve).get(reverse("unit", args=["yun.later"])), desk(cast.eve).get(reverse("units"))
    assert f"opens in {month_words(later)}" in page.text
    assert ("closed" not in page.text, "Open it earlier" in page.text) == (True, True)
    assert [unit.name for unit, _opening in tree.context["coming"]] == ["未来小学"]
    assert tree.context["closed"] == []


def test_a_name_that_is_there_already_is_told_before_it_is_opened_again(cast: SimpleNamespace, desk: Desk):
    told = desk(cast.eve).post(reverse("unit-new"), ADDED | {"name": "青山　小学", "parent": cast.county.pk}).text
    assert "There is a unit of this name already (hill)." in told


def test_a_unit_above_that_does_not_do_is_said_at_its_field(cast: SimpleNamespace, desk: Desk, town: Unit):
    form = ADDED | {"kind": "town", "name": "西乡镇", "parent": town.pk}
    answer = desk(cast.eve).post(reverse("unit-new"), form)
    assert answer.status_code == 400
    assert "西乡镇 cannot be below" in answer.context["form"].errors["parent"][0]
