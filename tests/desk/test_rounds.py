"""Selections at the desk: panel, sheets by account and by ticket, progress, workbook, notices and objections."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.conftest import Desk
from tests.desk.paper import paper
from tests.records.honours.selection import (
    CALLED,
    DECIDED,
    NOTICED,
    awarded,
    called,
    collected,
    listed,
    moved,
    nominated,
    noticed,
    paneled,
    signed,
    staffed,
)
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.consents import Giver, Purpose, consent_give
from youju.orgs.people import Person
from youju.records.heads.attachments import Attachment
from youju.records.honours.award.models import AwardList
from youju.records.honours.nomination.models import Nomination, Score
from youju.records.honours.nomination.scoring import sheet_hand_in, sheet_save
from youju.records.honours.round.models import Panelist, Round
from youju.records.honours.round.panel import panelist_add, panelist_ticket
from youju.records.notices.models import Notice, Objection
from youju.records.notices.passing import latest_notice
from youju.records.verbs.record_verbs import record_verify

PASSWORD = "a long pass phrase"
ROLES = ("alice", "olga", "grace", "dora", "tess", "bob", "charlie", "dan", "eve")


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(CALLED):
        yield staffed(cast)


def statuses(desk: Desk, office: SimpleNamespace, url: str, *, post: bool = False) -> dict[str, int]:
    return {
        role: (desk(getattr(office, role)).post(url) if post else desk(getattr(office, role)).get(url)).status_code
        for role in ROLES
    }


def scoring(office: SimpleNamespace) -> tuple[Round, list[Nomination], Panelist, str]:
    """Handed over to a panel of one from outside, with the code of their ticket."""
    round, nominations = collected(office)
    round = moved(round, "to_panel", office.alice)
    panelist = panelist_add(round=round, name="何教授", actor=office.alice)
    return round, nominations, panelist, panelist_ticket(panelist=panelist, actor=office.alice)


def sheet_of(nominations: list[Nomination], first: int = 50) -> dict[str, str]:
    """Points for all three, those of the first as given."""
    rows = {nominations[0].ref: first, nominations[1].ref: 55, nominations[2].ref: 40}
    return {f"points-{ref}-0": str(points) for ref, points in rows.items()} | {f"points-{ref}-1": "30" for ref in rows}


# Who may open what


def test_progress_is_the_bureaus_to_see_and_the_panel_an_officers(office: SimpleNamespace, desk: Desk):
    round, _nominations, panelist, _code = scoring(office)
    seen = {"alice": 200, "olga": 200, "grace": 200, "dora": 200, "tess": 200, "bob": 403, "charlie": 403, "dan": 403}
    assert statuses(desk, office, reverse("round-board", args=[round.ref])) == seen | {"eve": 404}
    assert statuses(desk, office, reverse("round-file", args=[round.ref])) == seen | {"eve": 404}
    officers = seen | {"grace": 403, "dora": 403, "tess": 403, "eve": 404}
    assert statuses(desk, office, reverse("round-panel", args=[round.ref])) == officers
    for name in ("round-panel-ticket", "round-panel-remove"):
        for role in ("grace", "dora", "tess", "bob", "dan", "eve"):
            url = reverse(name, args=[round.ref, panelist.pk])
            assert desk(getattr(office, role)).post(url).status_code in (403, 404), (name, role)
    assert Panelist.objects.count() == 1


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


def test_a_sheet_opens_for_its_owner_alone(office: SimpleNamespace, desk: Desk):
    round, _nominations, _panelist, _code = scoring(office)
    panelist_add(round=round, member=office.dora, actor=office.alice)
    answers = statuses(desk, office, reverse("round-sheet", args=[round.ref]))
    assert [role for role, status in answers.items() if status == 200] == ["dora"]
    assert set(answers.values()) == {200, 404}


def test_a_liaison_without_a_place_finds_nothing(office: SimpleNamespace, desk: Desk):
    with clock.at(NOTICED):
        round, nominations = noticed(office, quotas=[
            {"unit": office.hill, "base": 0, "places": 2}, {"unit": office.lake, "base": 0, "places": 1},
        ])  # fmt: skip
        notice = Notice.objects.get()
        dan = desk(office.dan)
        urls = [reverse("case", args=[ref]) for ref in (round.ref, nominations[0].ref)]
        urls += [reverse("notice", args=[notice.pk]), reverse("round-board", args=[round.ref])]
        assert [dan.get(url).status_code for url in urls] == [404] * 4
        assert "师德标兵" not in dan.get(reverse("notices")).text
        assert "孙立" not in dan.get(reverse("cases-of", args=["nomination"])).text
        assert "师德标兵" in desk(office.bob).get(reverse("notices")).text


# The panel


def test_an_officer_names_the_panel_and_takes_somebody_off(office: SimpleNamespace, desk: Desk):
    round, _nominations = collected(office)
    alice, url = desk(office.alice), reverse("round-panel", args=[round.ref])
    assert alice.post(url, {"name": "", "member": "", "unit": ""}).status_code == 422
    assert alice.post(url, {"name": "何教授", "member": "", "unit": "青山小学"}).status_code == 302
    assert alice.post(url, {"name": "何教授", "member": "", "unit": "hill"}).status_code == 422  # twice
    assert alice.post(url, {"name": "", "member": office.bob.pk, "unit": ""}).status_code == 302
    assert [(str(each), str(each.unit)) for each in round.panelists.all()] == [
        ("何教授", "青山小学"),
        ("bob", "青山小学"),
    ]
    alice.post(reverse("round-panel-remove", args=[round.ref, round.panelists.all()[0].pk]))
    assert [str(each) for each in round.panelists.all()] == ["bob"]


def test_a_link_is_shown_once_and_the_next_one_ends_it(office: SimpleNamespace, desk: Desk):
    round, _nominations, panelist, _code = scoring(office)
    alice, url = desk(office.alice), reverse("round-panel-ticket", args=[round.ref, panelist.pk])
    first, second = (_link(alice.post(url).text) for _time in range(2))
    assert first != second and "/t/" in second
    assert "/t/" not in alice.get(reverse("round-panel", args=[round.ref])).text
    stranger = Client()
    assert (stranger.get(first).status_code, stranger.get(second).status_code) == (404, 200)


def _link(page: str) -> str:
    at = page.index("http://testserver/t/")
    return page[at : page.index("<", at)].removeprefix("http://testserver").split('"')[0]


# The sheet


def test_somebody_outside_scores_on_a_telephone_without_logging_in(office: SimpleNamespace):
    _round, nominations, panelist, code = scoring(office)
    telephone, url = Client(headers={"accept-language": "zh-hans"}), reverse("ticket", args=[code])
    page = telephone.get(url).text
    assert "孙立" in page and "青山小学" in page and "扎根乡村二十年" in page
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


def test_a_nomination_leads_to_its_selection(office: SimpleNamespace, desk: Desk):
    round, nominations = collected(office)
    for member in (office.alice, office.bob):
        assert (
            f'href="{reverse("case", args=[round.ref])}"'
            in desk(member).get(reverse("case", args=[nominations[0].ref])).text
        )


# Progress and the workbook


def test_progress_says_what_each_unit_has_done(office: SimpleNamespace, desk: Desk):
    round, _nominations = paneled(office)
    page = desk(office.alice).get(reverse("round-board", args=[round.ref])).text
    assert "青山小学" in page and "何教授" in page and "sheet handed in" in page


def test_a_town_sees_the_call_and_how_far_its_own_schools_are(office: SimpleNamespace, desk: Desk):
    round, _nominations = collected(office)
    nominated(round, office.creek, office.creekers[0], office.dan)
    tess = desk(office.tess)
    page = tess.get(reverse("case", args=[round.ref])).text
    assert "师德表现" in page and reverse("round-board", args=[round.ref]) in page
    assert "吴山" in page and "孙立" not in page
    board = tess.get(reverse("round-board", args=[round.ref])).text
    assert "溪口小学" in board and "青山小学" not in board and "Sheets of the panel" not in board
    answer = tess.get(reverse("round-file", args=[round.ref]))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]  # a FileResponse
    assert book.sheetnames == ["Progress", "Nominations"]
    assert [row[1].value for row in book["Nominations"].iter_rows(min_row=2)] == ["溪口小学"]
    for action in ("to_panel", "requota", "cancel"):
        assert tess.post(reverse("case-move", args=[round.ref, action]), {"version": 1}).status_code == 403
    assert Round.objects.get().state == "collecting"


def test_a_town_that_reviews_nothing_sees_no_call(office: SimpleNamespace, desk: Desk):
    round = moved(called(office, by_town=False), "begin", office.alice)
    for name in ("case", "round-board", "round-file"):
        assert desk(office.tess).get(reverse(name, args=[round.ref])).status_code == 404


def test_everything_of_it_goes_out_as_a_workbook(office: SimpleNamespace, desk: Desk):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        answer = desk(office.dora).get(reverse("round-file", args=[round.ref]))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]  # a FileResponse
    told = {page.title: [[cell.value for cell in row] for row in page.iter_rows(min_row=2)] for page in book}
    assert told["Progress"][0] == ["青山小学", 1, 2, 2, 0, 0, 0, 2]
    assert [row[2:6] for row in told["Nominations"]] == [
        ["孙立", "nomination accepted", "80.50", 2], ["李兰", "nomination accepted", "90.50", 2],
        ["钱进", "nomination accepted", "70.00", 1],
    ]  # fmt: skip
    assert len(told["Sheets of the panel"]) == 10
    assert [row[:3] for row in told["The list"]] == [[1, "李兰", "青山小学"], [2, "孙立", "青山小学"]]
    assert told["Notices"][0][0] == "notice 〔2026〕1"
    assert AuditRow.objects.filter(action="sheet.export", target=round.ref).count() == 1


def _taken_along(client: Client, round: Round, **typed: str) -> list[list[object]]:
    answer = client.post(reverse("round-recommendation", args=[round.ref]), typed)
    assert answer.status_code == 200, answer.text
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]  # a FileResponse
    return [[cell.value for cell in row] for row in book["The list"].iter_rows(min_row=2)]


def test_the_next_level_is_told_names_of_pupils_by_a_consent_or_a_rule(office: SimpleNamespace, desk: Desk):
    round, nominations = awarded(office)
    with clock.at(DECIDED):
        alice = desk(office.alice)
        ripe = date(2199, 1, 1)
        Person.objects.filter(pk__in=[person.pk for person in office.hillers[:2]]).update(minor_until=ripe)
        agreed = office.hillers[1]  # 李兰
        consent_give(
            person=Person.objects.get(pk=agreed.pk), purpose=Purpose.PUBLIC_NAME, by=Giver.GUARDIAN,
            on=date(2026, 1, 1), reference="档案3号", actor=office.bob,
        )  # fmt: skip
        named = [[row[1], row[7]] for row in _taken_along(alice, round, reason="推荐到市里")]
        assert named == [["李兰", "consent on file"], ["孙某", "masked: neither consent nor basis"]]
        seen = AuditRow.objects.filter(action="person.reveal")
        assert [(row.target, row.detail["reason"]) for row in seen] == [(f"person-{agreed.token}", "推荐到市里")]
        named = [[row[1], row[7]] for row in _taken_along(alice, round, reason="推荐到市里", basis="市评选办法第八条")]
        assert named == [["李兰", "consent on file"], ["孙立", "市评选办法第八条"]]
        assert AuditRow.objects.filter(action="person.reveal").count() == 3
        rows = AuditRow.objects.filter(action="sheet.export", target=round.ref)
        assert [row.detail["basis"] for row in rows] == ["", "市评选办法第八条"]
    assert nominations[0].ref not in str([row.detail for row in seen])


def test_no_names_are_taken_along_without_a_reason_a_right_or_a_title_given(office: SimpleNamespace, desk: Desk):
    early, _nominations = listed(office)
    url = reverse("round-recommendation", args=[early.ref])
    refused = desk(office.alice).post(url, {"reason": "推荐"})
    assert refused.status_code == 422 and "has given no title yet" in refused.text
    with clock.at(NOTICED):
        round = moved(early, "publish", office.alice, posted_at="局网站", contact="85550001")
    with clock.at(DECIDED):
        moved(signed(round, office.grace), "award", office.alice)
    assert desk(office.alice).post(url, {"reason": " "}).status_code == 422
    assert statuses(desk, office, url, post=True) == {
        "alice": 422, "olga": 422, "grace": 403, "dora": 403, "tess": 403, "bob": 403, "charlie": 403, "dan": 403,
        "eve": 404,
    }  # fmt: skip
    assert not AuditRow.objects.filter(action__in=("person.reveal", "sheet.export")).exists()


# Notices


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


def test_a_decision_that_comes_early_is_refused_in_a_sentence(office: SimpleNamespace, desk: Desk):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        answer = desk(office.grace).post(
            reverse("case-move", args=[round.ref, "decide"]),
            {"version": round.version, "document": "1号", "decided_on": clock.today().isoformat(), "proof": PASSWORD},
        )
    assert answer.status_code == 409 and "2026-04-07" in answer.text
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


# Certificates


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


def test_one_who_is_nominated_finds_the_list_before_no_notice_of_it(office: SimpleNamespace, desk: Desk):
    """What is on the list before it is published stands on no page of a school."""
    round, nominations = listed(office)
    page = desk(office.charlie).get(reverse("case", args=[round.ref])).text
    assert "李兰" not in page and nominations[0].ref not in page
    assert "90.50" not in desk(office.bob).get(reverse("case", args=[round.ref])).text
