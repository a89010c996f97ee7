"""The gate reads what somebody who has the file can read, also what is not seen at once."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.workbook.defined_name import DefinedName
from pypdf import PdfWriter

from tests.evidence.samples import pdf, word
from tests.gate.samples import IDENTITY, MOBILE, document, picture, workbook
from tests.gate.seeded import TODAY
from youju.gate.finding import Finding
from youju.gate.reading import markup, sheet
from youju.gate.reading.reader import read_file
from youju.gate.reading.written import page_lines
from youju.gate.rules.line import Known, Line
from youju.gate.rules.look import look
from youju.gate.rules.rules import UNREAD


def found(name: str, content: bytes) -> list[Finding]:
    seen = list(read_file(name, content))
    told = [each for each in seen if isinstance(each, Finding)]
    return [*look([each for each in seen if isinstance(each, Line)], Known(TODAY)), *told]


_BODY = f"<w:p><w:del><w:r><w:delText>电话{MOBILE}</w:delText></w:r></w:del></w:p>"
_HIDDEN = f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{IDENTITY}</w:t></w:r></w:p>"
_SPLIT = "<w:p><w:r><w:t>1381234</w:t></w:r><w:r><w:t>5678</w:t></w:r></w:p>"
_TABLE = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>总分</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>王小雨</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>98</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


@pytest.mark.parametrize(
    ("content", "rule", "sort"),
    [
        (document(body=f"号码{IDENTITY}"), "identity", "text"),
        (document(header=MOBILE), "phone", "heading"),
        (document(comment=MOBILE), "phone", "comment"),
        (document(alt=IDENTITY), "identity", "picture"),
        (document(title=MOBILE), "phone", "property"),
        (word(_BODY), "phone", "deleted"),
        (word(_HIDDEN), "identity", "hidden"),
        (word(_SPLIT), "phone", "text"),
        (word(_TABLE), "marks", "text"),
    ],
)
def test_a_document(content: bytes, rule: str, sort: str):
    assert [(finding.rule, finding.sort) for finding in found("通知.docx", content)] == [(rule, sort)]


@pytest.mark.parametrize(
    ("name", "content"),
    [("通知.docx", word(_SPLIT)), ("名单.xlsx", workbook(cell=MOBILE)), ("空.docx", word("<w:p/>" * 2000))],
)
def test_what_would_be_looked_at_without_end_is_not_looked_at(
    name: str, content: bytes, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(markup, "_MOST_TAGS", 10)
    assert [finding.rule for finding in found(name, content)] == [UNREAD]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (workbook(cell=IDENTITY), ("cell", "名单!B2")),
        (workbook(cell=13812345678), ("cell", "名单!B2")),
        (workbook(hidden_row=IDENTITY), ("hidden", "名单!A3")),
        (workbook(hidden_sheet=IDENTITY), ("hidden", "底稿!C1")),
        (workbook(note=MOBILE), ("comment", "B2")),
    ],
)
def test_a_workbook_says_the_cell(content: bytes, place: tuple[str, str]):
    told = found("名单.xlsx", content)
    assert [(finding.sort, finding.at) for finding in told] == [place]


def test_a_pdf_says_the_page():
    told = found("通知.pdf", pdf(text=f"Tel {MOBILE}"))
    assert [(finding.rule, finding.sort, finding.at) for finding in told] == [("phone", "page", "1")]


def carrying(name: str, content: bytes) -> bytes:
    """A pdf with a file in it."""
    writer, kept = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_attachment(name, content)
    writer.write(kept)
    return kept.getvalue()


def test_a_file_that_a_pdf_carries_is_looked_into():
    told = found("通知.pdf", carrying("名单.xlsx", workbook(cell=IDENTITY)))
    assert [(finding.rule, finding.part) for finding in told] == [("identity", "通知.pdf › 名单.xlsx")]
    assert [finding.sort for finding in found("通知.pdf", carrying(f"家长{MOBILE}.txt", "无".encode()))] == ["name"]


def unshown(change: Callable[[Workbook], None]) -> bytes:
    """A workbook with something that no page of it shows."""
    book, kept = Workbook(), BytesIO()
    change(book)
    book.save(kept)
    return kept.getvalue()


def _name(book: Workbook) -> None:
    book.defined_names["tel"] = DefinedName("tel", attr_text=f'"{MOBILE}"')


def _format(book: Workbook) -> None:
    book.worksheets[0]["A1"].number_format = f'"Tel {MOBILE}"'


def _condition(book: Workbook) -> None:
    condition = Rule(type="expression", formula=[f'"{MOBILE}"'])
    book.worksheets[0].conditional_formatting.add("A1", condition)


@pytest.mark.parametrize("change", [_name, _format, _condition])
def test_a_number_that_no_page_of_a_workbook_shows(change: Callable[[Workbook], None]):
    assert {(finding.rule, finding.sort) for finding in found("名单.xlsx", unshown(change))} == {("phone", "inside")}


_LIST = f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{MOBILE}"/></w:dropDownList></w:sdtPr></w:sdt>'
_CHANGED = f'<w:p><w:ins w:author="Tel {MOBILE}"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'


@pytest.mark.parametrize("body", [_LIST, _CHANGED])
def test_a_number_that_no_page_of_a_document_shows(body: str):
    assert [(finding.rule, finding.sort) for finding in found("通知.docx", word(body))] == [("phone", "inside")]


def test_the_name_of_a_file_is_read():
    assert [finding.sort for finding in found(f"王小雨{IDENTITY}.txt", "无".encode())] == ["name"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_list_as_text(encoding: str):
    assert [finding.rule for finding in found("a.csv", f"姓名,家长电话\n王小雨,{MOBILE}".encode(encoding))] == ["phone"]


def test_a_picture_tells_its_caption_and_its_place():
    assert [finding.rule for finding in found("a.jpg", picture(caption=f"Tel {MOBILE}"))] == ["phone"]
    assert [finding.rule for finding in found("a.jpg", picture(at_home=True))] == ["gps"]
    assert not found("a.jpg", picture())


def test_what_is_written_behind_the_end_of_a_picture_is_read():
    assert [finding.rule for finding in found("a.jpg", picture() + f"Tel {MOBILE}".encode())] == ["phone"]


def test_a_picture_inside_a_document_is_looked_into():
    content = BytesIO(document())
    with ZipFile(content, "a") as archive:
        archive.writestr("word/media/image9.jpg", picture(at_home=True))
    told = found("通知.docx", content.getvalue())
    assert [(finding.rule, finding.part) for finding in told] == [("gps", "通知.docx › image9.jpg")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
        ("a.docx", b"PK\x03\x04 nothing"),
        ("a.pdf", b"%PDF-1.4 nothing"),
        ("a.bin", struct.pack("<300B", *([0, 7, 200] * 100))),
        ("a.txt", b"\x00\x01\x02"),
    ],
)
def test_what_cannot_be_read_is_held(name: str, content: bytes):
    assert [finding.rule for finding in found(name, content)] == ["unread"]


def test_a_page_is_read_with_what_a_browser_hides():
    page = (
        f'<p>一<b>3</b></p><!-- {IDENTITY} --><p hidden>x</p><img src="a" alt="家长{MOBILE}">'
        f'<a href="tel:{MOBILE}">a</a>'
        "<p>138<b>1234</b>5679</p><table><tr><th>姓名<th>成绩<tr><td>王小雨<td>98</table>"
    )
    told = look(list(page_lines("正文", page)), Known(TODAY))
    assert sorted((finding.rule, finding.sort) for finding in told) == [
        ("identity", "comment"), ("marks", "text"), ("phone", "link"), ("phone", "picture"), ("phone", "text"),
    ]  # fmt: skip


def test_a_sheet_with_a_cell_far_out_in_each_row_is_not_read_into_memory(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheet, "_MOST_PLACES", 50_000)
    book = Workbook()
    for row in range(1, 5):
        book.worksheets[0].cell(row, 16_384, "x")
    book.save(out := BytesIO())
    told = list(read_file("名单.xlsx", out.getvalue()))
    assert [each.rule for each in told if isinstance(each, Finding)] == [UNREAD]
