"""The page behind a ticket: open to all, used by a POST only, tired of an address that guesses."""

import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse

from tests.records.cast import make_cast
from tests.weights import PUBLIC_BYTES, weight
from youju.lib import clock
from youju.orgs import guessing
from youju.orgs.actors import CONSOLE
from youju.orgs.invitations import member_invite
from youju.orgs.members import Member
from youju.orgs.tickets import Purpose, Ticket, ticket_make

pytestmark = pytest.mark.django_db

NEW = "qingshan xiaoxue 2026"
FORM = {"new_password1": NEW, "new_password2": NEW}


@pytest.fixture
def bob() -> Member:
    bob: Member = make_cast().bob
    return bob


def page_of(member: Member) -> str:
    return reverse("ticket", args=[member_invite(member=member, actor=CONSOLE)])


def test_looking_at_the_link_uses_nothing(bob: Member):
    page = page_of(bob)
    for answer in (Client().get(page), Client().head(page), Client().get(page)):
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
    assert "bob" in Client().get(page).content.decode()
    assert Ticket.objects.get().uses_left == 1


def test_what_is_opened_without_a_log_in_is_small(bob: Member):
    card = page_of(bob)
    pages = (card, f"{card}?mine=1", reverse("login"), reverse("enter-code"), reverse("ticket", args=["ABCD2345"]))
    assert [page for page in pages if weight(Client().get(page).text) > PUBLIC_BYTES] == []


@pytest.mark.parametrize("page", ["login", "enter-code"])
def test_another_language_leads_back_to_what_was_sent_wrongly(bob: Member, page: str):
    address = reverse(page)
    sent = Client().post(address, {})
    assert f'name="next" value="{address}"' in sent.text


def test_the_password_is_set_once(bob: Member):
    page = page_of(bob)
    assert Client().post(page, FORM)["Location"] == reverse("workbench")
    logged_in = Client().post(reverse("login"), {"username": "bob", "password": NEW})
    assert logged_in["Location"] == reverse("workbench")
    assert (Client().get(page).status_code, Client().post(page, FORM).status_code) == (404, 404)


def test_a_code_that_does_not_hold_is_called_so_and_another_may_be_typed(bob: Member):
    page = Client(headers={"accept-language": "en"}).get(reverse("ticket", args=["ABCD2345"])).text
    assert "This code does not hold" in page
    assert "Nothing here" not in page
    assert f'href="{reverse("enter-code")}"' in page


@pytest.mark.parametrize(
    ("first", "second"), [("12345678", "12345678"), ("short", "short"), (NEW, NEW + "x"), ("", "")]
)
def test_a_weak_password_is_refused_and_the_link_stays(bob: Member, first: str, second: str):
    page = page_of(bob)
    assert Client().post(page, {"new_password1": first, "new_password2": second}).status_code == 200
    assert Ticket.objects.get().uses_left == 1


def test_other_log_ins_of_the_account_end(bob: Member):
    other = Client()
    other.force_login(bob, backend="django.contrib.auth.backends.ModelBackend")
    Client().post(page_of(bob), FORM)
    assert other.get(reverse("workbench")).status_code == 302


def test_a_form_from_another_site_sets_nothing(bob: Member):
    assert Client(enforce_csrf_checks=True).post(page_of(bob), FORM).status_code == 403


def test_a_purpose_without_a_page_is_like_an_unknown_code(bob: Member):
    expires = clock.now() + timedelta(days=1)
    code = ticket_make(purpose=Purpose.FEED, ref="x", expires=expires, actor=CONSOLE)
    known, unknown = (Client().get(reverse("ticket", args=[each])) for each in (code, "0000-0000-0000-0000"))
    assert (known.status_code, unknown.status_code) == (404, 404)
    assert known.context["sentence"] == unknown.context["sentence"]


def test_an_address_that_guesses_waits_and_others_do_not(bob: Member, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(guessing, "GUESSES", 3)
    page = page_of(bob)
    guess = reverse("ticket", args=["0000-0000-0000-0000"])
    assert [Client().get(guess).status_code for _guess in range(4)] == [404, 404, 404, 429]
    assert Client().get(page).status_code == 429
    assert Client(REMOTE_ADDR="10.0.0.9").get(page).status_code == 200


def test_many_addresses_that_guess_lock_out_nobody_who_was_invited(bob: Member, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(guessing, "GUESSES_OF_ALL", 3)
    page, guess = page_of(bob), reverse("ticket", args=["0000-0000-0000-0000"])
    for place in range(3):
        Client(REMOTE_ADDR=f"10.0.1.{place}").get(guess)
    late = Client(REMOTE_ADDR="10.0.2.1")
    assert [late.get(guess).status_code for _guess in range(2)] == [404, 429]
    assert Client(REMOTE_ADDR="10.0.0.9").get(page).status_code == 200


def test_no_code_is_written_to_the_log(bob: Member, monkeypatch: pytest.MonkeyPatch):
    written = StringIO()
    console = logging.getLogger().handlers[0]
    assert isinstance(console, logging.StreamHandler)
    monkeypatch.setattr(console, "stream", written)
    page = page_of(bob)
    Client(enforce_csrf_checks=True).post(page, FORM)
    monkeypatch.setattr(guessing, "GUESSES", 0)
    Client().get(page)
    assert "/t/…" in written.getvalue()
    assert page not in written.getvalue()
