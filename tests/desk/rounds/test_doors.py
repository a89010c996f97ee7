"""Who may open what of a selection."""

from io import BytesIO
from types import SimpleNamespace

from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.conftest import Desk
from tests.desk.rounds.selecting import scoring, statuses
from tests.records.honours.selection import (
    NOTICED,
    acted,
    called,
    collected,
    listed,
    moved,
    nominated,
    noticed,
)
from youju.lib import clock
from youju.records.honours.round.models import Panelist, Round
from youju.records.honours.round.panel import panelist_add
from youju.records.notices.models import Notice


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


def test_a_nomination_that_came_back_is_on_the_schools_first_screen(office: SimpleNamespace, desk: Desk):
    round = moved(called(office, by_town=False), "begin", office.alice)
    handed = nominated(round, office.hill, office.hillers[0], office.bob)
    sent_back = acted(handed, "send_back", office.alice)
    address = reverse("case", args=[sent_back.ref])
    assert address in desk(office.bob).get(reverse("workbench")).text
    assert address not in desk(office.charlie).get(reverse("workbench")).text


def test_a_nomination_leads_to_its_selection(office: SimpleNamespace, desk: Desk):
    round, nominations = collected(office)
    for member in (office.alice, office.bob):
        assert (
            f'href="{reverse("case", args=[round.ref])}"'
            in desk(member).get(reverse("case", args=[nominations[0].ref])).text
        )


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


def test_one_who_is_nominated_finds_the_list_before_no_notice_of_it(office: SimpleNamespace, desk: Desk):
    """What is on the list before it is published stands on no page of a school."""
    round, nominations = listed(office)
    page = desk(office.charlie).get(reverse("case", args=[round.ref])).text
    assert "李兰" not in page and nominations[0].ref not in page
    assert "90.50" not in desk(office.bob).get(reverse("case", args=[round.ref])).text
