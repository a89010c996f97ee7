"""From template to Word, changed by hand, and back: `build` and `returned`; and a form of those above."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import translation
from docx import Document
from docx.oxml.ns import qn
from openpyxl import Workbook, load_workbook

from tests.cli.conftest import Said
from tests.indicators.log import fact, post
from tests.records.cast import make_cast

pytestmark = pytest.mark.django_db

TEMPLATE = "# {{unit}}{{year}}年总结\n\n## 一、宣传\n\n在本地网站媒体发表宣传新闻{{publicity.local}}。稳步推进。\n"
TOLD = ("--reason", "来函更正", "--source", "宣传部来函", "--asked-by", "王主任")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """The template of a bureau with 97 articles."""
    make_cast()
    post("rec-1", fact("publicity.articles", 97, unit="hill", day=date(2025, 5, 1), category="local_media"))
    file = tmp_path / "T.md"
    file.write_text(TEMPLATE, "utf-8")
    return file


def _changed(youju: Callable[..., Said], template: Path) -> Path:
    """The Word document of the template, in which somebody made 97 articles 120."""
    file = template.with_name("总结.docx")
    assert youju("summary", "build", "--year", "2025", "--template", str(template), "--out", str(file)).status == 0
    document = Document(BytesIO(file.read_bytes()))
    next(letters for letters in document.element.body.iter(qn("w:t")) if letters.text == "97篇").text = "120篇"
    document.save(str(file))
    return file


def test_a_change_is_told_and_taken_over_as_typed_by_hand(youju: Callable[..., Said], template: Path) -> None:
    file, out = _changed(youju, template), template.with_name("T2.md")
    with translation.override("en"):
        said = youju("summary", "returned", str(file), "--template", str(template), "--out", str(out), *TOLD)
    assert said.status == 0
    assert said.out.split("\t") == ["一、宣传", "publicity.local", "97篇", "→", "120篇\n"]
    assert "{{手填 120篇 | 来函更正 | 宣传部来函 | 王主任}}" in out.read_text("utf-8")
    again = youju("summary", "build", "--year", "2025", "--template", str(out), "--out", str(out.with_suffix(".html")))
    assert again.status == 0


def test_it_prints_json(youju: Callable[..., Said], template: Path) -> None:
    said = youju("summary", "returned", str(_changed(youju, template)), "--json")
    (edit,) = json.loads(said.out)
    assert edit == {"section": "一、宣传", "before": "97篇", "after": "120篇", "indicator": "publicity.local"}


def test_who_asked_must_be_said(youju: Callable[..., Said], template: Path) -> None:
    file, out = _changed(youju, template), template.with_name("T2.md")
    assert youju("summary", "returned", str(file), "--template", str(template), "--out", str(out)).status == 2
    assert not out.exists()


def test_a_form_is_bound_once_and_filled(youju: Callable[..., Said], template: Path) -> None:
    form, bound, filled = (template.with_name(f"{name}.xlsx") for name in ("form", "bound", "filled"))
    workbook = Workbook()
    assert workbook.active is not None
    workbook.active.append(["本地网站媒体宣传新闻"])
    workbook.save(form)
    assert youju("summary", "form", "bind", str(form), "--out", str(bound)).status == 0
    assert youju("summary", "form", "fill", str(bound), "--year", "2025", "--out", str(filled)).status == 0
    sheet = load_workbook(filled).worksheets[0]
    assert [cell.value for cell in next(sheet.iter_rows())] == ["本地网站媒体宣传新闻", 97]
    assert youju("summary", "form", "fill", str(form), "--year", "2025", "--out", str(filled)).status == 2
