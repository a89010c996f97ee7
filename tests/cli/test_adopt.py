"""``youju summary adopt``: what it prints, what it makes, and what it refuses in one sentence."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils import translation
from docx import Document as Docx

from tests.cli.conftest import Said
from tests.indicators.log import fact, post
from tests.records.cast import make_cast
from youju.summaries.drafts.documents import Document, SectionVersion

pytestmark = pytest.mark.django_db

TEXT = "云溪县教育局2024年总结\n\n一、宣传工作\n\n在本地网站媒体发表宣传新闻近百篇，稳步增长。另投入36万元。"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A text of last year; 97 articles then, 60 this year."""
    make_cast()
    for ref, quantity, year in (("rec-1", 97, 2024), ("rec-2", 60, 2025)):
        post(ref, fact("publicity.articles", quantity, unit="hill", day=date(year, 5, 1), category="local_media"))
    file = tmp_path / "last.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_it_begins_a_document_and_says_what_was_bound(youju: Callable[..., Said], text: Path, tmp_path: Path) -> None:
    out = tmp_path / "T.md"
    with translation.override("en"):
        said = youju("summary", "adopt", str(text), "--year", "2025", "--by", "alice", "--out", str(out))
    document = Document.objects.get()
    assert said.status == 0
    assert "{{publicity.local|near/plain}}" in said.out and "36万元" in said.out
    assert document.ref in said.err
    assert document.title == "云溪县教育局2025年总结"
    assert document.text == out.read_text("utf-8")
    assert {version.how for version in SectionVersion.objects.all()} == {"adopted"}


def test_it_prints_one_json_object_and_makes_nothing_without_a_member(youju: Callable[..., Said], text: Path) -> None:
    said = youju("summary", "adopt", str(text), "--year", "2025", "--json")
    told = json.loads(said.out)
    assert [one["said"] for one in told["bound"]] == ["近百篇"]
    assert [one["said"] for one in told["unbound"]] == ["36万元"]
    assert [one["now"] for one in told["followed"]] == [60]
    assert [one["words"] for one in told["contradicted"]] == ["增长"]
    assert not Document.objects.exists()


def test_a_member_without_the_right_begins_none(youju: Callable[..., Said], text: Path) -> None:
    said = youju("summary", "adopt", str(text), "--year", "2025", "--by", "charlie")
    assert said.status == 2
    assert not Document.objects.exists()


def test_a_text_of_the_same_year_is_refused(youju: Callable[..., Said], text: Path) -> None:
    said = youju("summary", "adopt", str(text), "--year", "2025", "--from", "2025")
    assert said.status == 2 and "2025" in said.err


def with_macros() -> bytes:
    """A text that is a program as well."""
    out = BytesIO(docx())
    with ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    return out.getvalue()


def docx() -> bytes:
    made, out = Docx(), BytesIO()
    for line in TEXT.splitlines():
        made.add_paragraph(line)
    made.save(out)
    return out.getvalue()


def test_a_docx_is_read(youju: Callable[..., Said], text: Path) -> None:
    file = text.with_suffix(".docx")
    file.write_bytes(docx())
    said = youju("summary", "adopt", str(file), "--year", "2025", "--json")
    assert json.loads(said.out)["text"].startswith("# 云溪县教育局{{year}}年总结\n\n## 一、宣传工作\n\n在本地")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n "),
        ("broken.docx", docx()[:900]),
        ("macros.docx", with_macros()),
        ("words.txt", "一切顺利。".encode()),
        ("picture.docx", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("long.txt", ("很长的一段文字。" * 90_000).encode()),
    ],
)
def test_what_cannot_be_adopted_is_refused_in_one_sentence(
    youju: Callable[..., Said], text: Path, name: str, content: bytes
) -> None:
    file = text.with_name(name)
    file.write_bytes(content)
    said = youju("summary", "adopt", str(file), "--year", "2025")
    assert said.status == 2
    assert said.out == "" and len(said.err.strip().splitlines()) == 1
