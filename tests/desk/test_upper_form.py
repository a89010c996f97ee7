"""A form of those above at the desk: bound, filled, refused in words, and closed to whoever writes no document."""

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from tests.desk.conftest import Desk
from tests.records.cast import verified, visits

pytestmark = pytest.mark.django_db

PAGE = "/summaries/form/"


@pytest.fixture
def alice(cast: SimpleNamespace, desk: Desk) -> Client:
    """An officer of a bureau with 17 candidates in 2025."""
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    return desk(cast.alice)


def form_of(*rows: tuple[Any, ...]) -> SimpleUploadedFile:
    workbook, out = Workbook(), BytesIO()
    for row in rows:
        workbook.worksheets[0].append(row)
    workbook.save(out)
    return SimpleUploadedFile("市局报表.xlsx", out.getvalue())


def asked(cast: SimpleNamespace, file: SimpleUploadedFile, act: str) -> dict[str, object]:
    return {"file": file, "unit": cast.county.pk, "period": "2025", act: ""}


def cell(answer: Any, place: str) -> object:
    """What stands in a cell of the workbook that came back."""
    content = b"".join(answer.streaming_content)
    return load_workbook(BytesIO(content)).worksheets[0][place].value


def test_it_is_bound_then_filled(cast: SimpleNamespace, alice: Client) -> None:
    bound = alice.post(PAGE, asked(cast, form_of(("高考考生人数", None)), "bind"))
    token = cell(bound, "B1")
    assert token == "{{exam.candidates}}"
    filled = alice.post(PAGE, asked(cast, form_of(("高考考生人数", token)), "fill"))
    assert cell(filled, "B1") == 17


def test_the_measure_word_may_stand_between_or_behind(cast: SimpleNamespace, alice: Client) -> None:
    rows = ((1, "高考考生人数", "人", None), (2, "高考考生人数（单位：人）", None), (3, "高考考生人数", "备注", None))
    bound = load_workbook(BytesIO(b"".join(alice.post(PAGE, asked(cast, form_of(*rows), "bind")))))
    token = "{{exam.candidates}}"
    assert [[each.value for each in row[1:]] for row in bound.worksheets[0].iter_rows()] == [
        ["高考考生人数", "人", token], ["高考考生人数（单位：人）", token, None], ["高考考生人数", "备注", None]
    ]  # fmt: skip


def test_a_figure_may_be_written_by_its_name(cast: SimpleNamespace, alice: Client) -> None:
    assert cell(alice.post(PAGE, asked(cast, form_of(("考生", "{{高考考生人数}}")), "fill")), "B1") == 17


@pytest.mark.parametrize(
    ("rows", "act", "said"),
    [
        ([("考生", "{{no.such}}")], "fill", "B1"),
        ([("考生", 5)], "fill", "No cell of"),
        ([("考生", None)], "bind", "nothing was bound"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(
    cast: SimpleNamespace, alice: Client, rows: list[tuple[Any, ...]], act: str, said: str
) -> None:
    answer = alice.post(PAGE, asked(cast, form_of(*rows), act))
    assert answer.status_code == 422 and said in answer.content.decode()


def test_what_is_no_workbook_is_refused(cast: SimpleNamespace, alice: Client) -> None:
    answer = alice.post(PAGE, asked(cast, SimpleUploadedFile("报表.xlsx", b"not a workbook"), "fill"))
    assert answer.status_code == 422 and "报表.xlsx" in answer.content.decode()


def test_it_is_closed_to_whoever_writes_no_document(cast: SimpleNamespace, desk: Desk) -> None:
    for member in (cast.dora, cast.eve):
        assert desk(member).get(PAGE).status_code == 403
        assert desk(member).post(PAGE, asked(cast, form_of(("考生", None)), "bind")).status_code == 403


def test_a_school_fills_it_of_itself_alone(cast: SimpleNamespace, desk: Desk) -> None:
    bob = desk(cast.bob)
    assert bob.get(PAGE).status_code == 200
    answer = bob.post(PAGE, asked(cast, form_of(("考生", "{{exam.candidates}}")), "fill"))
    assert answer.status_code == 422
