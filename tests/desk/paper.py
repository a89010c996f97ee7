"""What the cast hands in: a small text file as evidence, and a filled form."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from youju.records.heads.ledgered import Ledgered

CONTENT = "走访登记：青山小学，三月。".encode()


def paper(name: str = "走访登记.txt", content: bytes = CONTENT) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def seen(*records: Ledgered) -> dict[str, list[str]]:
    """What a page says it showed, as it goes along with a decision."""
    return {"seen": [f"{record.ref}:{record.version}" for record in records]}


def visits_form(unit_id: int, **values: object) -> dict[str, object]:
    """The statistics form for candidates of an examination, ready to be posted."""
    return {
        "sort": "exam.candidates",
        "unit": unit_id,
        "title": "走访农户",
        "value": "17",
        "happened": "2025-03-14",
        "late_reason": "补录上学期材料",
        "then": "save",
        **values,
    }


def blank_pdf(password: str = "") -> bytes:
    """A page without text, as a scanner makes it."""
    content, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    writer.write(content)
    return content.getvalue()
