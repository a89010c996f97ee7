"""A ruled table at the end of a Word document. python-docx looks up each cell anew; here its rows are written."""

from collections.abc import Sequence
from html import escape
from typing import cast

from docx.document import Document as DocumentType
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from youju.summaries.paper.docx_page import FANGSONG, HEITI, LATIN

_TWENTIETHS = 1440 / 25.4  # of a point, in a millimetre
_RULES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in ("top", "bottom"))
_INNER = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
# Above and below the letters of a cell, in twentieths of a point.
_MARGINS = '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/></w:tblCellMar>'


def add_table(
    document: DocumentType, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> BaseOxmlElement:
    """head: the row that every page repeats. widths: of the columns, in millimetres."""
    twips = [round(width * _TWENTIETHS) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    lines = _row(head, twips, HEITI, head=True) + "".join(_row(row, twips, FANGSONG) for row in rows)
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
        f'<w:tblBorders>{_RULES}{_INNER}</w:tblBorders><w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )
    document.add_paragraph()._p.addprevious(table)
    return table


def paragraphs_of(table: BaseOxmlElement, document: DocumentType) -> list[Paragraph]:
    """The paragraph of each cell, row by row."""
    return [Paragraph(cast(CT_P, paragraph), document._body) for paragraph in table.iter(qn("w:p"))]


def _row(texts: Sequence[str], twips: Sequence[int], face: str, *, head: bool = False) -> str:
    cells = "".join(_cell(text, width, face) for text, width in zip(texts, twips, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _cell(text: str, width: int, face: str) -> str:
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{face}" w:cs="{LATIN}"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>'
        f'<w:r><w:rPr>{fonts}<w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        "</w:p></w:tc>"
    )
