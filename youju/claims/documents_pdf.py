"""The text of a pdf document: what pypdf finds, with the lines of a paragraph joined again."""

import unicodedata

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from youju.claims.documents_errors import DocumentScanned
from youju.evidence.errors import DamagedFile, PasswordProtected
from youju.evidence.upload import Upload

# A line this close to the longest of its page was ended by the margin, not by its writer.
_FULL = 0.9
_SENTENCE_ENDS = "。！？；：.!?;:"


def read_pdf(upload: Upload) -> str:
    """A page after the other. Raises PasswordProtected, DamagedFile, or DocumentScanned where no page has text."""
    try:
        reader = PdfReader(upload.content)
        # Protection against copying has an empty password; every viewer opens such a file.
        if reader.is_encrypted and not reader.decrypt(""):
            raise PasswordProtected(name=upload.name)
        pages = [page.extract_text() for page in reader.pages]
    except PyPdfError as error:
        raise DamagedFile(name=upload.name) from error
    if not any(page.strip() for page in pages):
        raise DocumentScanned(name=upload.name)
    return "\n".join(unwrapped(page) for page in pages)


def unwrapped(page: str) -> str:
    """The page with each line that its margin ended joined to the next.

    Two digits are never joined: typesetting does not break a number, so they are two numbers in a table.
    """
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    longest = max(map(_width, lines), default=0)
    text = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        runs_on = _width(line) >= _FULL * longest and line[-1] not in _SENTENCE_ENDS
        joins = runs_on and following and not (line[-1].isdigit() and following[0].isdigit())
        text += line + (_joint(line, following) if joins else "\n")
    return text.rstrip("\n")


def _joint(line: str, following: str) -> str:
    """Words need a space between them, Chinese needs none."""
    return " " if line[-1].isascii() and following[0].isascii() else ""


def _width(line: str) -> int:
    """In columns: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
