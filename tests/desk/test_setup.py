"""The first visit: every address leads to the setting up, which the server's code opens, once; then it is gone."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.records.cast import make_cast
from youju.bureau.founding import setup_open
from youju.orgs import guessing
from youju.orgs.members import Member
from youju.orgs.units import Unit

pytestmark = pytest.mark.django_db

STEPS = ("setup-county", "setup-bureau", "setup-administrator")
PASSWORD = "qingshan xiaoxue 2026"
EVE = {"name": "魏敏", "username": "", "new_password1": PASSWORD, "new_password2": PASSWORD}


def walked() -> Client:
    """A browser that gave the code, chose the county and named the bureau."""
    client = Client(headers={"accept-language": "en"})
    client.post(reverse("setup"), {"code": setup_open()})
    client.post(reverse("setup-county"), {"county": "530323"})
    client.post(reverse("setup-bureau"), {"name": "师宗县教育体育局", "short_name": "县教体局"})
    return client


@pytest.mark.parametrize("route", ["login", "workbench", "records", "password", "settings", *STEPS])
def test_every_address_leads_there(route: str):
    for answer in (Client().get(reverse(route)), Client().post(reverse(route))):
        assert (answer.status_code, answer["Location"]) == (302, reverse("setup"))


def test_the_steps_make_the_bureau_and_its_administrator():
    done = walked().post(reverse("setup-administrator"), EVE)
    assert "weimin" in done.text and "What comes next" in done.text
    assert Unit.objects.get(code="530323").short_name == "县教体局"
    assert Member.objects.get(username="weimin").check_password(PASSWORD)


def test_afterwards_it_is_gone_for_good():
    client = walked()
    client.post(reverse("setup-administrator"), EVE)
    for route in ("setup", *STEPS):
        for browser in (client, Client()):
            assert browser.get(reverse(route)).status_code == 404
            assert browser.post(reverse(route), {"code": "x"} | EVE).status_code == 404
    assert Client().get(reverse("login")).status_code == 200
    assert Member.objects.count() == 1


def test_where_there_is_a_bureau_it_never_was():
    make_cast()
    assert Client().get(reverse("setup")).status_code == 404


def test_a_wrong_code_opens_nothing():
    setup_open()
    client = Client(headers={"accept-language": "en"})
    answer = client.post(reverse("setup"), {"code": "0000-0000-0000-0000"})
    assert "Compare it with the one shown last" in answer.text
    assert client.get(reverse("setup-county"))["Location"] == reverse("setup")


def test_who_guesses_codes_waits(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(guessing, "GUESSES", 3)
    code = setup_open()
    answers = [Client().post(reverse("setup"), {"code": "wrong"}).status_code for _guess in range(4)]
    assert answers == [200, 200, 200, 429]
    assert Client().post(reverse("setup"), {"code": code}).status_code == 429


def test_a_code_that_another_start_replaced_ends_the_walk():
    client = walked()
    setup_open()
    assert client.post(reverse("setup-administrator"), EVE)["Location"] == reverse("setup")
    assert not Member.objects.exists()


def test_the_county_is_found_by_typing():
    client = Client(headers={"accept-language": "en"})
    client.post(reverse("setup"), {"code": setup_open()})
    page = reverse("setup-county")
    assert "530323 云南省 曲靖市 师宗县" in client.get(page, {"q": "师宗"}).text
    assert "No county is called so" in client.get(page, {"q": "没有这个县"}).text
    assert client.post(page, {"county": "000001"}).status_code == 200
    assert client.post(page, {"county": "530323"})["Location"] == reverse("setup-bureau")


def test_steps_cannot_be_left_out():
    client = Client()
    client.post(reverse("setup"), {"code": setup_open()})
    assert client.get(reverse("setup-bureau"))["Location"] == reverse("setup-county")
    assert client.get(reverse("setup-administrator"))["Location"] == reverse("setup-bureau")


@pytest.mark.parametrize(
    "wrong", [{"new_password2": "other"}, {"new_password1": "12345678", "new_password2": "12345678"}, {"name": ""},
              {"username": "a b"}]
)  # fmt: skip
def test_what_does_not_do_is_asked_again(wrong: dict[str, str]):
    answer = walked().post(reverse("setup-administrator"), EVE | wrong)
    assert answer.status_code == 200 and not Unit.objects.exists()
    assert answer.context["form"].errors


def test_a_password_that_will_not_do_is_said_where_it_was_typed_first():
    wrong = EVE | {"new_password1": "12345678", "new_password2": "12345678"}
    form = walked().post(reverse("setup-administrator"), wrong).context["form"]
    assert list(form.errors) == ["new_password1"]


def test_names_are_kept_without_blanks_that_make_them_wider():
    client = walked()
    client.post(reverse("setup-bureau"), {"name": "师宗县　教育体育局", "short_name": "县 教体局"})
    client.post(reverse("setup-administrator"), EVE | {"name": "魏　敏"})
    assert Unit.objects.get(code="530323").name == "师宗县教育体育局"
    assert Member.objects.get(username="weimin").name == "魏敏"


def test_the_first_password_is_not_called_a_new_one():
    form = walked().get(reverse("setup-administrator")).context["form"]
    assert [form[name].label for name in ("new_password1", "new_password2")] == ["Password", "Password confirmation"]


def test_an_empty_search_of_a_county_says_what_to_type():
    client = Client(headers={"accept-language": "en"})
    client.post(reverse("setup"), {"code": setup_open()})
    asked = "Type a part of the name"
    assert asked not in client.get(reverse("setup-county")).text
    assert asked in client.get(reverse("setup-county"), {"q": "  "}).text
