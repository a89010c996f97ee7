"""A school checks its own texts at its own desk, and keeps them for itself."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.orgs.plant import plant
from tests.records.cast import member, people, session, verified, visits
from youju.claims.kept.kept_text import KeptText
from youju.claims.memory.remembered import Remembered
from youju.orgs.members import Member, Role, RoleGrant

LIST, KEEP = "/check/kept/", "/check/kept/keep"
FORM = {"text": "今年高考考生17人。", "period": "2025", "title": "学校总结"}


@pytest.fixture
def school(cast: SimpleNamespace) -> SimpleNamespace:
    """bob's school has 17, charlie's 23, and rita reviews at bob's."""
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    verified(visits(cast.charlie, cast.lake, 23), cast.charlie, cast.alice)
    cast.rita = member("rita", cast.hill, Role.REVIEWER)
    return cast


def _verdicts(page: str) -> list[str]:
    marks = BeautifulSoup(page, "html.parser").select("a.mark")
    return [str(one["class"][1]).removeprefix("mark-") for one in marks]


@pytest.mark.parametrize("name", ["bob", "rita"])
def test_who_works_at_a_school_finds_the_check_in_the_menu(school: SimpleNamespace, desk: Desk, name: str):
    client = desk(getattr(school, name))
    assert f'href="{reverse("check")}"' in client.get(reverse("workbench")).text
    page = client.get(reverse("check")).text
    assert "A text of 青山小学 is checked against its own figures alone." in page
    assert reverse("bindings") not in page


@pytest.mark.parametrize("name", ["bob", "rita"])
def test_its_own_figures_are_compared(school: SimpleNamespace, desk: Desk, name: str):
    text = FORM | {"text": "今年高考考生17人。今年高考考生19人。"}
    page = desk(getattr(school, name)).post(reverse("check"), text).text
    assert _verdicts(page) == ["supported", "contradicted"]
    assert "unit=hill" in page


@pytest.mark.parametrize(
    "said", ["明湖小学高考考生%s人。", "全县高考考生%s人。", "各校高考考生共%s人。", "今年高考考生%s人。"]
)
@pytest.mark.parametrize(("right", "wrong"), [("23", "24"), ("40", "41")])
def test_a_right_guess_at_what_others_have_looks_like_a_wrong_one(
    school: SimpleNamespace, desk: Desk, said: str, right: str, wrong: str
):
    bob = desk(school.bob)
    one, other = (bob.post(reverse("check"), FORM | {"text": said % value}).text for value in (right, wrong))
    assert _verdicts(one) == _verdicts(other)
    assert "supported" not in _verdicts(one)


def test_a_name_that_stands_for_another_school_is_refused_at_its_field(school: SimpleNamespace, desk: Desk):
    sent = FORM | {"text": "邻校高考考生23人。", "aliases": "邻校=lake"}
    for address in (reverse("check"), KEEP, reverse("check-sheet")):
        answer = desk(school.bob).post(address, sent)
        assert answer.status_code == 422
        assert "is checked against its own figures alone. Leave that name out." in answer.text
        assert 'class="mark' not in answer.text


@pytest.mark.parametrize("unit", ["lake", "yun", "lan", "nowhere"])
def test_another_units_text_is_not_checked_by_naming_it(school: SimpleNamespace, desk: Desk, unit: str):
    for address in (reverse("check"), KEEP, reverse("check-sheet")):
        assert desk(school.bob).post(address, FORM | {"unit": unit}).status_code == 404


def test_a_search_for_figures_lists_none_that_others_alone_have(school: SimpleNamespace, desk: Desk):
    held = session(school.charlie, school.lake, people(school.lake, "甲", "乙"), [])
    verified(held, school.charlie, school.alice)
    sent = FORM | {"act": "seek|1", "target-1": "学习"}

    def cells(who: Member) -> list[str]:
        found = desk(who).post(reverse("check"), sent).context["sought"].search.found
        return [one.indicator.code for one in found if not one.declared]

    assert cells(school.alice)
    assert cells(school.bob) == []


def test_the_sheet_is_the_schools(school: SimpleNamespace, desk: Desk):
    page = desk(school.bob).post(reverse("check-sheet"), FORM).text
    assert "青山小学" in page


def test_what_a_phrase_means_is_for_the_bureau_to_say(school: SimpleNamespace, desk: Desk):
    page = desk(school.bob).post(reverse("check"), FORM).text
    assert "This is it" not in page
    acts = BeautifulSoup(desk(school.alice).post(reverse("check"), FORM).text, "html.parser").select("[name=act]")
    act = next(str(one["value"]) for one in acts if str(one["value"]).startswith("confirm"))
    assert desk(school.bob).post(reverse("check"), FORM | {"act": act}).status_code == 403
    place = FORM | {"text": "望川县高考考生17人。", "act": "place|望川县|@county"}
    assert desk(school.bob).post(reverse("check"), place).status_code == 403
    assert not Remembered.objects.exists()


def test_a_school_keeps_its_text_for_itself(school: SimpleNamespace, desk: Desk):
    desk(school.bob).post(KEEP, FORM | {"keep": "new"})
    kept = KeptText.objects.get()
    assert kept.unit == school.hill
    for who in (school.bob, school.rita):
        assert "学校总结" in desk(who).get(LIST).text
        assert "The ledger has not grown since" in desk(who).get(f"{LIST}{kept.pk}/").text
    for who in (school.charlie, school.alice, school.dora):
        assert "学校总结" not in desk(who).get(LIST).text
        assert desk(who).get(f"{LIST}{kept.pk}/").status_code == 404
        assert desk(who).post(f"{LIST}{kept.pk}/delete").status_code == 404


def test_a_reviewer_does_not_delete_what_the_liaison_kept_but_the_liaison_does(school: SimpleNamespace, desk: Desk):
    desk(school.bob).post(KEEP, FORM | {"keep": "new"})
    delete = f"{LIST}{KeptText.objects.get().pk}/delete"
    assert desk(school.rita).post(delete).status_code == 403
    desk(school.bob).post(delete)
    assert not KeptText.objects.exists()


def test_who_works_in_two_schools_says_whose_text_it_is(school: SimpleNamespace, desk: Desk):
    RoleGrant.objects.create(member=school.bob, role=Role.LIAISON, unit=school.lake)
    bob = desk(school.bob)
    offered = BeautifulSoup(bob.get("/check/").text, "html.parser").select("#id_unit option")
    assert [one["value"] for one in offered] == ["hill", "lake"]
    text = FORM | {"text": "今年高考考生23人。"}
    assert _verdicts(bob.post(reverse("check"), text | {"unit": "hill"}).text) == ["contradicted"]
    assert _verdicts(bob.post(reverse("check"), text | {"unit": "lake"}).text) == ["supported"]
    bob.post(KEEP, text | {"unit": "lake", "keep": "new"})
    assert KeptText.objects.get().unit == school.lake
    assert "明湖小学" in bob.get(LIST).text


def test_a_town_checks_its_own_text_and_not_the_bureaus(school: SimpleNamespace, desk: Desk):
    town = plant(code="zhen", kind="town", name="河口镇中心校", parent=school.county)
    client = desk(member("tom", town, Role.OFFICER))
    assert "A text of 河口镇中心校" in client.get(reverse("check")).text
    assert _verdicts(client.post(reverse("check"), FORM | {"text": "今年高考考生40人。"}).text) != ["supported"]
    assert client.post(reverse("check"), FORM | {"unit": "yun"}).status_code == 404


def test_the_bureaus_officer_checks_the_text_of_any_of_its_units(school: SimpleNamespace, desk: Desk):
    alice = desk(school.alice)
    offered = alice.get(reverse("check")).context["form"]["unit"].field.choices
    assert [code for code, _name in offered] == ["yun", "hill", "lake"]
    text = FORM | {"text": "今年高考考生17人。今年高考考生40人。"}
    assert _verdicts(alice.post(reverse("check"), text | {"unit": "hill"}).text) == ["supported", "contradicted"]
    assert _verdicts(alice.post(reverse("check"), text).text) == ["contradicted", "supported"]
    assert alice.post(reverse("check"), text | {"unit": "lan"}).status_code == 404
    assert alice.post(KEEP, text | {"unit": "hill"}).status_code == 403
    assert not KeptText.objects.exists()


def test_no_figure_of_the_school_is_offered_for_what_is_said_of_the_county(school: SimpleNamespace, desk: Desk):
    for said, offered in (
        ("全县高考考生19人。", False),
        ("全县开学，高考考生19人。", True),
        ("今年高考考生19人。", True),
    ):
        page = desk(school.bob).post(reverse("check"), FORM | {"text": said}).text
        assert ('value="use|' in page) is offered, said
