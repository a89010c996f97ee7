"""The text as it went out, kept inside a Word document: what a returned file is compared with.

It is a custom XML part, which office programs keep when they save. Nothing in it is believed about the ledger.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from docx.document import Document as DocumentType
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from youju.claims.documents.docx import lines
from youju.summaries.binding.summary import Span, Summary
from youju.summaries.paper.controls import fingerprint
from youju.summaries.paper.layout import Paragraph, Piece

_SPACE = "urn:youju:summary"
_PART = "/customXml/item9.xml"
_BESIDE = -1


class OriginalPiece(NamedTuple):
    """Letters as they went out. code, unit, period: of a bound figure. tag: of its control, also of one by hand."""

    text: str
    code: str = ""
    unit: str = ""
    period: str = ""
    tag: str = ""


class OriginalLine(NamedTuple):
    """One line of the document. level: of a heading, 0 for text, -1 for what stands beside the text."""

    level: int
    pieces: tuple[OriginalPiece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class Original(NamedTuple):
    """size and root: the ledger that the figures were read from, the root in hexadecimal."""

    unit: str
    period: str
    size: int
    root: str
    lines: tuple[OriginalLine, ...]


def attach(document: DocumentType, summary: Summary, body: Iterable[tuple[etree._Element, Paragraph]]) -> None:
    """Put what stands in a document into it once more. body: the elements that are its paragraphs of text."""
    original = Original(
        summary.unit,
        summary.period.code,
        summary.size,
        summary.root.hex(),
        tuple(_original_lines(document, dict(body))),
    )
    part = Part(PackURI(_PART), "application/xml", _written(original), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def read_original(content: bytes) -> Original | None:
    """What a Word document says of how it went out; None where it says nothing. content: a ZIP that was checked."""
    with ZipFile(BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("customXml/") and name.endswith(".xml")]
        found = (_read(archive.read(name)) for name in parts)
        return next((original for original in found if original), None)


def _original_lines(document: DocumentType, body: dict[etree._Element, Paragraph]) -> Iterable[OriginalLine]:
    for element in document.element.body:
        paragraph = body.get(element)
        if paragraph is None:
            text = "\n".join(lines([element]))  # a paragraph may hold breaks
            yield from (OriginalLine(_BESIDE, (OriginalPiece(line),)) for line in text.split("\n"))
        elif paragraph.rows:
            yield from (OriginalLine(0, tuple(_row_pieces(row))) for row in paragraph.rows)
        else:
            yield OriginalLine(paragraph.level, tuple(_piece(piece.text, piece.span) for piece in paragraph.pieces))


def _row_pieces(row: Iterable[Iterable[Piece]]) -> Iterator[OriginalPiece]:
    """A row of a table as it is read back: its cells between tabs."""
    for number, cell in enumerate(row):
        if number:
            yield OriginalPiece("\t")
        yield from (_piece(piece.text, piece.span) for piece in cell)


def _piece(text: str, span: Span | None) -> OriginalPiece:
    if span is None:
        return OriginalPiece(text)
    figure, tag = span.figure, fingerprint(span)
    if figure is None:
        return OriginalPiece(text, tag=tag)
    return OriginalPiece(text, figure.indicator.code, figure.unit, figure.period.code, tag)


def _written(original: Original) -> bytes:
    about = {"unit": original.unit, "period": original.period, "size": str(original.size), "root": original.root}
    root = etree.Element(f"{{{_SPACE}}}summary", about, nsmap={None: _SPACE})  # type: ignore[dict-item]  # the default
    for line in original.lines:
        added = etree.SubElement(root, f"{{{_SPACE}}}line", level=str(line.level))
        for piece in line.pieces:
            told = {name: value for name, value in piece._asdict().items() if value and name != "text"}
            etree.SubElement(added, f"{{{_SPACE}}}text", told).text = piece.text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _read(part: bytes) -> Original | None:
    """None for the part of another program."""
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
        if root.tag != f"{{{_SPACE}}}summary":
            return None
        found = tuple(OriginalLine(int(line.get("level", "")), tuple(map(_read_piece, line))) for line in root)
        return Original(
            root.get("unit", ""), root.get("period", ""), int(root.get("size", "")), root.get("root", ""), found
        )
    except (etree.XMLSyntaxError, ValueError):
        return None


def _read_piece(element: etree._Element) -> OriginalPiece:
    told = {name: str(element.get(name, "")) for name in OriginalPiece._fields if name != "text"}
    return OriginalPiece(element.text or "", **told)
