"""PDF: complete, open to every reader, and without anything that acts or hides another file."""

import logging
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from youju.evidence.errors import (
    ContainsActiveContent,
    DamagedFile,
    PasswordProtected,
    TooComplex,
    TwoFilesInOne,
)
from youju.evidence.made import believable
from youju.evidence.polyglots import hides_archive
from youju.evidence.upload import Upload

# The end mark may be followed by a signature's padding or a line of the program that made the file.
_END_WITHIN = 4096
# About five seconds of reading.
_MOST_OBJECTS = 100_000
_ACTIONS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/RichMediaExecute"}
# Written out in the file itself, whether or not the document's tree leads there.
_WRITTEN_OUT = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?)[\s/<>\[\]()]")

# pypdf warns about every harmless irregularity of a real file.
logging.getLogger("pypdf").setLevel(logging.ERROR)


def inspect_pdf(upload: Upload) -> datetime | None:
    """When the document was made.

    Raises DamagedFile, PasswordProtected, ContainsActiveContent, TooComplex or TwoFilesInOne.
    """
    if b"%%EOF" not in upload.read(max(0, upload.size - _END_WITHIN), _END_WITHIN):
        raise DamagedFile(name=upload.name)
    if hides_archive(upload):
        raise TwoFilesInOne(name=upload.name)
    if upload.holds(_WRITTEN_OUT):
        raise ContainsActiveContent(name=upload.name)
    return _inspect_tree(upload)


def _inspect_tree(upload: Upload) -> datetime | None:
    upload.content.seek(0)
    try:
        reader = PdfReader(upload.content)
        if reader.is_encrypted:
            raise PasswordProtected(name=upload.name)
        if any(_acts(item) for item in _dictionaries(reader, upload)):
            raise ContainsActiveContent(name=upload.name)
        if len(reader.pages) == 0:
            raise DamagedFile(name=upload.name)
        return _made(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedFile(name=upload.name) from error


def _dictionaries(reader: PdfReader, upload: Upload) -> Iterator[DictionaryObject]:
    """Every dictionary that the trailer leads to, those in compressed object streams too."""
    waiting: list[Any] = [reader.trailer]
    seen: set[tuple[int, int]] = set()
    while waiting:
        item = waiting.pop()
        if isinstance(item, IndirectObject):
            place = (item.idnum, item.generation)
            if place in seen:
                continue
            seen.add(place)
            if len(seen) > _MOST_OBJECTS:
                raise TooComplex(name=upload.name)
            item = item.get_object()
        if isinstance(item, DictionaryObject):
            yield item
            waiting.extend(dict.values(item))
        elif isinstance(item, ArrayObject):
            waiting.extend(list.__iter__(item))


def _acts(item: DictionaryObject) -> bool:
    action, kind = item.get("/S"), item.get("/Type")
    return (
        (isinstance(action, NameObject) and action in _ACTIONS)
        or (isinstance(kind, NameObject) and kind == "/EmbeddedFile")
        or isinstance(item.get("/EF"), DictionaryObject)
    )


def _made(reader: PdfReader) -> datetime | None:
    try:
        return believable(reader.metadata.creation_date if reader.metadata else None)
    except (ValueError, OverflowError):
        return None
