"""Small files of every accepted format, built byte by byte, and the means to spoil them."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return made.getvalue()


def office(main: str = DOCX, extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """An Office file with the least in it, and what a test puts there."""
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    return archive({"[Content_Types].xml": types, "word/document.xml": word_xml(""), **(extra or {})})


def word_xml(body: str) -> str:
    return f"<w:document {_W}><w:body>{body}</w:body></w:document>"


def word(body: str) -> bytes:
    """A Word document with this body."""
    return office(extra={"word/document.xml": word_xml(body), "_rels/.rels": relation("officeDocument", main=True)})


def relation(kind: str, target: str = "word/document.xml", *, main: bool = False) -> str:
    mode = "" if main else 'TargetMode="External"'
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIONSHIP}/{kind}" Target="{target}" {mode}/></Relationships>'
    )


def written_document(*paragraphs: str) -> bytes:
    """A document as python-docx saves it, with all the parts that Word expects."""
    document, made = docx.Document(), BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(made)
    return made.getvalue()


def pdf(*objects: str, text: str = "Hello 12", created: str = "") -> bytes:
    """One page with a line of text; further objects are numbered from 6."""
    shown = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
    bodies = [
        "<</Type/Catalog/Pages 2 0 R" + (objects[0] if objects else "") + ">>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *objects[1:],
    ]
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(bodies) + 1
    trailer = f"<</Size {count}/Root 1 0 R/Info<</CreationDate({created})>>>>"
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(made)}\n%%EOF\n"
    return bytes(made) + end.encode()


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0\0\0" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 2, height: int = 2, taken: str = "") -> bytes:
    """The segments of a picture; its data are two bytes that no decoder has to like."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x12\x34"
    note = _exif(taken) if taken else b""
    return b"\xff\xd8" + note + frame + scan + b"\xff\xd9"


def _exif(taken: str) -> bytes:
    """One folder that points to the Exif folder, which holds DateTimeOriginal."""
    text = taken.encode() + b"\0"
    first = struct.pack("<HHHIII", 1, 0x8769, 4, 1, 26, 0)
    details = struct.pack("<HHHIII", 1, 0x9003, 2, len(text), 44, 0)
    block = b"Exif\0\0II*\0" + struct.pack("<I", 8) + first + details + text
    return b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block


def gif(width: int = 2, height: int = 2) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def webp(width: int = 2, height: int = 2) -> bytes:
    body = b"WEBPVP8 " + struct.pack("<I", 10) + b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


def heic(width: int = 2, height: int = 2) -> bytes:
    size = box(b"ispe", b"\0" * 4 + struct.pack(">II", width, height))
    return box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(b"meta", b"\0" * 4 + size) + box(b"mdat", b"\0" * 8)


def film(seconds_since_1904: int = 3_800_000_000) -> bytes:
    header = box(b"mvhd", b"\0" * 4 + struct.pack(">II", seconds_since_1904, 0) + b"\0" * 88)
    return box(b"ftyp", b"isom\0\0\0\0isom") + box(b"moov", header) + box(b"mdat", b"\0" * 8)


def sound() -> bytes:
    frame = b"\xff\xfb\x90\x00" + b"\0" * 413
    return b"ID3\x04\0\0\0\0\0\x0a" + b"\0" * 10 + frame * 3


def ofd(extra: Mapping[str, str | bytes] | None = None) -> bytes:
    space = "http://www.ofdspec.org/2016"
    date = "<o:CreationDate>2025-03-01</o:CreationDate>"
    root = f'<o:OFD xmlns:o="{space}"><o:DocBody><o:DocInfo>{date}</o:DocInfo></o:DocBody></o:OFD>'
    return archive({"OFD.xml": root, "Doc_0/Document.xml": "<a/>", **(extra or {})})


def old_office(*streams: str, raw: bytes = b"") -> bytes:
    """A compound file with streams of these names; ``raw`` is what stands in one of them."""
    names = b"".join(stream.encode("utf-16-le") + bytes(64) for stream in streams or ("WordDocument",))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(448) + raw + bytes(64)


def bmp(width: int = 2, height: int = 2) -> bytes:
    head = struct.pack("<2sIHHIIiiHHIIiiII", b"BM", 70, 0, 0, 54, 40, width, height, 1, 24, 0, 16, 0, 0, 0, 0)
    return head + bytes(16)


def tiff(width: int = 2, height: int = 2) -> bytes:
    tags = struct.pack("<HHIIHHII", 256, 4, 1, width, 257, 4, 1, height)
    return b"II*\0" + struct.pack("<IH", 8, 2) + tags + bytes(4)


def workbook(formula: str) -> bytes:
    """A workbook with one formula, as XML spells it."""
    cell = f'<x:sheetData><x:c r="A1"><x:f>{formula}</x:f></x:c></x:sheetData>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return office(XLSX, {"xl/worksheets/sheet1.xml": f'<x:worksheet xmlns:x="{space}">{cell}</x:worksheet>'})
