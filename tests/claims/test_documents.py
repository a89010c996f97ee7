"""Documents become the text that claims are looked for in; what cannot be read says why."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook
from pypdf import PageObject, PdfWriter
from pytest_django import Settings

from tests.claims.wrapping import wrapped
from tests.evidence import samples
from youju.claims.documents import pdf as documents_pdf
from youju.claims.documents.document import read_document
from youju.claims.documents.errors import (
    DocumentEmpty,
    DocumentIsArchive,
    DocumentIsOther,
    DocumentMissing,
    DocumentNotText,
    DocumentOtherEncoding,
    DocumentScanned,
    DocumentTooHeavy,
    DocumentTooLarge,
    DocumentTypeUnknown,
    DocumentUnknownEncoding,
    WorkbookRefused,
)
from youju.claims.documents.pdf import paragraphs
from youju.errors import YoujuError
from youju.evidence import page_texts
from youju.evidence.errors import DamagedFile, ExtensionMismatch, PasswordProtected

TEXT = "一、全年共学习 12 次。\r\n\r\n二、答复信件156件，\n办结率98.71%。\r\n"
ODT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"
LONG = "各学校以实地走访、座谈交流、问卷调查等方式了解家长意见，对反映较多的问题逐项整改，并以书面形式答复。" * 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("name", ["总结.txt", "总结.MD", "-"])
def test_plain_text_is_exactly_what_the_file_says(name: str, encoding: str):
    assert read_document(TEXT.encode(encoding), name) == TEXT


def test_it_reads_a_file(tmp_path: Path):
    path = tmp_path / "总结.txt"
    path.write_bytes(TEXT.encode())

    assert read_document(path, path.name) == TEXT


def test_html_becomes_a_line_a_block():
    page = """<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body>
    <h1>年度工作总结</h1><p>全年开展<b>12</b>次，<br>参加 <!-- 9 -->
       948人。</p><script>var a = 99;</script>
    <table><tr><th>项目</th><th>数</th></tr><tr><td>信件</td><td>156</td></tr></table>尾</body></html>"""

    assert read_document(page.encode(), "a.html") == (
        "年度工作总结\n全年开展12次，\n参加 948人。\n项目\t数\n信件\t156\n尾"
    )


def test_html_in_the_old_encoding_is_read():
    assert read_document('<meta charset="gb2312"><p>学习12次'.encode("gb18030"), "a.htm") == "学习12次"


def test_html_may_nest_deeply():
    assert read_document(("<div>" * 1000 + "12次").encode(), "a.html") == "12次"


def test_docx_gives_paragraphs_and_tables_in_order():
    document, made = docx.Document(), BytesIO()
    document.add_heading("年度工作总结", 1)
    document.add_paragraph("全年学习").add_run("12次。").bold = True
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["项目", "数", "信件", "156"], strict=True):
        cell.text = text
    document.add_paragraph("完。")
    document.save(made)

    assert read_document(made.getvalue(), "总结.docx") == "年度工作总结\n全年学习12次。\n项目\t数\n信件\t156\n完。"


def test_docx_gives_the_finished_text_of_tracked_changes_and_controls():
    content = samples.word(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>共</w:t></w:r>"
        "<w:del><w:r><w:delText>11</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>99</w:t></w:r></w:moveFrom><w:r><w:tab/><w:t>次</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )

    assert read_document(content, "a.docx") == "共12\t次"


def test_docx_gives_a_text_box_once():
    box = "<w:txbxContent><w:p><w:r><w:t>框中26场</w:t></w:r></w:p></w:txbxContent>"
    content = samples.word(
        '<w:p><w:r><w:t>正文</w:t><mc:AlternateContent xmlns:mc="urn:mc">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert read_document(content, "a.docx") == "正文\n框中26场"


def test_docx_leaves_out_what_is_hidden_or_struck_out():
    runs = "".join(
        f"<w:r><w:rPr>{setting}</w:rPr><w:t>{text}</w:t></w:r>"
        for setting, text in [
            ("", "共12次"), ("<w:vanish/>", "9次"), ("<w:strike/>", "8次"), ('<w:dstrike w:val="1"/>', "7次"),
            ('<w:strike w:val="0"/>', "。"),
        ]
    )  # fmt: skip
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>6次</w:t></w:r></w:p></w:tc></w:tr>"

    assert read_document(samples.word(f"<w:p>{runs}</w:p><w:tbl>{gone}</w:tbl>"), "a.docx") == "共12次。"


def test_docx_gives_its_notes_behind_the_text():
    note = "<w:footnotes {}><w:footnote><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    schema = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    content = samples.office(
        extra={
            "_rels/.rels": samples.relation("officeDocument", main=True),
            "word/document.xml": samples.word_xml("<w:p><w:r><w:t>正文</w:t></w:r></w:p>"),
            "word/footnotes.xml": note.format(schema, "截至年底156件"),
        }
    )

    assert read_document(content, "a.docx") == "正文\n截至年底156件"


@pytest.mark.parametrize(
    "unseen",
    [
        "<span hidden>9次</span>",
        '<span style="color:red; display: none">9次</span>',
        '<span style="VISIBILITY:hidden">9次</span>',
        "<del>9次</del>",
        "<s>9次</s>",
        "<rp>(</rp><rt>9</rt><rp>)</rp>",
    ],
)
def test_html_leaves_out_what_is_hidden_or_struck_out(unseen: str):
    assert read_document(f"<p>共12{unseen}次".encode(), "a.html") == "共12次"


@pytest.mark.parametrize("name", ["2025.12.31总结", "总结.终稿"])
def test_what_follows_a_dot_in_a_name_is_not_always_an_extension(name: str):
    assert read_document(TEXT.encode(), name) == TEXT


def test_a_line_break_of_words_does_not_make_a_text_binary():
    assert read_document("学习\v12次".encode(), "a.txt") == "学习\v12次"


def test_docx_does_not_fetch_entities():
    content = samples.office(
        extra={
            "_rels/.rels": samples.relation("officeDocument", main=True),
            "word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
            + samples.word_xml("<w:p><w:r><w:t>12&x;次</w:t></w:r></w:p>"),
        }
    )

    assert read_document(content, "a.docx") == "12"


def test_pdf_gives_its_text():
    assert read_document(samples.pdf(text="12 sessions"), "a.pdf") == "12 sessions"


def test_the_lines_of_a_paragraph_are_joined_over_the_end_of_a_page():
    text = "全年共开展理论学习中心组集中学习12次，参学人员达948人次，青山小学等三所学校列席；下半年走访农户19户。"
    first, second, *rest = wrapped(text, 36, columns=True).split("\n")
    pages = [f"一、学习教育\n{first}\n— 1 —", "\n".join([second, *rest, "二、走访", "- 2 -"])]
    assert paragraphs(pages) == f"一、学习教育\n{text}\n二、走访"


@pytest.mark.parametrize(
    "page",
    [
        "全年共开展理论学习活动。\n集中学习共十二次，参学。",
        "第一小学 12\n34 第二小学",
        "学校\t次数\n青山小学\t12",
        "",
    ],
)
def test_lines_that_no_margin_ended_stay(page: str):
    assert paragraphs([page]) == page


def test_what_no_page_and_no_database_can_hold_is_not_read_out_of_a_pdf():
    assert read_document(samples.pdf(text="a\0b 12"), "a.pdf") == "a\ufffdb 12"


def test_pdf_protected_only_against_copying_is_read():
    assert read_document(_locked(samples.pdf(), ""), "a.pdf") == "Hello 12"


def test_pdf_gives_characters_for_the_radicals_that_browsers_write(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(PageObject, "extract_text", lambda *_, **__: "⻘⼭⼩学⾛访⼗⼆户")

    assert read_document(samples.pdf(), "a.pdf") == "青山小学走访十二户"


def test_a_pdf_made_to_keep_a_reader_busy_is_refused(monkeypatch: pytest.MonkeyPatch):
    for limit in ("_MOST_STEPS", "_MOST_BYTES"):
        with monkeypatch.context() as less:
            less.setattr(page_texts, limit, 2)
            with pytest.raises(DocumentTooHeavy):
                read_document(samples.pdf(), "a.pdf")


def test_a_pdf_is_read_no_further_than_can_be_checked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(documents_pdf, "MOST_CHARACTERS", 3)
    pages = PdfWriter()
    for _ in range(3):
        pages.append(BytesIO(samples.pdf(text="123 sessions.")))
    made = BytesIO()
    pages.write(made)

    assert read_document(made.getvalue(), "a.pdf") == "123 sessions."


def _locked(content: bytes, password: str) -> bytes:
    writer, made = PdfWriter(BytesIO(content)), BytesIO()
    writer.encrypt(password, owner_password="owner", algorithm="AES-256")
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.txt", b"", DocumentEmpty),
        ("a.txt", b" \r\n", DocumentEmpty),
        ("a.html", b"<script>12</script>", DocumentEmpty),
        ("a.docx", samples.word(""), DocumentEmpty),
        ("a.txt", b"\x00\x01\x02", DocumentNotText),
        ("a.txt", "全年學習12次，走訪農戶170戶。".encode("big5"), DocumentOtherEncoding),
        ("a.html", '<meta charset="big5"><p>全年學習12次'.encode("big5"), DocumentOtherEncoding),
        ("a.txt", "全年学习12次。".encode("utf-16-le"), DocumentOtherEncoding),
        ("a.txt", "全年学习12次。".encode("utf-16-be"), DocumentOtherEncoding),
        ("a.txt", "12 sessions, café".encode("latin-1"), DocumentOtherEncoding),
        ("a.txt", "全年学习12次，走访农户170户。".encode("utf-7"), DocumentOtherEncoding),
        ("a.html", "<p>全年学习12次，走访农户170户。".encode("hz"), DocumentOtherEncoding),
        (
            "a.txt",
            "올해 학교에서 12번 학습을 하였습니다. 모두 참석하였다.".encode("euc_kr"),
            DocumentOtherEncoding,
        ),
        ("a.txt", "今年度は12回の学習会を開きました。".encode("euc_jp"), DocumentOtherEncoding),
        ("a.docx", ODT, DocumentIsOther),
        ("a.txt", ODT, DocumentIsOther),
        ("a.txt", samples.png(), DocumentIsOther),
        ("a.docx", rb"{\rtf1\ansi 12}", DocumentIsOther),
        ("a.docx", samples.archive({"总结.txt": "12次"}), DocumentIsArchive),
        ("a.txt", samples.archive({"总结.txt": "12次"}), DocumentIsArchive),
        ("a.pdf", b"Rar!\x1a\x07\x01\x00\xff", DocumentIsArchive),
        ("a.txt", "全年学习12次。".encode()[:-1], DocumentUnknownEncoding),
        ("a.txt", "全年\0学习12次".encode(), DocumentNotText),
        ("a.txt", samples.written_document("12次"), ExtensionMismatch),
        ("总结", samples.written_document("12次"), ExtensionMismatch),
        ("a.docx", "全年学习12次".encode(), ExtensionMismatch),
        ("a.pdf", samples.pdf(text="- 3 -"), DocumentScanned),
        ("a.pptx", b"x", DocumentTypeUnknown),
        ("a.doc", b"x", DocumentTypeUnknown),
        ("a.pdf", samples.pdf(text=""), DocumentScanned),
        ("a.pdf", _locked(samples.pdf(), "secret"), PasswordProtected),
        ("a.docx", samples.old_office("EncryptedPackage"), PasswordProtected),
        ("a.docx", samples.old_office(), DocumentIsOther),
        ("a.docx", samples.pdf(), ExtensionMismatch),
        ("a.docx", b"PK\x03\x04 cut off", DamagedFile),
        ("a.docx", samples.word("<w:p>").replace(b"PK\x05\x06", b"PK\x05\x07"), DamagedFile),
        ("a.pdf", b"%PDF-1.4\nnothing", DamagedFile),
        ("a.html", b"<p>11" + b"<div>" * 5000 + b"12", DamagedFile),
        ("a.txt", "学".encode() * 400_000, DocumentTooLarge),
        ("a.docx", samples.word("<w:p/>" * 200_000), DocumentTooLarge),
    ],
)
def test_it_says_why_a_document_cannot_be_read(settings: Settings, name: str, content: bytes, error: type[YoujuError]):
    settings.CHECK_BYTES = 1024 * 1024

    with pytest.raises(error) as refusal:
        read_document(content, name)

    assert name in str(refusal.value)


def test_chinese_is_never_taken_for_another_language():
    for place in range(len(LONG) - 12):
        fragment = LONG[place : place + 12]
        assert read_document(fragment.encode("gb18030"), "a.txt") == fragment


def test_it_says_that_a_file_is_missing(tmp_path: Path):
    with pytest.raises(DocumentMissing, match=r"gone\.txt"):
        read_document(tmp_path / "gone.txt", "gone.txt")


def test_no_changed_byte_makes_it_fail_otherwise_than_by_a_sentence():
    for name, content in (("a.docx", samples.written_document("学习12次")), ("a.pdf", samples.pdf())):
        for place in range(0, len(content), max(1, len(content) // 80)):
            spoiled = bytearray(content)
            spoiled[place] ^= 0x55
            try:
                read_document(bytes(spoiled), name)
            except YoujuError as error:
                assert name in str(error)


def test_a_line_of_one_word_is_no_row_and_takes_no_time_to_say_so():
    from youju.claims.documents.pdf import paragraphs

    assert paragraphs(["字" * 50_000]) == "字" * 50_000


def test_a_workbook_that_reaches_too_far_is_told_so_and_not_called_damaged():
    book = Workbook()
    sheet = book.create_sheet("总表")
    sheet["A1"], sheet["XFD1048576"] = "活动12场", 1
    content = BytesIO()
    book.save(content)
    with pytest.raises(WorkbookRefused, match=r"1048576.*XFD"):
        read_document(content.getvalue(), name="总表.xlsx")
