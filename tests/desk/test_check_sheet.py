"""The check sheet from the desk: a page to print, a PDF, a Word document; for those who may check."""

from types import SimpleNamespace

import pytest
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import verified, visits

FORM = {"text": "今年高考考生19人。", "period": "2025", "title": "年度总结"}


@pytest.fixture(autouse=True)
def record(cast: SimpleNamespace) -> None:
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)


def test_the_page_names_who_checks_and_what_is_not_green(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.alice).post(reverse("check-sheet"), FORM).text
    for said in ("年度总结", "alice", "19人", "contradicted", "inspected on the spot"):
        assert said in page


@pytest.mark.parametrize(("wanted", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_file_is_a_download_that_is_not_kept(cast: SimpleNamespace, desk: Desk, wanted: str, begins: bytes):
    answer = desk(cast.alice).post(reverse("check-sheet"), FORM | {"as": wanted})
    assert _content(answer).startswith(begins)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("wanted", ["page", "pdf", "docx"])
def test_what_no_file_can_hold_is_left_out_of_it(cast: SimpleNamespace, desk: Desk, wanted: str):
    hostile = {"title": "总结\x01\r\n\uffff", "text": "全年\x0c走访农户1\u200b9户\x01。\uffff\u202e共20户。"}
    answer = desk(cast.alice).post(reverse("check-sheet"), FORM | hostile | {"as": wanted})
    assert answer.status_code == 200
    assert wanted == "page" or _content(answer)


def test_another_way_of_writing_is_not_found(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.alice).post(reverse("check-sheet"), FORM | {"as": "odt"}).status_code == 404


def test_an_empty_text_is_told_in_the_form(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.alice).post(reverse("check-sheet"), FORM | {"text": ""})
    assert answer.status_code == 422
    assert "Paste a text, or choose a file." in answer.text


def test_a_school_has_the_sheet_of_its_own_text(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).post(reverse("check-sheet"), FORM).text
    assert cast.hill.name in page and cast.lake.name not in page


def test_a_school_has_no_sheet_of_anothers_text(cast: SimpleNamespace, desk: Desk):
    for unit in (cast.hill, cast.county):
        assert desk(cast.charlie).post(reverse("check-sheet"), FORM | {"unit": unit.code}).status_code == 404


def test_who_checks_no_texts_has_no_sheet(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.eve).post(reverse("check-sheet"), FORM).status_code == 403


def test_a_link_alone_gives_no_sheet(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.alice).get(reverse("check-sheet")).status_code == 405


def _content(answer: HttpResponseBase) -> bytes:
    assert isinstance(answer, FileResponse)
    return answer.getvalue()
