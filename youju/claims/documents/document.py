"""A document as the text that claims are looked for in.

Of txt and md the text is exactly what the file decodes to, line ends included, so that offsets hold.
Of html, docx, pdf, xlsx and csv it is what a reader sees: a line a paragraph, the cells of a table row between tabs.
"""

import logging
import re
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path

from django.conf import settings

from youju.claims.documents.csv_text import read_csv
from youju.claims.documents.disguise import disguised, misnamed
from youju.claims.documents.encoding import decode
from youju.claims.documents.errors import (
    DocumentEmpty,
    DocumentMissing,
    DocumentNotText,
    DocumentTooLarge,
    DocumentTypeUnknown,
)
from youju.claims.documents.html import read_html
from youju.errors import YoujuError
from youju.evidence.errors import DamagedFile
from youju.evidence.names import extension_of, safe_name
from youju.evidence.signatures import ways_to_read
from youju.evidence.upload import Upload

logger = logging.getLogger(__name__)

_PLAIN = ("txt", "md", "")  # without an extension: a text from another program
_MARKUP = ("html", "htm")
_PACKED = {
    "docx": ("youju.claims.documents.docx", "read_docx"),
    "pdf": ("youju.claims.documents.pdf", "read_pdf"),
    "xlsx": ("youju.claims.documents.rows", "read_xlsx"),
}
"""Where the reader of each packed format is; loaded when it is asked for: lxml, pypdf and openpyxl take time."""
READABLE = ("txt", "md", "html", "htm", "docx", "pdf", "xlsx", "csv")
_READABLE = frozenset(READABLE)
_MEGABYTE = 1024 * 1024
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")  # a pdf may say so; no page and no database can


def read_document(source: Path | bytes, name: str) -> str:
    """The text of a txt, md, html, docx, pdf, xlsx or csv document; a name without an extension means plain text.

    source: the file, or its content. Raises a DocumentUnreadable, or a FileRefused of the evidence package,
    with its sentence.
    """
    name = safe_name(name)
    content = _content(source, name)
    try:
        text = _text(content, name)
    except YoujuError:
        raise
    except Exception as error:
        # Parsers fail on hostile bytes in ways that nobody can list; none of them may end the request.
        logger.warning("A document could not be read to its end", exc_info=True)
        raise DamagedFile(name=name) from error
    if not text.strip():
        raise DocumentEmpty(name=name)
    return text


def has_lines(name: str) -> bool:
    """Whether the text of a document by this name has the lines that its writer sees."""
    return _extension(safe_name(name)) in _PLAIN


def _text(content: bytes, name: str) -> str:
    extension = _extension(name)
    upload = Upload(BytesIO(content), name, len(content))
    if extension not in _READABLE and extension not in _PLAIN:
        raise DocumentTypeUnknown(name=name, allowed=", ".join(READABLE))
    if other := disguised(content, name):
        raise other
    if extension not in _PACKED:
        return _written(content, upload, extension)
    ways = ways_to_read(upload)
    if extension in ways:
        return _UNWRITABLE.sub("\ufffd", _reader(extension)(upload))
    raise misnamed(content, name, ways, _READABLE) or DamagedFile(name=name)


def _reader(extension: str) -> Callable[[Upload], str]:
    module, name = _PACKED[extension]
    reader: Callable[[Upload], str] = getattr(import_module(module), name)
    return reader


def _written(content: bytes, upload: Upload, extension: str) -> str:
    """The text of a file that should hold its characters as they are."""
    try:
        text = decode(content, upload.name)
    except DocumentNotText as unread:
        # Say what it is instead, where that can be told.
        raise misnamed(content, upload.name, ways_to_read(upload), _READABLE) or unread from None
    if extension == "csv":
        return read_csv(text)
    return read_html(text, upload.name) if extension in _MARKUP else text


def _extension(name: str) -> str:
    """As people mean it: what follows the last dot of 2025.12.31总结 is none."""
    extension = extension_of(name)
    return extension if extension.isascii() else ""


def _content(source: Path | bytes, name: str) -> bytes:
    limit: int = settings.CHECK_BYTES
    try:
        content = source if isinstance(source, bytes) else _first_bytes(source, limit + 1)
    except OSError as error:
        raise DocumentMissing(name=name) from error
    if not content:
        raise DocumentEmpty(name=name)
    if len(content) > limit:
        raise DocumentTooLarge(name=name, limit=limit // _MEGABYTE)
    return content


def _first_bytes(path: Path, count: int) -> bytes:
    with path.open("rb") as file:
        return file.read(count)
