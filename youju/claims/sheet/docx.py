"""A check sheet as a Word document that can be edited."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import CharacterStyle
from docx.text.paragraph import Paragraph

from youju.claims.sheet.sheet import Count, Sheet, meaning
from youju.claims.sheet.words import facts, words
from youju.lib.word_language import set_chinese

# Every Word and WPS has these. Without w:eastAsia the Chinese falls back to another font, and nobody is told.
_LATIN, _BODY, _HEADS = "Times New Roman", "宋体", "黑体"
_LINE = "＿" * 8
_FACTS, _COLUMNS = (32, 134), (54, 20, 24, 68)  # millimetres
_STYLES = {"Normal": (_BODY, 10.5), "Title": (_HEADS, 16), "Heading 2": (_HEADS, 11), "Table Grid": (_BODY, 9.5)}


def to_docx(sheet: Sheet) -> bytes:
    """The document."""
    document, said = _empty(), words(sheet)
    _foot(document, " · ".join(filter(None, (sheet.title, sheet.short_root))))
    document.add_paragraph(said.heading, "Title")
    _table(document, [(), *facts(sheet)], _FACTS)
    _section(document, said.verdicts, _counted(sheet.verdicts))
    if sheet.notes:
        _section(document, said.notes, _counted(sheet.notes))
    _section(document, said.open, "" if sheet.open else said.all_supported)
    if sheet.open:
        _table(document, [said.columns, *_lines(sheet)], _COLUMNS)
    if sheet.sums:
        _section(document, said.sums, *sheet.sums)
    _bold(document.add_paragraph(), meaning())
    document.add_paragraph(f"{said.root} {sheet.spaced_root}")
    document.add_paragraph("　".join(f"{label}{_LINE}" for label in said.signatures))
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _empty() -> DocumentType:
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin = page.bottom_margin = Mm(20)
    for name, (font, size) in _STYLES.items():
        style = document.styles[name]
        assert isinstance(style, CharacterStyle)  # of which every style with a font is one
        style.font.name, style.font.size = _LATIN, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("w:eastAsiaTheme", "w:asciiTheme", "w:hAnsiTheme"):  # a theme's font would win
            fonts.attrib.pop(qn(slot), None)
        fonts.set(qn("w:eastAsia"), font)
    set_chinese(document)
    return document


def _section(document: DocumentType, heading: str, *paragraphs: str) -> None:
    document.add_paragraph(heading, "Heading 2")
    for each in filter(None, paragraphs):
        document.add_paragraph(each)


def _lines(sheet: Sheet) -> list[tuple[str, ...]]:
    return [
        (f"{one.before}{one.text}", str(one.verdict.label), one.ledger or "—", f"{one.reason} {one.notes}".strip())
        for one in sheet.open
    ]


def _table(document: DocumentType, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    """A table; the first row is its head, which every page repeats, or empty."""
    head, *body = rows
    table = document.add_table(0, len(widths), "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in filter(None, (head, *body)):
        added = table.add_row()
        settings = added._tr.get_or_add_trPr()
        settings.append(OxmlElement("w:cantSplit"))
        if row is head:
            settings.append(OxmlElement("w:tblHeader"))
        for cell, width, text in zip(added.cells, widths, row, strict=True):
            cell.width = Mm(width)
            if row is head:
                _bold(cell.paragraphs[0], text)
            else:
                cell.text = text


def _foot(document: DocumentType, text: str) -> None:
    """Every page says which sheet it belongs to, and its number: pages get loose."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{text}　")
    for field in ("PAGE", "NUMPAGES"):
        if field == "NUMPAGES":
            paragraph.add_run(" / ")
        element = OxmlElement("w:fldSimple")
        element.set(qn("w:instr"), field)
        paragraph._p.append(element)


def _bold(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(text).bold = True


def _counted(counts: Sequence[Count]) -> str:
    return "　".join(f"{each.label} {each.figures}" for each in counts)
