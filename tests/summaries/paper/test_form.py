"""A form of those above: bound once, filled with the figures of a year."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import time_machine
from openpyxl import Workbook, load_workbook

from tests.summaries.made import YEAR, figure
from youju.orgs.units import Unit
from youju.summaries.binding import build as building
from youju.summaries.paper.form import FormRefused, NotAForm, NothingBound, bind_form, fill_form


@pytest.fixture
def county(db: None, monkeypatch: pytest.MonkeyPatch) -> Unit:
    """A bureau that has reported 97 articles, a satisfaction, and nothing else."""
    known = {"publicity.local": figure("publicity.local", 97)}
    known |= {"inquiries.online.answer_rate": figure("inquiries.online.answer_rate", Decimal("98.73"), 156, 158)}
    monkeypatch.setattr(building, "figures", lambda *_, **__: known)
    return Unit(code="x", kind="county", name="某县教育局")


def _workbook(*rows: tuple[Any, ...]) -> bytes:
    workbook, out = Workbook(), BytesIO()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "报表"
    for row in rows:
        sheet.append(row)
    workbook.save(out)
    return out.getvalue()


def _code(content: bytes) -> str:
    """The token that binding wrote beside the label."""
    return str(load_workbook(BytesIO(content))["报表"]["B2"].value)


def test_a_cell_right_of_an_indicators_name_is_bound_and_no_other(db: None) -> None:
    content, bound = bind_form(
        _workbook(("项目", "数量"), ("本地网站媒体宣传新闻", None), ("本地网站媒体宣传新闻", 5), ("无此项目", None)),
        "报表.xlsx",
    )
    assert [(cell.cell, cell.code) for cell in bound] == [("报表!B2", "publicity.local")]
    assert _code(content) == "{{publicity.local}}"
    assert load_workbook(BytesIO(content))["报表"]["B3"].value == 5


def test_the_same_form_of_the_same_ledger_gives_the_same_bytes(county: Unit) -> None:
    given = _workbook(("本地网站媒体宣传新闻", "{{publicity.local}}"))
    with time_machine.travel(datetime(2026, 1, 8, tzinfo=UTC)):
        first = fill_form(given, "报表.xlsx", unit=county, period=YEAR)
    with time_machine.travel(datetime(2027, 3, 9, tzinfo=UTC)):
        assert fill_form(given, "报表.xlsx", unit=county, period=YEAR) == first


def test_a_bound_form_is_filled_with_numbers_texts_and_their_sources(county: Unit) -> None:
    given = _workbook(
        ("本地网站媒体宣传新闻", "{{publicity.local}}"), ("说明", "全年发表{{publicity.local}}"), ("合计", "=B1*2")
    )
    content, count = fill_form(given, "报表.xlsx", unit=county, period=YEAR)
    workbook = load_workbook(BytesIO(content))
    sheet = workbook["报表"]
    assert (sheet["B1"].value, sheet["B3"].value, count) == (97, "=B1*2", 2)
    assert sheet["B2"].value == "全年发表97篇"
    told = [[cell.value for cell in row] for row in workbook["本文数字出处"].iter_rows()]
    assert told[-2][:2] == ["报表!B1", "97篇"] and told[-2][-1] == 0


def test_a_share_becomes_a_number_as_its_cell_is_formatted(county: Unit) -> None:
    rate = "{{inquiries.online.answer_rate}}"
    workbook = load_workbook(BytesIO(_workbook((rate, rate, "{{inquiries.online.answer_rate|whole}}"))))
    workbook["报表"]["B1"].number_format = "0.00%"
    out = BytesIO()
    workbook.save(out)
    content, _count = fill_form(out.getvalue(), "报表.xlsx", unit=county, period=YEAR)
    sheet = load_workbook(BytesIO(content))["报表"]
    assert [sheet[cell].value for cell in ("A1", "B1", "C1")] == [98.73, 0.9873, "99%"]


def test_every_wrong_cell_is_named(county: Unit) -> None:
    with pytest.raises(FormRefused) as refused:
        fill_form(_workbook(("{{no.such}}",), ("{{手填 3 | 无}}",)), "报表.xlsx", unit=county, period=YEAR)
    assert "报表!A1" in str(refused.value) and "报表!A2" in str(refused.value)


def test_other_files_are_refused_with_a_sentence(county: Unit) -> None:
    with pytest.raises(NothingBound):
        fill_form(_workbook(("项目", 3)), "报表.xlsx", unit=county, period=YEAR)
    with pytest.raises(NotAForm):
        bind_form("项目,数量".encode(), "报表.xlsx")
