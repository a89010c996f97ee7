"""The page 就绪: administrators see what is missing with the way there, and begin once nothing is red."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from youju.bureau import readiness as asked
from youju.bureau.readiness import QUESTIONS
from youju.lib import clock
from youju.orgs.settings import setting


def test_it_says_what_is_missing_and_leads_there(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.eve).get(reverse("ready")).text
    assert "two deciders for each section" in page
    assert f'href="{reverse("members")}"' in page


def test_beginning_is_refused_in_words_while_something_is_red(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.eve).post(reverse("ready"), {"day": clock.today().isoformat()})
    assert answer.status_code == 422
    assert "The bureau cannot begin yet." in answer.text
    assert setting("live_since") is None


def test_it_begins_by_one_button(cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(asked, "QUESTIONS", tuple(one._replace(look=lambda: iter(())) for one in QUESTIONS))
    answer = desk(cast.eve).post(reverse("ready"), {"day": clock.today().isoformat()}, follow=True)
    assert "The bureau works here from" in answer.text
    assert setting("live_since") == clock.today()


def test_a_day_to_come_is_told_as_one(cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(asked, "QUESTIONS", ())
    day = (clock.today() + timedelta(days=30)).isoformat()
    page = desk(cast.eve).post(reverse("ready"), {"day": day}, follow=True).text
    assert f"It begins on {day}." in page
    assert "In use since" not in page
    assert f'value="{day}"' in page  # until it comes, another day may be set instead


def test_nobody_else_sees_it(cast: SimpleNamespace, desk: Desk):
    for member in (cast.alice, cast.bob, cast.dora):
        assert desk(member).get(reverse("ready")).status_code == 403
