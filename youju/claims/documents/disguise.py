"""What a document is in truth that is not what its name says, for a sentence that helps."""

import re

from youju.claims.documents.errors import DocumentIsArchive, DocumentIsOther
from youju.errors import YoujuError
from youju.evidence.errors import ExtensionMismatch

_ODF = rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\."
_OTHERS = (
    (re.compile(_ODF + rb"text", re.DOTALL), "odt"),
    (re.compile(_ODF + rb"spreadsheet", re.DOTALL), "ods"),
    (re.compile(_ODF + rb"presentation", re.DOTALL), "odp"),
    (re.compile(rb"\s{0,16}\{\\rtf"), "rtf"),
)
_ARCHIVES = ((b"PK\x03\x04", "zip"), (b"Rar!\x1a\x07", "rar"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gz"))


def disguised(content: bytes, name: str) -> DocumentIsOther | None:
    """What to say of a document that another program made, whatever its name; None where there is no sign of it."""
    found = next((kind for begins, kind in _OTHERS if begins.match(content)), None)
    return DocumentIsOther(name=name, found=found) if found else None


def misnamed(content: bytes, name: str, ways: frozenset[str], readable: frozenset[str]) -> YoujuError | None:
    """What to say of a document that can be read in other ways than its name says; None where nothing is known of it.

    ways: the extensions that fit its content; readable: those that can be checked.
    """
    if fitting := ways & readable:
        return ExtensionMismatch(name=name, found=min(fitting))
    if ways:
        return DocumentIsOther(name=name, found=min(ways))
    packed = next((kind for begins, kind in _ARCHIVES if content.startswith(begins)), None)
    return DocumentIsArchive(name=name, found=packed) if packed else None
