"""The text of a file that somebody wants to adopt or to mask."""

from io import BytesIO

from youju.claims.documents.document import read_document
from youju.claims.documents.rejoined import rejoined
from youju.evidence.errors import ContainsMacros, FileRefused
from youju.evidence.names import extension_of, safe_name
from youju.evidence.office import inspect_office
from youju.evidence.upload import Upload

_OFFICE, _PAGED = ("docx", "xlsx"), "pdf"


def source_text(content: bytes, name: str) -> str:
    """What a txt, md, html, docx or pdf file says. Raises what ``read_document`` does, and ContainsMacros.

    A check only reads; who takes a file for the beginning of a document is told that it is a program as well.
    """
    if extension_of(safe_name(name)) in _OFFICE:
        try:
            inspect_office(Upload(BytesIO(content), safe_name(name), len(content)))
        except ContainsMacros:
            raise
        except FileRefused:  # whatever else is wrong is said by the reader, which opens nothing that acts
            pass
    text = read_document(content, name)
    return rejoined(text) if extension_of(safe_name(name)) == _PAGED else text
