"""The text of a pdf document: what pypdf finds, with the lines of a paragraph joined again."""

import re
from collections.abc import Iterable

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from youju.claims.documents_errors import DocumentScanned
from youju.claims.reading import flowing
from youju.evidence.errors import DamagedFile, PasswordProtected
from youju.evidence.upload import Upload

# — 3 — at the head or the foot of a page.
_PAGE_NUMBER = re.compile(r"\A\s*[-—–]?\s*[0-9]{1,4}\s*[-—–]?\s*\n|\n\s*[-—–]?\s*[0-9]{1,4}\s*[-—–]?\s*\Z")


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
    return paragraphs(pages)


def paragraphs(pages: Iterable[str]) -> str:
    """The pages as one text, with the lines of a paragraph joined again, over the end of a page too."""
    lines = (line.strip() for page in pages for line in _PAGE_NUMBER.sub("", page).splitlines())
    return flowing("\n".join(line for line in lines if line)).text
