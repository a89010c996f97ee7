"""The notice of a selection's list and what is said against it; its certificates."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.rounds.selecting import statuses
from tests.records.honours.selection import (
    DECIDED,
    NOTICED,
    awarded,
    moved,
    noticed,
)
from youju.lib import clock
from youju.orgs.actors import NOBODY
from youju.records.honours.award.models import AwardList
from youju.records.honours.nomination.models import Nomination
from youju.records.notices.models import Objection, Outcome
from youju.records.notices.objecting import objection_add, objection_answer
from youju.records.notices.passing import latest_notice
from youju.records.verbs.record_verbs import record_verify


def test_objections_are_logged_and_answered_by_whoever_runs_the_list(office: SimpleNamespace, desk: Desk):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        notice = latest_notice(round.ref) or pytest.fail()
        url = reverse("notice-object", args=[notice.pk])
        assert statuses(desk, office, url, post=True) == {
            "alice": 422, "olga": 422, "grace": 403, "dora": 403, "tess": 403, "bob": 403, "charlie": 403, "dan": 403,
            "eve": 404,
        }  # fmt: skip
        alice, bob = desk(office.alice), desk(office.bob)
        alice.post(url, {"who": "王女士", "text": "教龄不足三年"})
        objection = Objection.objects.get()
        page = reverse("notice", args=[notice.pk])
        assert "教龄不足" in alice.get(page).text
        assert "教龄不足" not in bob.get(page).text and "王女士" not in bob.get(page).text
        answer = {"objection": objection.pk, "outcome": "rejected", "answer": "档案显示教龄五年"}
        assert bob.post(reverse("notice-answer", args=[notice.pk]), answer).status_code == 403
        assert alice.post(reverse("notice-answer", args=[notice.pk]), answer | {"answer": ""}).status_code == 422
        assert alice.post(reverse("notice-answer", args=[notice.pk]), answer).status_code == 302
        assert alice.post(reverse("notice-answer", args=[notice.pk]), answer).status_code == 409
    objection.refresh_from_db()
    assert objection.answer == "档案显示教龄五年"


def test_certificates_open_once_verified_and_a_stranger_checks_them(office: SimpleNamespace, desk: Desk):
    round, nominations = awarded(office)
    given = Nomination.objects.get(pk=nominations[0].pk)
    hers, stranger = desk(office.bob), Client(headers={"accept-language": "zh-hans"})
    with clock.at(DECIDED):
        assert hers.get(reverse("case-paper", args=[given.ref])).status_code == 404
        record_verify(record=AwardList.objects.get(), actor=office.olga)
        for client, ref in ((hers, given.ref), (desk(office.alice), round.ref)):
            answer = client.get(reverse("case-paper", args=[ref]))
            content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a FileResponse
            assert content.startswith(b"%PDF")
        assert desk(office.charlie).get(reverse("case-paper", args=[given.ref])).status_code == 404
        page = stranger.get(reverse("verify-code", args=[given.code])).text
    assert "有效" in page and "县师德标兵" in page and "孙某" in page and "孙立" not in page
    assert stranger.get(reverse("verify-code", args=["7k3m9qx2ab4cw0rt"])).status_code == 404


def test_an_objection_that_is_found_right_keeps_the_decision_back_until_the_list_is_another(
    office: SimpleNamespace, desk: Desk
):
    with clock.at(NOTICED):
        round, nominations = noticed(office)
        notice = latest_notice(round.ref) or pytest.fail()
        objection = objection_add(notice=notice, text="教龄不足三年", actor=NOBODY)
    page = reverse("case", args=[round.ref])
    with clock.at(DECIDED):
        assert "1 objection to answer" in desk(office.alice).get(page).text
        objection_answer(objection=objection, outcome=Outcome.UPHELD, answer="属实", actor=office.alice)
        assert "Change the list" in desk(office.alice).get(page).text
        assert "Sign the decision" not in desk(office.grace).get(page).text
        moved(round, "edit", office.alice, picks=[nominations[2].ref])
        assert "was found right" not in desk(office.alice).get(page).text
        assert "Sign the decision" not in desk(office.grace).get(page).text  # its own notice runs first
    with clock.at(DECIDED + timedelta(days=9)):
        assert "Sign the decision" in desk(office.grace).get(page).text
