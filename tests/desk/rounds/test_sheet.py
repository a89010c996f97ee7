"""The sheet of a panel's member: at the desk and on a telephone, points, standing aside, files of a nominee."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper
from tests.desk.rounds.selecting import scoring, sheet_of
from tests.records.honours.selection import (
    called,
    moved,
)
from tests.weights import PUBLIC_BYTES, weight
from youju.orgs.audit import AuditRow
from youju.records.heads.attachments import Attachment
from youju.records.honours.nomination.models import Score
from youju.records.honours.nomination.scoring import sheet_hand_in, sheet_save
from youju.records.honours.round.panel import panelist_add, panelist_ticket


def test_a_member_of_the_panel_finds_the_sheet_on_the_workbench(office: SimpleNamespace, desk: Desk):
    round, nominations, _panelist, _code = scoring(office)
    own = panelist_add(round=round, member=office.dan, actor=office.alice)
    link = f'href="{reverse("round-sheet", args=[round.ref])}"'
    first = reverse("workbench")
    assert link in desk(office.dan).get(first).text
    assert link not in desk(office.bob).get(first).text
    sheet_save(panelist=own, points={each.ref: [50, 30] for each in nominations}, actor=office.dan)
    sheet_hand_in(panelist=own, actor=office.dan)
    assert link not in desk(office.dan).get(first).text


def test_somebody_outside_scores_on_a_telephone_without_logging_in(office: SimpleNamespace):
    _round, nominations, panelist, code = scoring(office)
    telephone, url = Client(headers={"accept-language": "zh-hans"}), reverse("ticket", args=[code])
    page = telephone.get(url).text
    assert "孙立" in page and "青山小学" in page and "扎根乡村二十年" in page
    assert weight(page) < PUBLIC_BYTES
    answer = telephone.post(url, sheet_of(nominations) | {"then": "save"})
    assert answer.status_code == 302
    assert 'value="55"' in telephone.get(url).text
    telephone.post(url, sheet_of(nominations) | {"then": "hand-in"})
    panelist.refresh_from_db()
    assert panelist.handed_in is not None and Score.objects.count() == 3
    assert "已提交" in telephone.get(url).text
    assert telephone.post(url, sheet_of(nominations, 1) | {"then": "save"}).status_code == 422
    assert Score.objects.get(nomination=nominations[0]).total == 80
    assert AuditRow.objects.filter(action="panel.hand-in", actor="ticket").count() == 1


@pytest.mark.parametrize("wrong", ["61", "-1", "四十", "5.5", "9" * 40])
def test_a_wrong_number_is_said_and_nothing_typed_is_lost(office: SimpleNamespace, wrong: str):
    _round, nominations, _panelist, code = scoring(office)
    typed = sheet_of(nominations) | {f"points-{nominations[0].ref}-0": wrong, "then": "hand-in"}
    answer = Client().post(reverse("ticket", args=[code]), typed)
    assert answer.status_code == 422
    assert "师德表现" in answer.text and f'value="{wrong}"' in answer.text
    assert not Score.objects.exists()


def test_the_own_school_is_not_asked_and_a_post_is_refused_with_the_rule(office: SimpleNamespace, desk: Desk):
    round, nominations, _panelist, _code = scoring(office)
    panelist_add(round=round, member=office.bob, actor=office.alice)
    bob, url = desk(office.bob), reverse("round-sheet", args=[round.ref])
    page = bob.get(url).text
    assert f"points-{nominations[2].ref}-0" in page and f"points-{nominations[0].ref}-0" not in page
    answer = bob.post(url, sheet_of(nominations) | {"then": "save"})
    assert answer.status_code == 422
    assert "stand aside" in answer.text
    assert not Score.objects.exists()


def test_files_of_a_nominee_open_on_the_sheet_and_no_others_do(office: SimpleNamespace, desk: Desk):
    round = moved(called(office), "begin", office.alice)
    hers = desk(office.bob)
    ref = "nomination-7k3m9qx2ab"
    answer = hers.post(
        reverse("case-new", args=["nomination"]),
        {
            "ref": ref,
            "unit": office.hill.pk,
            "selection": round.pk,
            "person": "孙立",
            "note": "事迹",
            "uploads": paper(),
        },
    )
    assert answer.status_code == 302, answer.text
    desk(office.alice).post(reverse("case-move", args=[ref, "accept"]), {"version": 1})
    round = moved(round, "to_panel", office.alice)
    inside = panelist_add(round=round, name="何校长", unit=office.hill, actor=office.alice)
    outside = panelist_add(round=round, name="何教授", actor=office.alice)
    codes = [panelist_ticket(panelist=each, actor=office.alice) for each in (outside, inside)]
    file = Attachment.objects.get(record_ref=ref)
    answers = [Client().get(reverse("ticket", args=[code]), {"file": file.pk}).status_code for code in codes]
    assert answers == [200, 404]
    for name in ("0", "x", str(file.pk + 1)):
        assert Client().get(reverse("ticket", args=[codes[0]]), {"file": name}).status_code == 404
