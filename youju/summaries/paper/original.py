"""The text as it went out, kept inside a Word document: what a returned file is compared with.

It is a custom XML part, which office programs keep when they save. Nothing in it is believed about the ledger.
"""

from typing import NamedTuple

from docx.document import Document as DocumentType
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from youju.summaries.binding.summary import Span
from youju.summaries.paper.controls import fingerprint
from youju.summaries.paper.layout import Layout

SPACE = "urn:youju:summary"
PART = "/customXml/item9.xml"


class OriginalPiece(NamedTuple):
    """Letters as they went out. code, unit, period: of a bound figure. tag: of its control, also of one by hand."""

    text: str
    code: str = ""
    unit: str = ""
    period: str = ""
    tag: str = ""

    @property
    def is_figure(self) -> bool:
        return bool(self.tag)


class OriginalParagraph(NamedTuple):
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
    paragraphs: tuple[OriginalParagraph, ...]


def original_of(layout: Layout) -> Original:
    """The paragraphs of the text as they go out; the title, the heads and the list of figures are not among them."""
    summary = layout.summary
    paragraphs = tuple(
        OriginalParagraph(paragraph.level, tuple(_piece(piece.text, piece.span) for piece in paragraph.pieces))
        for paragraph in layout.paragraphs
    )
    return Original(summary.unit, summary.period.code, summary.size, summary.root.hex(), paragraphs)


def attach(document: DocumentType, layout: Layout) -> None:
    """Put the text into a document that goes out."""
    package = document.part.package
    part = Part(PackURI(PART), "application/xml", _written(original_of(layout)), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def read_original(content: bytes) -> Original | None:
    """The text in a custom XML part; None where it is another's part."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.tag != f"{{{SPACE}}}summary":
        return None
    paragraphs = tuple(
        OriginalParagraph(int(p.get("level", "0")), tuple(_read_piece(piece) for piece in p)) for p in root
    )
    size = int(root.get("size", "0"))
    return Original(root.get("unit", ""), root.get("period", ""), size, root.get("root", ""), paragraphs)


def _piece(text: str, span: Span | None) -> OriginalPiece:
    if span is None:
        return OriginalPiece(text)
    figure, tag = span.figure, fingerprint(span)
    if figure is None:
        return OriginalPiece(text, tag=tag)
    return OriginalPiece(text, figure.indicator.code, figure.unit, figure.period.code, tag)


def _written(original: Original) -> bytes:
    about = {"unit": original.unit, "period": original.period, "size": str(original.size), "root": original.root}
    root = etree.Element(f"{{{SPACE}}}summary", about, nsmap={None: SPACE})  # type: ignore[dict-item]  # lxml's default namespace
    for paragraph in original.paragraphs:
        added = etree.SubElement(root, f"{{{SPACE}}}p", level=str(paragraph.level))
        for piece in paragraph.pieces:
            told = {name: value for name, value in piece._asdict().items() if value and name != "text"}
            etree.SubElement(added, f"{{{SPACE}}}t", told).text = piece.text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _read_piece(element: etree._Element) -> OriginalPiece:
    told = {name: str(element.get(name, "")) for name in OriginalPiece._fields if name != "text"}
    return OriginalPiece(element.text or "", **told)
