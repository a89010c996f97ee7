"""An empty Word document on the grid of GB/T 9704-2012: its page, its styles, its page numbers."""

from datetime import UTC, datetime
from typing import cast

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.font import CT_RPr
from docx.oxml.text.parfmt import CT_PPr
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from youju.lib.word_language import set_chinese

LATIN = "Times New Roman"
FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONGTI = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
SIZE = 16

# 22 lines of 29 points are a hair more than 225 mm; 28 characters of 16 points need a quarter of a point less each.
_LINE = Pt(28.95)
_SQUEEZE = -5  # twentieths of a point
# Rules of 0.35 and 0.25 mm, in eighths of a point.
_THICK, _THIN = 8, 6
_UNKNOWN = datetime(2000, 1, 1, tzinfo=UTC)  # the file is not to say when it was made


def blank_document(title: str) -> DocumentType:
    """Page, styles and page numbers; no paragraph yet."""
    document = Document()
    document.core_properties.title = title.replace("|", "")
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = _UNKNOWN
    _page(document)
    for name, face in (
        ("Normal", FANGSONG),
        ("Body Text", FANGSONG),
        ("Title", XIAOBIAOSONG),
        ("Heading 1", HEITI),
        ("Heading 2", KAITI),
        ("Heading 3", FANGSONG),
        ("Flush", FANGSONG),
        ("Red Mark", XIAOBIAOSONG),
        ("Red Line", FANGSONG),
        ("Back Matter", FANGSONG),
        ("List Title", HEITI),
        ("Note", FANGSONG),
    ):
        _style(document, name, face)
    _particular(document)
    _no_space_beside_digits(document)
    set_chinese(document)
    return document


def paragraph_in(document: DocumentType, style: str) -> Paragraph:
    """An empty paragraph at the end. style: its id, as python-docx looks for names slowly."""
    added = document.add_paragraph()
    added._p.style = style
    return added


def run(
    paragraph: Paragraph,
    text: str,
    face: str = FANGSONG,
    size: Length | None = None,
    *,
    bold: bool = False,
    dashed: bool = False,
    color: RGBColor | None = None,
) -> Run:
    """Letters added to a paragraph; the face is said on the run too, as Word asks each run for it."""
    added = paragraph.add_run(text)
    set_face(added._r.get_or_add_rPr(), face)
    if size is not None:
        added.font.size = size
    if bold:
        added.bold = True
    if color is not None:
        added.font.color.rgb = color
    if dashed:
        line = OxmlElement("w:u")
        line.set(qn("w:val"), "dash")
        added._r.get_or_add_rPr().append(line)
    return added


def set_face(properties: CT_RPr, face: str) -> None:
    """Without w:eastAsia the Chinese falls back to another font, and nobody is told."""
    fonts = properties.get_or_add_rFonts()
    for slot in ("w:eastAsiaTheme", "w:asciiTheme", "w:hAnsiTheme", "w:cstheme"):
        fonts.attrib.pop(qn(slot), "")
    for slot in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(slot), LATIN)
    fonts.set(qn("w:eastAsia"), face)


def set_at_foot(paragraph: Paragraph) -> None:
    """Into a frame at the foot of the type area, as wide as it; neighbours share it. LibreOffice asks each for it."""
    frame = _loose("framePr")
    for name, value in (
        ("w", str(round(Mm(156).twips))), ("wrap", "notBeside"), ("vAnchor", "margin"), ("hAnchor", "margin"),
        ("xAlign", "left"), ("yAlign", "bottom"),
    ):  # fmt: skip
        frame.set(qn(f"w:{name}"), value)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(frame, "w:widowControl", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _loose(name: str) -> BaseOxmlElement:
    """An element that is to be put in; what the library says it gives fits nowhere else in it."""
    return cast(BaseOxmlElement, OxmlElement(f"w:{name}"))


def _page(document: DocumentType) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)
    # The number's line stands 7 mm below the type area.
    page.footer_distance = Mm(23)
    document.settings.odd_and_even_pages_header_footer = True
    for footer, alignment in (
        (page.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (page.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = alignment
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(SIZE)
        _number(paragraph)


def _number(paragraph: Paragraph) -> None:
    """— n —, in 宋体 of 14 points."""
    run(paragraph, "— ", SONGTI, Pt(14))
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    inner = Run(cast(CT_R, field[0]), paragraph)
    set_face(inner._r.get_or_add_rPr(), SONGTI)
    inner.font.size = Pt(14)
    paragraph._p.append(field)
    run(paragraph, " —", SONGTI, Pt(14))


def _style(document: DocumentType, name: str, face: str) -> None:
    styles = document.styles
    if name in styles:
        style = styles[name]
    else:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    properties = style.element.get_or_add_rPr()
    set_face(properties, face)
    style.font.size, style.font.bold, style.font.italic = Pt(SIZE), False, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)
    squeeze = OxmlElement("w:spacing")
    squeeze.set(qn("w:val"), str(_SQUEEZE))
    _insert(properties, squeeze)
    shape = style.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, _LINE
    shape.space_before = shape.space_after = Pt(0)
    shape.widow_control = False
    indented = name in ("Body Text", "Heading 1", "Heading 2", "Heading 3")
    shape.first_line_indent = Pt(2 * (SIZE + _SQUEEZE / 20)) if indented else Pt(0)
    shape.keep_with_next = name.startswith("Heading")
    if name == "Body Text":
        shape.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _insert(properties: CT_RPr, spacing: etree._Element) -> None:
    """Where the order of the schema wants it: before the size."""
    size = properties.find(qn("w:sz"))
    if size is None:
        properties.append(spacing)
    else:
        size.addprevious(spacing)


def _particular(document: DocumentType) -> None:
    """What only one style has."""
    title, mark, line = (_paragraph_style(document, name) for name in ("Title", "Red Mark", "Red Line"))
    title.font.size = Pt(22)
    _borderless(title)
    for style in (title, mark, _paragraph_style(document, "List Title")):
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    mark.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    mark.paragraph_format.space_before, mark.paragraph_format.space_after = Mm(35), _LINE * 2
    tab = Mm(156) - Pt(SIZE)
    for style in (line, _paragraph_style(document, "Back Matter")):
        style.paragraph_format.tab_stops.add_tab_stop(tab, WD_TAB_ALIGNMENT.RIGHT)
        style.paragraph_format.left_indent = Pt(0)
    line.paragraph_format.space_after = _LINE * 2
    _border(line.element.get_or_add_pPr(), "bottom", "D7000F", 12, space=11)
    back = _paragraph_style(document, "Back Matter").element.get_or_add_pPr()
    for side, eighths in (("top", _THICK), ("bottom", _THICK), ("between", _THIN)):
        _border(back, side, "000000", eighths)
    _paragraph_style(document, "List Title").paragraph_format.page_break_before = True
    note = _paragraph_style(document, "Note")
    note.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    note.font.size = Pt(10.5)


def _no_space_beside_digits(document: DocumentType) -> None:
    """Word puts a quarter of a blank between Chinese and digits unless it is told not to."""
    properties = document.styles["Normal"].element.get_or_add_pPr()
    for name in ("autoSpaceDE", "autoSpaceDN"):
        switch = OxmlElement(f"w:{name}")
        switch.set(qn("w:val"), "0")
        properties.insert_element_before(switch, "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


def _paragraph_style(document: DocumentType, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _borderless(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _border(properties: CT_PPr, side: str, color: str, eighths: int, space: int = 1) -> None:
    """A rule above or below. eighths: its thickness in eighths of a point; space: points between it and the text."""
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = _loose("pBdr")
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
        )
    rule = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", str(space)), ("color", color)):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
