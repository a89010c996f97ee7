"""The language of a Word document."""

from docx.document import Document
from docx.oxml.ns import qn


def set_chinese(document: Document) -> None:
    """Say that what is East Asian in it is Chinese as written on the mainland; python-docx's own template says English.

    Without it a machine that lacks the fonts takes another country's: commas stand in the middle of their square.
    """
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
