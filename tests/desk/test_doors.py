"""Who is not logged in, what every answer carries, and how an account is locked."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.addresses import url_patterns
from tests.desk.conftest import Desk
from tests.records.cast import make_cast

_GIVEN = {
    "ref": "session-0000000000",
    "pk": 1,
    "code": "session",
    "section": "study",
    "year": 2025,
    "action": "finish",
    "number": 1,
}


def _addresses() -> list[str]:
    """Of every page that asks for a log-in: tests/guards/test_public_views.py names the others."""
    closed = [each for each in url_patterns() if getattr(each.callback, "login_required", True)]
    assert len(closed) > 100
    return [
        reverse(str(each.name), kwargs={key: _GIVEN.get(key, 1) for key in each.pattern.converters}) for each in closed
    ]


def test_anonymous_is_sent_to_log_in_everywhere(cast: SimpleNamespace):
    for address in _addresses():
        for answer in (Client().get(address), Client().post(address)):
            assert answer.status_code == 302, address
            assert answer["Location"].startswith("/login/?next="), address


def test_every_answer_carries_the_strict_policy(cast: SimpleNamespace, desk: Desk):
    for address in (reverse("login"), reverse("workbench"), "/no/such/page"):
        policy = desk(cast.alice).get(address)["Content-Security-Policy"] if address != "/login/" else ""
        policy = policy or Client().get(address)["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize(
    "address", ["/", "/figures/", "/records/study/", "/records/session/new", "/check/", "/check/kept/", "/review/"]
)
def test_pages_hold_nothing_inline(cast: SimpleNamespace, desk: Desk, address: str):
    page = desk(cast.alice).get(address).text
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count("<script src=")


def test_logging_out_takes_a_post(cast: SimpleNamespace, desk: Desk):
    client = desk(cast.bob)
    assert client.get(reverse("logout")).status_code == 405
    client.post(reverse("logout"))
    assert client.get(reverse("workbench")).status_code == 302


def test_a_form_without_its_token_is_refused_with_a_sentence(cast: SimpleNamespace):
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    client.force_login(cast.bob, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post(reverse("record-new", args=["statistic"]), {})
    assert answer.status_code == 403
    assert "reload the page and send it again" in answer.text


def test_too_many_wrong_passwords_lock_the_account_not_the_school(cast: SimpleNamespace):
    client = Client(headers={"accept-language": "en"})
    for _try in range(6):
        answer = client.post(reverse("login"), {"username": "bob", "password": "wrong"})
    assert answer.status_code == 429
    assert "Wait 10 seconds" in answer.text
    other = client.post(reverse("login"), {"username": "charlie", "password": "a long pass phrase"})
    assert other.status_code == 302


def test_the_language_is_kept(db: None):
    make_cast()
    client = Client()
    assert "登录" in client.get(reverse("login")).text
    client.post(reverse("set_language"), {"language": "en", "next": "/login/"})
    assert "Log in" in client.get(reverse("login")).text
