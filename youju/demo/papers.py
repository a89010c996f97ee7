"""The evidence of the demo records: small files whose bytes depend on their text alone."""

import hashlib
import io
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

from youju.records.declared.planned import Paper


def content(paper: Paper) -> bytes:
    """The bytes of a paper."""
    return _WRITERS[paper.form](paper)


def _txt(paper: Paper) -> bytes:
    return ("\r\n".join(paper.text) + "\r\n").encode()


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_SCHEMAS = "http://schemas.openxmlformats.org"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def _docx(paper: Paper) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in paper.text)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_SCHEMAS}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_SCHEMAS}/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{_SCHEMAS}/package/2006/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main">'
        f"<w:body>{paragraphs}</w:body></w:document>",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_SCHEMAS}/package/2006/metadata/core-properties"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{paper.day.isoformat()}T09:00:00Z</dcterms:created>'
        "</cp:coreProperties>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, (paper.day.year, paper.day.month, paper.day.day, 9, 0, 0))
            archive.writestr(entry, _XML + xml, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


_PAGE_LINES = 40


def _pdf(paper: Paper) -> bytes:
    """One page in a font that every reader brings along for Chinese."""
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T* " for line in paper.text[:_PAGE_LINES])
    stream = f"BT /F 14 Tf 56 780 Td 24 TL {shown}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        f"<< /CreationDate (D:{paper.day:%Y%m%d}090000Z) >>".encode(),
    ]
    return _assembled(objects)


def _assembled(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first the catalogue and the last the information."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, size - 1, start)
    return bytes(out)


_WIDE, _HIGH = 320, 200


def _png(paper: Paper) -> bytes:
    """A picture in place of a photo: sky, ground and a row of people whose colours come from the text."""
    seed = hashlib.sha256("\n".join(paper.text).encode()).digest()
    rows = b"".join(b"\0" + _row(y, seed) for y in range(_HIGH))
    head = struct.pack(">IIBBBBB", _WIDE, _HIGH, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _row(y: int, seed: bytes) -> bytes:
    behind = bytes((200 - y // 2, 220 - y // 3, 240)) if y < _HIGH * 3 // 5 else bytes((120, 150, 110 + seed[0] % 60))
    row = bytearray(behind * _WIDE)
    for person in range(8):
        left, top = 20 + person * 36, 70 + seed[person] % 40
        if top <= y < _HIGH - 20:
            row[left * 3 : (left + 22) * 3] = seed[person + 8 : person + 11] * 22
    return bytes(row)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


_WRITERS = {"docx": _docx, "pdf": _pdf, "txt": _txt, "png": _png}
