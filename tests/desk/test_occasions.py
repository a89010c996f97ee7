"""Occasions on the desk: declared, written otherwise, found by all their names, with how many records use them."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import visits
from youju.records.heads.occasions import Occasion

NEW = {"sort": "event", "name": "榜样的力量", "aliases": "榜样力量", "code": "model-strength", "ends": "2199-12-31"}
ACT = {"then": "act"}


def change(code: str, action: str) -> str:
    return reverse("occasion-change", args=[code, action])


@pytest.fixture
def occasion(cast: SimpleNamespace) -> Occasion:
    return Occasion.objects.create(code="march", sort="event", name="长征展", unit=cast.county)


def test_an_officer_declares_one_after_a_look(cast: SimpleNamespace, desk: Desk):
    alice = desk(cast.alice)
    assert "Records of all units can name it" in alice.post(reverse("occasion-new"), NEW).text
    assert not Occasion.objects.exists()
    assert alice.post(reverse("occasion-new"), NEW | ACT).status_code == 302
    made = Occasion.objects.get()
    assert (made.name, made.ends, [alias.name for alias in made.aliases.all()]) == (
        "榜样的力量", date(2199, 12, 31), ["榜样力量"],
    )  # fmt: skip
    assert alice.post(reverse("occasion-new"), NEW | ACT).status_code == 409


def test_a_code_left_empty_is_made_from_the_name(cast: SimpleNamespace, desk: Desk):
    desk(cast.alice).post(reverse("occasion-new"), NEW | {"code": ""} | ACT)
    assert Occasion.objects.get().code == "bangyangdeliliang"


def test_it_is_found_by_name_and_alias_and_says_how_many_use_it(cast: SimpleNamespace, desk: Desk, occasion: Occasion):
    occasion.aliases.create(name="长征图片展")
    visits(cast.bob, cast.hill, occasion=occasion)
    bob = desk(cast.bob)
    page = bob.get(reverse("occasions"), {"text": "图片"}).text
    assert "长征展" in page
    assert "1 record" in page
    assert "Nothing matches these filters" in bob.get(reverse("occasions"), {"text": "没有"}).text


def test_one_that_is_over_is_left_out_until_asked_for(cast: SimpleNamespace, desk: Desk, occasion: Occasion):
    alice = desk(cast.alice)
    alice.post(change("march", "rename"), {"name": "长征展", "ends": "2025-12-31", **ACT})
    assert "长征展" not in desk(cast.bob).get(reverse("occasions")).text
    assert "长征展" in alice.get(reverse("occasions"), {"over": "on"}).text


def test_the_old_name_goes_on_finding_it(cast: SimpleNamespace, desk: Desk, occasion: Occasion):
    alice = desk(cast.alice)
    assert "the old name goes on" in alice.post(change("march", "rename"), {"name": "新长征展"}).text
    alice.post(change("march", "rename"), {"name": "新长征展", **ACT})
    assert [alias.name for alias in occasion.aliases.all()] == ["长征展"]
    assert "新长征展" in alice.get(reverse("occasion", args=["march"])).text


def test_other_names_come_and_go(cast: SimpleNamespace, desk: Desk, occasion: Occasion):
    alice = desk(cast.alice)
    alice.post(change("march", "alias"), {"name": "长展", **ACT})
    assert occasion.aliases.get().name == "长展"
    alice.post(change("march", "alias-drop"), {"name": "长展", **ACT})
    assert not occasion.aliases.exists()


def test_others_read_and_change_nothing(cast: SimpleNamespace, desk: Desk, occasion: Occasion):
    for who in (cast.bob, cast.charlie, cast.dora):
        assert desk(who).get(reverse("occasion", args=["march"])).status_code == 200
        assert desk(who).post(change("march", "rename"), {"name": "x", **ACT}).status_code == 403
        assert desk(who).post(reverse("occasion-new"), NEW | ACT).status_code == 403
    assert Occasion.objects.get().name == "长征展"
