"""Files with something in a place that a reader does not see at once."""

from io import BytesIO

import docx
from docx.shared import Inches
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image

IDENTITY = "11010519491231002X"
MOBILE = "13812345678"


def document(*, body: str = "正文", header: str = "", comment: str = "", alt: str = "", title: str = "") -> bytes:
    """A Word document with a picture, as Word saves it."""
    made, content = docx.Document(), BytesIO()
    paragraph = made.add_paragraph(body)
    made.sections[0].header.paragraphs[0].text = header
    made.core_properties.title = title
    if comment:
        made.add_comment(paragraph.runs, text=comment, author="x")
    shape = made.add_picture(BytesIO(picture()), width=Inches(1))
    shape._inline.docPr.set("descr", alt)
    made.save(content)
    return content.getvalue()


def workbook(*, cell: str | int = "", hidden_sheet: str = "", hidden_row: str = "", note: str = "") -> bytes:
    """A workbook whose second sheet and third row are hidden."""
    made, content = Workbook(), BytesIO()
    sheet = made.active
    assert sheet is not None
    sheet.title = "名单"
    sheet["B2"] = cell
    sheet["A3"] = hidden_row
    sheet.row_dimensions[3].hidden = True
    other = made.create_sheet("底稿")
    other["C1"] = hidden_sheet
    other.sheet_state = "hidden"
    if note:
        sheet["B2"].comment = Comment(note, "x")
    made.save(content)
    return content.getvalue()


def picture(*, caption: str = "", at_home: bool = False) -> bytes:
    """A JPEG with the notes of a camera."""
    content, exif = BytesIO(), Image.Exif()
    if caption:
        exif[0x010E] = caption
    if at_home:
        exif[0x8825] = {1: "N", 2: (32.0, 3.0, 7.0), 3: "E", 4: (118.0, 45.0, 9.0)}
    Image.new("RGB", (8, 8)).save(content, "JPEG", exif=exif)
    return content.getvalue()
