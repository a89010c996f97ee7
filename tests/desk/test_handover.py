"""交接 on the desk: who has what in hand, the look, and the hand-over."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import member, visits
from tests.records.test_case import raised
from youju.orgs.members import Role, RoleGrant
from youju.records.verbs.handover import in_hand


def test_it_is_counted_before_and_gone_after(cast: SimpleNamespace, desk: Desk):
    carl = member("carl", cast.hill, Role.LIAISON)
    for _time in range(3):
        visits(cast.bob, cast.hill)
    eve, url = desk(cast.eve), reverse("hand-over-member", args=["bob"])
    assert url in eve.get(reverse("hand-over")).text
    page = eve.get(url).text
    assert "3 drafts" in page
    assert "charlie" not in page
    told = eve.post(url, {"to": carl.pk, "reason": "调离"}).text
    assert "3 drafts of bob go to carl." in told
    assert in_hand(carl).total == 0
    assert eve.post(url, {"to": carl.pk, "reason": "调离", "then": "act"}).status_code == 302
    assert in_hand(carl).total == 3
    assert url not in eve.get(reverse("hand-over")).text


def test_nothing_in_hand_is_said(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    assert "Nobody has anything in hand." in eve.get(reverse("hand-over")).text
    assert "Nothing in hand" in eve.get(reverse("hand-over-member", args=["bob"])).text
    assert eve.get(reverse("hand-over-member", args=["nobody"])).status_code == 404


def test_where_nobody_may_take_it_over_the_form_says_so(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    RoleGrant.objects.filter(member=cast.alice).delete()
    assert "Nobody may take over all of it." in desk(cast.eve).get(reverse("hand-over-member", args=["bob"])).text


def test_others_hand_nothing_over(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    for who in (cast.alice, cast.bob, cast.dora):
        form = {"to": cast.charlie.pk, "reason": "x", "then": "act"}
        assert desk(who).get(reverse("hand-over")).status_code == 403
        assert desk(who).post(reverse("hand-over-member", args=["bob"]), form).status_code == 403


def test_a_colleague_of_the_unit_comes_first_and_cases_are_called_cases(cast: SimpleNamespace, desk: Desk):
    carl = member("carl", cast.hill, Role.LIAISON)
    for number in range(7):
        raised(cast, title=f"第{number}件")
    page = desk(cast.eve).get(reverse("hand-over-member", args=["bob"]))
    assert [to.username for to in page.context["form"].fields["to"].queryset][:2] == ["carl", "alice"]
    form = {"to": carl.pk, "reason": "调离"}
    url = reverse("hand-over-member", args=["bob"])
    told = desk(cast.eve).post(url, form, headers={"accept-language": "zh-hans"}).text
    assert "7件在办事项" in told
    assert "整改" not in told.split("您填写的")[0].split("将会发生")[1]
    assert "，另有2项" in told


def test_the_list_is_narrowed_by_name_and_unit(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    visits(cast.charlie, cast.lake)
    bob, charlie = (reverse("hand-over-member", args=[name]) for name in ("bob", "charlie"))
    for text, found in ((cast.hill.name, (True, False)), ("char", (False, True)), ("无此人", (False, False))):
        page = desk(cast.eve).get(reverse("hand-over"), {"text": text}).text
        assert (bob in page, charlie in page) == found
    assert "Nobody of this name or unit has anything in hand." in page


def test_cases_of_one_title_are_told_apart(cast: SimpleNamespace, desk: Desk):
    carl = member("carl", cast.hill, Role.LIAISON)
    alike = [raised(cast, title="补齐会议记录") for _time in range(2)]
    raised(cast, title="更换电子屏")
    told = desk(cast.eve).post(reverse("hand-over-member", args=["bob"]), {"to": carl.pk, "reason": "调离"}).text
    assert all(f"补齐会议记录 ({case.ref})" in told for case in alike)
    assert "更换电子屏 (" not in told
