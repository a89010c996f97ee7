"""The text of a pdf document: what pypdf finds, with the lines of a paragraph joined again."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from youju.claims.documents.errors import DocumentScanned, DocumentTooHeavy
from youju.claims.documents.limits import MOST_CHARACTERS
from youju.claims.reading import flowing
from youju.evidence.errors import DamagedFile, PasswordProtected
from youju.evidence.page_texts import PagesTooHeavy, page_texts
from youju.evidence.upload import Upload
from youju.lib.radicals import CHARACTERS

_WORD = r"(?=[^\s。，；：]*[\u4e00-\u9fff])[^\s。，；：]++"
_ROW = re.compile(rf"{_WORD}(?:\s+[\u4e00-\u9fff]{{1,3}})?(?:\s+-?[0-9][0-9,.]*[%％]?)+")
_HEAD = re.compile(rf"[^\s。，；：]+(?:\s+{_WORD})+")
# — 3 — at the head or the foot of a page, or all that is on it.
_PAGE_NUMBER = re.compile(r"\A\s*[-—–]?\s*[0-9]{1,4}\s*[-—–]?\s*(?:\n|\Z)|\n\s*[-—–]?\s*[0-9]{1,4}\s*[-—–]?\s*\Z")


def read_pdf(upload: Upload) -> str:
    """A page after the other.

    Raises PasswordProtected, DamagedFile, DocumentTooHeavy, or DocumentScanned where no page has text.
    """
    try:
        reader = PdfReader(upload.content)
        # Protection against copying has an empty password; every viewer opens such a file.
        if reader.is_encrypted and not reader.decrypt(""):
            raise PasswordProtected(name=upload.name)
        pages = [page.translate(CHARACTERS) for page in _texts(reader.pages, upload.name)]
    except PyPdfError as error:
        raise DamagedFile(name=upload.name) from error
    if not any(_PAGE_NUMBER.sub("", page).strip() for page in pages):
        raise DocumentScanned(name=upload.name)
    return paragraphs(pages)


def paragraphs(pages: Iterable[str]) -> str:
    """The pages as one text, with the lines of a paragraph joined again, over the end of a page too."""
    lines = (line.strip() for page in pages for line in _PAGE_NUMBER.sub("", page).splitlines())
    return flowing("\n".join(_with_cells([line for line in lines if line]))).text


def _with_cells(lines: Sequence[str]) -> Iterator[str]:
    """The lines with tabs between the cells of tables: 109 489 in a row of numbers are two."""
    rows = [_is_row(line) for line in lines]
    for place, line in enumerate(lines):
        near = [rows[at] and _width(lines[at]) == _width(line) for at in (place - 1, place + 1) if 0 <= at < len(lines)]
        heads = place + 1 < len(lines) and near[-1] and _HEAD.fullmatch(line) is not None
        yield "\t".join(line.split()) if heads or (rows[place] and any(near)) else line


def _is_row(line: str) -> bool:
    """Whether a line is a label and numbers behind it, with perhaps a measure word between."""
    return _ROW.fullmatch(line) is not None


def _width(line: str) -> int:
    return len(line.split())


def _texts(pages: Iterable[PageObject], name: str) -> Iterator[str]:
    """The text of each page, as far as anything is checked; a longer text is refused later."""
    characters = 0
    try:
        for text in page_texts(pages):
            yield text
            characters += len(text)
            if characters > MOST_CHARACTERS:
                return
    except PagesTooHeavy as error:
        raise DocumentTooHeavy(name=name) from error
