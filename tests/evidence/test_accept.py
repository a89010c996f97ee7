"""Good files pass, whatever program made them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.evidence import samples
from tests.evidence.conftest import Receive

GOOD = [
    ("合影.jpg", samples.jpeg(), "image/jpeg"),
    ("合影.JPEG", samples.jpeg(4000, 3000), "image/jpeg"),
    ("截图.png", samples.png(), "image/png"),
    ("动图.gif", samples.gif(), "image/gif"),
    ("照片.webp", samples.webp(), "image/webp"),
    ("IMG_0001.HEIC", samples.heic(4032, 3024), "image/heic"),
    ("通知.pdf", samples.pdf(), "application/pdf"),
    ("扫描.pdf", b"\r\n" + samples.pdf(), "application/pdf"),
    ("方案.docx", samples.written_document("县教育局开展学习12次"), None),
    ("名单.xlsx", samples.office(samples.XLSX), None),
    ("课件.pptx", samples.office(samples.PPTX), None),
    ("合影二.jpg", samples.heic(4032, 3024), "image/heic"),
    ("通知.doc", samples.old_office(), "application/msword"),
    ("通知.wps", samples.old_office(), "application/msword"),
    ("名单.xls", samples.old_office("Workbook"), "application/vnd.ms-excel"),
    ("名单.et", samples.old_office("Workbook"), "application/vnd.ms-excel"),
    ("课件.ppt", samples.old_office("PowerPoint Document"), "application/vnd.ms-powerpoint"),
    ("扫描.bmp", samples.bmp(), "image/bmp"),
    ("扫描.tif", samples.tiff(), "image/tiff"),
    ("合计.xlsx", samples.workbook("SUM(B1:B9)&amp;RECALL(1)"), None),
    ("链接.xlsx", samples.workbook('HYPERLINK("https://example.invalid/a")'), None),
    ("说明.xlsx", samples.workbook('IF(A1="a|b","x","WEBSERVICE 是函数")'), None),
    ("公文.ofd", samples.ofd(), "application/ofd"),
    ("记录.txt", "今天集中学习，到会 26 人。\r\n".encode(), "text/plain"),
    ("名单.csv", "姓名,单位\n张三,第一小学\n".encode("gb18030"), "text/csv"),
    ("带标记.csv", "姓名,单位\n李四,\t-5\n".encode("utf-8-sig"), "text/csv"),
    ("活动.mp4", samples.film(), "video/mp4"),
    ("活动.mov", samples.film(), "video/quicktime"),
    ("录音.m4a", samples.film(), "audio/mp4"),
    ("录音.mp3", samples.sound(), "audio/mpeg"),
]


@pytest.mark.parametrize(("name", "content", "media_type"), GOOD, ids=[name for name, *_ in GOOD])
def test_it_accepts_an_ordinary_file(receive: Receive, name: str, content: bytes, media_type: str | None):
    file = receive(content, name)

    assert file.size == len(content)
    assert media_type is None or file.media_type == media_type


def test_it_keeps_the_bytes_under_their_digest(receive: Receive, folder: Path):
    file = receive(samples.png(), "a.png")

    kept = folder / file.sha256[:2] / file.sha256[2:4] / file.sha256
    assert kept.read_bytes() == samples.png()
    assert [path for path in folder.rglob("*") if path.is_file()] == [kept]


def test_it_accepts_a_report_with_a_chart_whose_workbook_lies_inside(receive: Receive):
    workbook = {"ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": samples.office(samples.XLSX)}

    assert receive(samples.office(samples.PPTX, workbook), "汇报.pptx").extension == "pptx"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://example.org/"),
        ("attachedTemplate", r"file:///C:\Users\wang\Normal.dotm"),
        ("attachedTemplate", "Normal.dotm"),
        ("mailMergeSource", r"D:\奖状\名单.xlsx"),
        ("externalLinkPath", r"\\server\share\table.xlsx"),
        ("image", "https://example.org/logo.png"),
    ],
)
def test_it_accepts_links_that_nothing_follows_unasked(receive: Receive, kind: str, target: str):
    links = {"word/_rels/document.xml.rels": samples.relation(kind, target)}

    assert receive(samples.office(extra=links), "links.docx").extension == "docx"


def test_it_accepts_ordinary_fields(receive: Receive):
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>DDEAUTO is only a word here</w:t></w:r></w:p>'
    )

    assert receive(samples.word(body), "页码.docx").extension == "docx"


@pytest.mark.parametrize(
    ("name", "content", "made"),
    [
        # The camera names no time zone: it is the office's, eight hours ahead.
        ("a.jpg", samples.jpeg(taken="2025:03:01 17:30:00"), datetime(2025, 3, 1, 9, 30, tzinfo=UTC)),
        ("a.jpg", samples.jpeg(taken="0000:00:00 00:00:00"), None),
        ("a.png", samples.png(), None),
        (
            "a.pdf",
            samples.pdf(created="D:20250301093000Z"),
            datetime(2025, 3, 1, 9, 30, tzinfo=UTC),
        ),
        ("a.pdf", samples.pdf(created="someday"), None),
        ("a.ofd", samples.ofd(), datetime(2025, 2, 28, 16, tzinfo=UTC)),
        ("a.mp4", samples.film(3_823_666_200), datetime(2025, 3, 1, 9, 30, tzinfo=UTC)),
        ("a.mp4", samples.film(0), None),
    ],
)
def test_it_reads_when_the_file_says_it_was_made(receive: Receive, name: str, content: bytes, made: datetime | None):
    assert receive(content, name).made == made


def test_it_reads_when_an_office_document_was_made(receive: Receive):
    core = (
        '<cp:coreProperties xmlns:cp="urn:c" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dcterms:created>2025-03-01T09:30:00Z</dcterms:created></cp:coreProperties>"
    )

    file = receive(samples.office(extra={"docProps/core.xml": core}), "a.docx")

    assert file.made == datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
