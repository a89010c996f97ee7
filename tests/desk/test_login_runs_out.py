"""A log-in that ran out says why, goes back to where one was, and lasts while it is used."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import visits
from youju.lib import clock

NOW = datetime(2025, 3, 20, 4, tzinfo=UTC)


def test_what_is_only_sent_goes_back_to_the_page_it_was_sent_from(cast: SimpleNamespace, client: Client):
    record = visits(cast.bob, cast.hill)
    page = reverse("record", args=[record.ref])
    answer = client.post(
        reverse("record-submit", args=[record.ref]), headers={"referer": f"http://testserver{page}?from=list"}
    )
    assert answer["Location"] == f"/login/?next={page}%3Ffrom%3Dlist"


def test_a_page_of_another_site_is_no_way_back(cast: SimpleNamespace, client: Client):
    answer = client.post(reverse("password"), headers={"referer": "https://example.org/x"})
    assert answer["Location"] == "/login/?next=/password/"


def test_the_log_in_page_says_why_one_is_there(client: Client, cast: SimpleNamespace):
    assert "You are not logged in" in client.get("/review/", follow=True, headers={"accept-language": "en"}).text
    assert "You are not logged in" not in client.get("/login/", headers={"accept-language": "en"}).text


def test_the_end_of_the_log_in_is_put_off_by_working(cast: SimpleNamespace, desk: Desk):
    bob = desk(cast.bob)
    with clock.at(NOW):
        bob.get("/")
        first = bob.session["seen"]
    with clock.at(NOW + timedelta(minutes=1)):
        bob.get("/")
        assert bob.session["seen"] == first  # one write in five minutes is enough
    with clock.at(NOW + timedelta(hours=2)):
        bob.get("/")
        assert bob.session["seen"] == first + 7200
