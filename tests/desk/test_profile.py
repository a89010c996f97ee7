"""One's own page: the name, the password, and the browsers in which one is logged in."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from youju.desk.account.browsers import browser_of
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member

PASSWORD = "a long pass phrase"
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36"


def logged_in(agent: str = CHROME, password: str = PASSWORD) -> Client:
    client = Client(headers={"accept-language": "en", "user-agent": agent})
    answer = client.post(reverse("login"), {"username": "bob", "password": password})
    assert answer.status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("profile")).status_code == 200


def test_the_name_is_changed(cast: SimpleNamespace):
    logged_in().post(reverse("profile"), {"name": "包 波"})
    assert Member.objects.get(username="bob").name == "包波"


def test_where_the_daily_mail_goes_to_is_typed_and_emptied_by_oneself(cast: SimpleNamespace):
    client, page = logged_in(), reverse("profile")
    client.post(page, {"name": "包波", "email": "bob@example.org"})
    assert Member.objects.get(username="bob").email == "bob@example.org"
    assert 'value="bob@example.org"' in client.get(page).text
    client.post(page, {"name": "包波", "email": ""})
    assert Member.objects.get(username="bob").email == ""
    noted = AuditRow.objects.filter(action="member.address")
    assert [(row.target, row.detail) for row in noted] == [(cast.bob.token, {})] * 2


@pytest.mark.parametrize(
    "email", ["bob", "bob@example.org\nBcc: all@example.org", "a@b@c", "bob@" + 4 * (60 * "x" + ".") + "example.org"]
)
def test_what_is_no_mail_address_is_refused_and_stays_in_the_form(cast: SimpleNamespace, email: str):
    answer = logged_in().post(reverse("profile"), {"name": "包波", "email": email})
    assert answer.status_code == 200 and email.split("\n")[0] in answer.text
    assert Member.objects.get(username="bob").email == "" and not AuditRow.objects.filter(action="member.address")


def test_the_page_says_whether_any_mail_is_sent(cast: SimpleNamespace, settings: Any):
    client = logged_in()
    assert "until the bureau has set up a mail server" in client.get(reverse("profile")).text
    settings.EMAIL_HOST = "mail.example.org"
    assert "Once a day a mail says how many" in client.get(reverse("profile")).text


def test_open_log_ins_are_listed_and_the_others_ended(cast: SimpleNamespace):
    one, other = logged_in(), logged_in("Mozilla/5.0 (iPhone; CPU) MicroMessenger/8.0")
    page = one.get(reverse("profile")).text
    assert "Chrome · Windows" in page and "微信 · iPhone" in page and "127.0.0.1" in page
    one.post(reverse("log-ins-end"))
    assert is_in(one) and not is_in(other)
    assert AuditRow.objects.get(action="log-in.end").detail == {"ended": 1}


def test_a_changed_password_ends_the_log_ins_elsewhere_and_is_noted(cast: SimpleNamespace):
    one, other = logged_in(), logged_in()
    new = {"old_password": PASSWORD, "new_password1": "qingshan 2026 xx", "new_password2": "qingshan 2026 xx"}
    assert one.post(reverse("password"), new).status_code == 302
    assert is_in(one) and not is_in(other)
    assert one.get(reverse("profile")).text.count("Chrome · Windows") == 1
    assert AuditRow.objects.filter(action="member.password", actor=cast.bob.token).count() == 1
    logged_in(password="qingshan 2026 xx")


def test_logging_in_and_out_is_noted(cast: SimpleNamespace):
    client = logged_in()
    client.post(reverse("logout"))
    rows = AuditRow.objects.filter(target=cast.bob.token).order_by("id")
    assert [row.action for row in rows] == ["log-in", "log-out"]
    assert rows[0].detail == {"address": "127.0.0.1", "browser": "Chrome · Windows"}


def test_a_log_in_ends_after_the_hours_that_the_bureau_set(cast: SimpleNamespace):
    assert logged_in().session.get_expiry_age() == 10 * 3600


@pytest.mark.parametrize(
    ("agent", "named"),
    [
        (CHROME, "Chrome · Windows"),
        (CHROME.replace("Chrome", "Edg/120 Chrome"), "Edge · Windows"),
        ("Mozilla/5.0 (Linux; Android 14) Firefox/120", "Firefox · Android"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_browsers_are_named_in_two_words(agent: str, named: str):
    assert browser_of(agent) == named
