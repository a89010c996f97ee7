"""The page 工作簿: an administrator takes the workbook, hands it in, sees what would change, and lets it."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.bureau.book import as_xlsx
from tests.desk.conftest import Desk
from youju.bureau.workbook.importing import bureau_preview
from youju.bureau.workbook.kept import KeptWorkbook
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.people import Person

PEOPLE = [["Person's name", "Works in", "Post held"], ["王一", "青山小学", "教师"], ["李二", "明湖小学", "校长"]]


def upload(rows: list[list[str]], name: str = "建局.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, as_xlsx({"People (sheet)": rows}))


def handed_in(client: Client, rows: list[list[str]]) -> None:
    answer = client.post(reverse("workbook"), {"file": upload(rows)})
    assert (answer.status_code, answer["Location"]) == (302, reverse("workbook-preview"))


def test_it_is_seen_and_then_done(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    handed_in(eve, PEOPLE)
    page = eve.get(reverse("workbook-preview"))
    assert page.status_code == 200 and "王一" in page.content.decode()
    assert not Person.objects.exists()
    seen = page.context["preview"].digest
    answer = eve.post(reverse("workbook-preview"), {"then": "act", "seen": seen}, follow=True)
    assert "2 changes were made." in answer.content.decode()
    assert Person.objects.count() == 2 and not KeptWorkbook.objects.exists()
    assert AuditRow.objects.get(action="bureau.import").actor == cast.eve.token


def test_faults_are_told_by_cell_and_nothing_is_done(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    handed_in(eve, [*PEOPLE, ["张三", "青山小雪", "教师"], ["王一", "青山小学", ""]])
    page = eve.get(reverse("workbook-preview"))
    text = page.content.decode()
    assert page.status_code == 422 and "2 faults" in text
    assert "People (sheet)!B4" in text and "People (sheet)!A5" in text
    answer = eve.post(reverse("workbook-preview"), {"then": "act", "seen": page.context["preview"].digest})
    assert answer.status_code == 422 and not Person.objects.exists()


def test_who_may_be_there_already_is_told_openly_before_the_button(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    handed_in(eve, PEOPLE)
    seen = eve.get(reverse("workbook-preview")).context["preview"].digest
    eve.post(reverse("workbook-preview"), {"then": "act", "seen": seen})
    handed_in(eve, [PEOPLE[0], ["王一", "明湖小学", "教师"]])
    page = eve.get(reverse("workbook-preview")).text
    folded = " ".join(each.text for each in BeautifulSoup(page, "html.parser").select("details"))
    note = "王一 is also on the roster of 青山小学"
    assert note not in folded
    assert page.index(note) < page.index('value="act"')


def test_what_nobody_has_looked_at_is_not_done(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    handed_in(eve, PEOPLE)
    for seen in ({}, {"seen": ""}, {"seen": "0" * 64}):
        assert eve.post(reverse("workbook-preview"), {"then": "act"} | seen).status_code == 200
    assert not Person.objects.exists()


def test_it_can_be_put_away(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    handed_in(eve, PEOPLE)
    assert "建局.xlsx" in eve.get(reverse("workbook")).content.decode()
    eve.post(reverse("workbook-preview"), {"then": "drop"})
    assert not KeptWorkbook.objects.exists()
    assert eve.get(reverse("workbook-preview")).status_code == 404


def test_after_a_day_it_is_gone(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    handed_in(eve, PEOPLE)
    KeptWorkbook.objects.update(at=clock.now() - timedelta(hours=25))
    assert eve.get(reverse("workbook-preview")).status_code == 404
    assert "建局.xlsx" not in eve.get(reverse("workbook")).content.decode()


@pytest.mark.parametrize("content", [b"", b"no workbook", as_xlsx({"marks": [["name"], ["x"]]})])
def test_what_is_no_such_workbook_is_said_at_its_field(cast: SimpleNamespace, desk: Desk, content: bytes):
    answer = desk(cast.eve).post(reverse("workbook"), {"file": SimpleUploadedFile("x.xlsx", content)})
    assert answer.status_code == 422 and answer.context["form"].errors["file"]
    assert not KeptWorkbook.objects.exists()


@pytest.mark.parametrize("query", ["", "?filled=1"])
def test_the_file_can_be_read_in_again(cast: SimpleNamespace, desk: Desk, query: str):
    answer = desk(cast.eve).get(reverse("workbook-file") + query)
    content = b"".join(answer)
    assert answer["Content-Disposition"].startswith("attachment")
    preview = bureau_preview(content=content, actor=CONSOLE)
    assert (preview.lines, preview.problems) == ((), ())
    assert BytesIO(content).read(2) == b"PK"


@pytest.fixture(params=["alice", "bob", "charlie", "dora"])
def stranger(request: pytest.FixtureRequest, cast: SimpleNamespace, desk: Desk) -> Iterator[Client]:
    handed_in(desk(cast.eve), PEOPLE)
    yield desk(getattr(cast, request.param))


def test_nobody_else_has_any_of_it(stranger: Client):
    for address in ("workbook", "workbook-file", "workbook-preview"):
        assert stranger.get(reverse(address)).status_code == 403
    assert stranger.post(reverse("workbook"), {"file": upload(PEOPLE)}).status_code == 403
    assert stranger.post(reverse("workbook-preview"), {"then": "act", "seen": "x"}).status_code == 403
    assert KeptWorkbook.objects.count() == 1 and not Person.objects.exists()


def test_one_administrator_does_not_see_what_another_looks_at(cast: SimpleNamespace, desk: Desk):
    from tests.records.cast import member
    from youju.orgs.members import Role

    handed_in(desk(cast.eve), PEOPLE)
    other = desk(member("erin", cast.county, Role.ADMIN))
    assert other.get(reverse("workbook-preview")).status_code == 404
