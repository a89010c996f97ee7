"""The progress of a selection, its workbook, and the names taken along to the next level."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace

from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.conftest import Desk
from tests.desk.rounds.selecting import statuses
from tests.records.honours.selection import (
    DECIDED,
    NOTICED,
    awarded,
    listed,
    moved,
    noticed,
    paneled,
    signed,
)
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.consents import Giver, Purpose, consent_give
from youju.orgs.people import Person
from youju.records.honours.round.models import Round


def test_progress_says_what_each_unit_has_done(office: SimpleNamespace, desk: Desk):
    round, _nominations = paneled(office)
    page = desk(office.alice).get(reverse("round-board", args=[round.ref])).text
    assert "青山小学" in page and "何教授" in page and "sheet handed in" in page


def test_everything_of_it_goes_out_as_a_workbook(office: SimpleNamespace, desk: Desk):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        answer = desk(office.dora).get(reverse("round-file", args=[round.ref]))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]  # a FileResponse
    told = {page.title: [[cell.value for cell in row] for row in page.iter_rows(min_row=2)] for page in book}
    assert told["Progress"][0] == ["青山小学", 1, 2, 2, 0, 0, 0, 2]
    assert [row[2:6] for row in told["Nominations"]] == [
        ["孙立", "nomination accepted", 80.5, 2], ["李兰", "nomination accepted", 90.5, 2],
        ["钱进", "nomination accepted", 70, 1],
    ]  # fmt: skip
    *scored, aside = told["Sheets of the panel"]
    assert len(scored) == 10 and aside == ["fern", "明湖小学", "钱进", "stood aside", None]
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
        rows = AuditRow.objects.filter(action="sheet.export", target=round.ref).order_by("pk")
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
