"""The first screen of each role."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import member, verified, visits
from youju.bureau.practice import practice_step
from youju.desk.audit.action_words import ACTIONS
from youju.ledger import log
from youju.lib import clock
from youju.orgs.members import Role
from youju.orgs.tree_verbs import unit_merge
from youju.records.kinds import record_kinds
from youju.records.verbs.record_verbs import record_return, record_submit, record_void


def test_a_liaison_finds_a_big_button_for_the_first_kinds_and_one_for_all(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(reverse("workbench")).text
    daily = [kind for kind in record_kinds() if not kind.every]
    assert page.count('class="big-button"') == min(3, len(daily)) + 1
    assert reverse("record-choose") in page
    assert reverse("review") not in page


def test_each_line_of_what_comes_next_is_a_whole_sentence(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    for language, stop in (("en", "."), ("zh-hans", "。")):
        page = eve.get(reverse("workbench"), headers={"accept-language": language}).text
        tasks = page.partition('<ol class="tasks">')[2].partition("</ol>")[0]
        lines = re.findall(r"<li><a [^>]*>(.*?)</a></li>", tasks)
        assert len(lines) == 5 and all(line.endswith(stop) for line in lines)


def test_an_officer_finds_what_waits(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    page = desk(cast.alice).get(reverse("workbench")).text
    assert reverse("record", args=[record.ref]) in page


def test_an_officer_finds_what_was_returned_with_words_for_the_group(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_return(record=record, actor=cast.alice, reason="缺照片")
    page = desk(cast.alice).get(reverse("workbench"), headers={"accept-language": "zh-hans"}).text
    assert "青山小学《走访农户》：缺照片" in page
    assert "复制到群" in page


def test_a_count_opens_the_list_that_it_counts(cast: SimpleNamespace, desk: Desk):
    for number in (1, 2):
        visits(cast.bob, cast.hill, number)
    bob = desk(cast.bob)
    address = reverse("record-list", args=["statistics"]) + "?state=draft&unit=hill"
    assert f'href="{address.replace("&", "&amp;")}">2</a>' in bob.get(reverse("workbench")).text
    assert bob.get(address).text.count('class="lead-cell"') == 2


def test_a_draft_is_one_tap_from_being_finished(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    assert reverse("record-edit", args=[record.ref]) in desk(cast.bob).get(reverse("workbench")).text


def test_the_size_of_the_ledger_opens_its_entries(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    dora = desk(cast.dora)
    assert f'href="{reverse("ledger")}">1</a>' in dora.get(reverse("workbench")).text
    assert record.ref in dora.get(reverse("ledger")).text


def test_the_ledger_is_not_for_a_liaison(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.charlie).get(reverse("ledger")).status_code == 403


def test_an_auditor_finds_the_ledgers_root(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    assert log.root().hex() in desk(cast.dora).get(reverse("workbench")).text


def test_an_administrator_finds_members_and_no_records(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    page = desk(cast.eve).get(reverse("workbench")).text
    assert "joined" in page and reverse("members") in page
    assert "走访农户" not in page
    assert reverse("figures") not in page


def test_before_the_bureau_begins_its_administrator_is_led_to_the_first_day(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.eve).get(reverse("workbench")).text
    for route in ("workbook", "members", "practice", "ready"):
        assert f'href="{reverse(route)}"' in page
    assert "The bureau has not begun here yet." in page


def test_a_signer_reads_figures_and_decides_nothing(cast: SimpleNamespace, desk: Desk):
    frank = member("frank", cast.county, Role.SIGNER)
    page = desk(frank).get(reverse("workbench")).text
    assert reverse("figures") in page
    assert reverse("review") not in page


def test_a_member_without_a_role_sees_an_empty_desk(cast: SimpleNamespace, desk: Desk):
    grace = member("grace", cast.lake)
    assert "You have no role yet" in desk(grace).get(reverse("workbench")).text
    assert desk(grace).get(reverse("figures")).status_code == 403


@pytest.mark.parametrize(
    ("who", "month", "asked"), [("alice", 12, True), ("eve", 12, True), ("bob", 12, False), ("alice", 11, False)]
)
def test_in_december_the_bureau_is_asked_for_next_years_days_off(
    cast: SimpleNamespace, desk: Desk, who: str, month: int, asked: bool
):
    with clock.at(datetime(2026, month, 15, 4, tzinfo=UTC)):
        page = desk(getattr(cast, who)).get(reverse("workbench")).text
    assert ("are not in the calendar yet" in page) == asked


def test_an_auditor_finds_how_often_what_counts_was_changed(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    record_void(record=record, actor=cast.alice, reason="重复")
    dora = desk(cast.dora)
    shown = {count.label: count for count in dora.get(reverse("workbench")).context["audited"]}
    assert shown[ACTIONS["record.void"]].number == 1
    assert record.ref in dora.get(shown[ACTIONS["record.void"]].url).text


def test_what_a_member_writes_down_most_comes_first(cast: SimpleNamespace, desk: Desk):
    with clock.at(datetime(2025, 11, 3, 4, tzinfo=UTC)):
        visits(cast.bob, cast.hill)
        assert desk(cast.bob).get(reverse("workbench")).context["kinds"][0].code == "statistic"


def test_what_was_only_tried_out_moves_no_kind_to_the_front(cast: SimpleNamespace, desk: Desk):
    before = desk(cast.bob).get(reverse("workbench")).context["kinds"]
    practice_step(step="write", actor=cast.bob)
    assert desk(cast.bob).get(reverse("workbench")).context["kinds"] == before


def test_an_officers_first_screen_asks_few_questions(cast: SimpleNamespace, desk: Desk):
    """In December, when there is one thing more to see to: next year's days off. One asks for a plan."""
    with clock.at(datetime(2026, 12, 15, 4, tzinfo=UTC)):
        alice = desk(cast.alice)
        alice.get(reverse("workbench"))
        with CaptureQueriesContext(connection) as queries:
            alice.get(reverse("workbench"))
    assert len(queries) <= 47, [query["sql"][:80] for query in queries]


def test_who_writes_for_a_closed_unit_is_told_so(cast: SimpleNamespace, desk: Desk):
    told = "is part of"
    assert told not in desk(cast.bob).get(reverse("workbench")).text
    unit_merge(unit=cast.hill, into=cast.lake, month=clock.today().replace(day=1), actor=cast.eve)
    assert f"{told} {cast.lake}" in desk(cast.bob).get(reverse("workbench")).text
    assert told not in desk(cast.alice).get(reverse("workbench")).text
