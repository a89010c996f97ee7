"""A selection's list before whoever decides on it: on its page, on the first screen, and who is aside."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.rounds.selecting import PASSWORD
from tests.records.honours.selection import (
    DECIDED,
    NOTICED,
    collected,
    listed,
    moved,
    noticed,
    signed,
)
from youju.lib import clock
from youju.records.honours.round.models import Round
from youju.records.honours.round.panel import panelist_add
from youju.records.notices.passing import latest_notice

FIRST = reverse("workbench")


def page(round: Round) -> str:
    return reverse("case", args=[round.ref])


def test_the_list_stands_on_the_page_for_whoever_runs_it_and_for_no_school(office: SimpleNamespace, desk: Desk):
    round, nominations = listed(office)
    names = [nomination.who for nomination in round.nominations_listed()]
    assert len(names) == 2 and len(nominations) == 3
    for role in (office.alice, office.grace):
        shown = desk(role).get(page(round)).context["beside"]["listed"]
        assert [nomination.who for nomination in shown] == names
    assert desk(office.bob).get(page(round)).context["beside"]["listed"] == []


def test_a_panel_of_nobody_is_said_with_the_way_to_it(office: SimpleNamespace, desk: Desk):
    round = moved(collected(office)[0], "to_panel", office.alice)
    alice, panel = desk(office.alice), reverse("round-panel", args=[round.ref])
    shown = alice.get(page(round)).text
    assert "Nobody is on the panel." in shown and panel in shown
    assert panel not in desk(office.grace).get(page(round)).text
    panelist_add(round=round, name="何教授", actor=office.alice)
    assert "Nobody is on the panel." not in alice.get(page(round)).text


def test_a_decision_waits_on_the_first_screen_once_its_notice_ran_out(office: SimpleNamespace, desk: Desk):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        assert "Decisions to sign" not in desk(office.grace).get(FIRST).text
    with clock.at(DECIDED):
        assert page(round) in desk(office.grace).get(FIRST).text
        assert "Decisions to sign" not in desk(office.alice).get(FIRST).text
        signed(round, office.grace)
        assert "Decisions to sign" not in desk(office.grace).get(FIRST).text


def test_an_officer_who_scored_is_told_why_there_is_nothing_to_answer(office: SimpleNamespace, desk: Desk):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        round.panelists.filter(name="何教授").update(member=office.olga)
        notice = reverse("notice", args=[(latest_notice(round.ref) or pytest.fail()).pk])
        assert "answered by another officer" in desk(office.olga).get(notice).text
        for role in (office.alice, office.bob):
            assert "answered by another officer" not in desk(role).get(notice).text


def test_a_decision_that_comes_early_is_refused_in_a_sentence(office: SimpleNamespace, desk: Desk):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        answer = desk(office.grace).post(
            reverse("case-move", args=[round.ref, "decide"]),
            {
                "version": round.version,
                "document": "1号文件",
                "decided_on": clock.today().isoformat(),
                "proof": PASSWORD,
            },
        )
    assert answer.status_code == 409 and "2026-04-07" in answer.text
    assert "1号文件" in answer.text and PASSWORD not in answer.text  # what was typed stands, but for the proof
    assert Round.objects.get().state == "notice"


@pytest.mark.parametrize("proof", [None, "", "guessed"])
def test_a_log_in_left_open_signs_no_decision(office: SimpleNamespace, desk: Desk, proof: str | None):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
    with clock.at(DECIDED):
        url, grace = reverse("case-move", args=[round.ref, "decide"]), desk(office.grace)
        asked = {"version": round.version, "document": "1号", "decided_on": clock.today().isoformat()}
        answer = grace.post(url, asked | ({} if proof is None else {"proof": proof}))
        assert answer.status_code == 422 and "guessed" not in answer.text
        together = grace.post(reverse("cases-move", args=["round", "decide"]), {"case": round.ref})
        assert together.status_code == 403
        assert Round.objects.get().state == "notice"
        assert grace.post(url, asked | {"proof": PASSWORD}).status_code == 302
    assert Round.objects.get().state == "decided"
