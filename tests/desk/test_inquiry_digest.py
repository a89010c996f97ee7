"""The topic digest: what was asked in a month by topic and channel, on one page; accusations are no part of it."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.portal.test_answers import moved, taken_in
from tests.records.cast import member
from youju.lib import clock
from youju.orgs.members import Role, RoleGrant
from youju.records.inquiries.topic.models import Topic

PAGE = "inquiry-topics"


@pytest.fixture
def asked(cast: SimpleNamespace) -> SimpleNamespace:
    """In this month three on care, of which one by telephone, one without a topic, one accusation, one passed on."""
    care = Topic.objects.create(code="care", name="课后服务")
    today = clock.today()
    for values in ({"channel": "phone"}, {}, {}):
        taken_in(cast, topic=care, happened=today, **values)
    taken_in(cast, happened=today)
    taken_in(cast, happened=today, sort="accusation", about_unit=cast.hill, topic=care, title="有人举报")
    moved(taken_in(cast, happened=today, topic=care), "decline", cast.alice, passed_to="交通局")
    taken_in(cast, topic=care, happened=date(today.year - 2, 1, 5))
    return cast


def rows(page: Any) -> list[list[str]]:
    """Each line of the table: its topic, then the counts with the channel that a telephone shows before them."""
    table = BeautifulSoup(page.text, "html.parser").select("tbody tr, tfoot tr")
    cells = [[(cell.get("data-label"), cell.get_text(strip=True)) for cell in row.select("td.number")] for row in table]
    return [[f"{label}: {number}" for label, number in row] for row in cells]


def test_topics_stand_with_their_channels_and_the_sum_below(asked: SimpleNamespace, desk: Desk):
    found = rows(desk(asked.alice).get(reverse(PAGE)))
    web, phone = "message on the website", "telephone call"
    assert found == [
        [f"{web}: 2", f"{phone}: 1", "Total: 3", "Not answered yet: 3"],
        [f"{web}: 1", f"{phone}: 0", "Total: 1", "Not answered yet: 1"],
        [f"{web}: 3", f"{phone}: 1", "Total: 4", "Not answered yet: 4"],
    ]


def test_an_accusation_is_no_part_of_it(asked: SimpleNamespace, desk: Desk):
    assert "有人举报" not in desk(asked.alice).get(reverse(PAGE)).text


def test_a_month_in_which_nothing_was_asked_says_so(asked: SimpleNamespace, desk: Desk):
    months = BeautifulSoup(desk(asked.alice).get(reverse(PAGE)).text, "html.parser").select("#month option")
    page = desk(asked.alice).get(reverse(PAGE) + f"?month={months[5]['value']}")
    assert "Nothing was asked in this month." in page.text


def test_whoever_has_nothing_to_do_with_inquiries_is_refused(asked: SimpleNamespace, desk: Desk):
    studying = member("otto", asked.county, Role.OFFICER)
    RoleGrant.objects.filter(member=studying).update(sections=["study"])
    assert desk(studying).get(reverse(PAGE)).status_code == 403
    assert desk(asked.eve).get(reverse(PAGE)).status_code == 403


def test_a_school_reads_only_what_it_handles(asked: SimpleNamespace, desk: Desk):
    assert "Nothing was asked in this month." in desk(asked.charlie).get(reverse(PAGE)).text


def test_it_opens_at_the_newest_month_in_which_something_came(cast: SimpleNamespace, desk: Desk):
    today = clock.today()
    assert desk(cast.alice).get(reverse(PAGE)).context["first"] == today.replace(day=1)
    before = today.replace(day=1) - timedelta(days=40)
    taken_in(cast, happened=before)
    assert desk(cast.alice).get(reverse(PAGE)).context["first"] == before.replace(day=1)
    asked = desk(cast.alice).get(reverse(PAGE), {"month": f"{today:%Y-%m}"})
    assert asked.context["first"] == today.replace(day=1)
