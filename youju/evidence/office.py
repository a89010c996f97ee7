"""Office Open XML (docx, xlsx, pptx): the right main part, whole, and nothing in it that acts by itself."""

import re
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO
from zipfile import ZipFile, ZipInfo

from django.conf import settings

from youju.evidence import fields, formulas, links
from youju.evidence.errors import ContainsActiveContent, ContainsMacros, TooComplex, UnpacksTooMuch, UnsafeArchive
from youju.evidence.made import from_iso
from youju.evidence.upload import Upload, chunks, holds
from youju.evidence.zips import MAGIC, Budget, open_archive, read_part

CONTENT_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_CREATED = "{http://purl.org/dc/terms/}created"
_MAIN = "application/vnd.openxmlformats-officedocument."
_MAIN_PARTS = {
    f"{_MAIN}wordprocessingml.document.main+xml": "docx",
    f"{_MAIN}spreadsheetml.sheet.main+xml": "xlsx",
    f"{_MAIN}presentationml.presentation.main+xml": "pptx",
}
# A chart in a report holds its workbook; nothing honest goes deeper.
_DEEPEST = 2
# Parts with fields are parsed: some four seconds for this many, thirty times a long report.
_MOST_FIELD_BYTES = 50 * 1024 * 1024
_MACRO_NAME = re.compile(r"vbaProject\.bin$|vbaData\.xml$|(^|/)macrosheets/", re.IGNORECASE)
_ACTIVE_NAME = re.compile(r"(^|/)activeX/", re.IGNORECASE)


def _in_any_encoding(*words: str) -> re.Pattern[bytes]:
    codecs = ("utf-8", "utf-16-le", "utf-16-be")
    return re.compile(b"|".join(re.escape(word.encode(codec)) for word in words for codec in codecs))


_FIELD = _in_any_encoding("instrText", "fldSimple")
_FORMULA_PART = re.compile(r"(^|/)xl/.*\.xml$", re.IGNORECASE)
# What a formula that reaches out cannot do without; few parts hold any of it and are parsed.
_OUTWARD = re.compile(
    _in_any_encoding("WEBSERVICE", "IMAGE", "RTD", "CALL", "REGISTER", "EXEC", "DDE", "|", "\\\\", "&#").pattern,
    re.IGNORECASE,
)
_ACTIVE_XML = _in_any_encoding("<!DOCTYPE", "<!ENTITY", "ddeLink")
# An embedded package can be a program; an embedded formula or drawing is not called so.
_PACKAGE = _in_any_encoding("Ole10Native")
_MACRO_STORAGE = _in_any_encoding("_VBA_PROJECT")


def ways_to_read(archive: ZipFile, upload: Upload) -> frozenset[str]:
    """The extension that fits the main part. Raises ContainsMacros where the file says so itself."""
    declared = {element.get("ContentType", "") for element in read_part(archive, CONTENT_TYPES, upload)}
    if any("macroenabled" in content_type.lower() for content_type in declared):
        raise ContainsMacros(name=upload.name)
    return frozenset(_MAIN_PARTS[content_type] for content_type in declared & _MAIN_PARTS.keys())


def inspect_office(upload: Upload) -> datetime | None:
    """When the document was made.

    Raises ContainsMacros, ContainsActiveContent, and the errors of zips.py, also for files inside the file.
    """
    budget = Budget(settings.UNPACKED_BYTES)
    with open_archive(upload, budget) as archive:
        _check_entries(archive, upload, budget, depth=0)
        if _CORE not in archive.namelist():
            return None
        return from_iso(read_part(archive, _CORE, upload).findtext(_CREATED))


def _check_entries(archive: ZipFile, upload: Upload, budget: Budget, depth: int) -> None:
    for entry in archive.infolist():
        if _MACRO_NAME.search(entry.filename):
            raise ContainsMacros(name=upload.name)
        if _ACTIVE_NAME.search(entry.filename):
            raise ContainsActiveContent(name=upload.name)
        _check_entry(archive, entry, upload, budget, depth)


def _check_entry(archive: ZipFile, entry: ZipInfo, upload: Upload, budget: Budget, depth: int) -> None:
    if entry.filename.lower().endswith(".rels"):
        links.check(read_part(archive, entry.filename, upload), upload)
    elif entry.filename.lower().endswith(".xml"):
        _check_xml(archive, entry, upload)
    else:
        _check_other(archive, entry, upload, budget, depth)


def _check_xml(archive: ZipFile, entry: ZipInfo, upload: Upload) -> None:
    with archive.open(entry) as part:
        # Reading to the end also checks the entry's checksum and true size.
        if holds(part, _ACTIVE_XML):
            raise ContainsActiveContent(name=upload.name)
    with archive.open(entry) as part:
        looked_into = fields.check if holds(part, _FIELD) else None
    if _FORMULA_PART.search(entry.filename):
        with archive.open(entry) as part:
            looked_into = formulas.check if holds(part, _OUTWARD) else looked_into
    if looked_into is None:
        return
    if entry.file_size > _MOST_FIELD_BYTES:
        raise TooComplex(name=upload.name)
    with archive.open(entry) as part:
        looked_into(part, upload)


def _check_other(archive: ZipFile, entry: ZipInfo, upload: Upload, budget: Budget, depth: int) -> None:
    with archive.open(entry) as part:
        if holds(part, _MACRO_STORAGE):
            raise ContainsMacros(name=upload.name)
    with archive.open(entry) as part:
        if holds(part, _PACKAGE):
            raise ContainsActiveContent(name=upload.name)
    with archive.open(entry) as part:
        if part.read(len(MAGIC)) != MAGIC:
            return
    with archive.open(entry) as part:
        _check_inner(part, upload, budget, depth + 1)


def _check_inner(part: IO[bytes], upload: Upload, budget: Budget, depth: int) -> None:
    """A file inside the file must be a sane Office document too."""
    if depth > _DEEPEST:
        raise UnpacksTooMuch(name=upload.name, limit=settings.UNPACKED_BYTES // (1024 * 1024))
    with SpooledTemporaryFile(max_size=1024 * 1024) as copy:
        size = sum(copy.write(chunk) for chunk in chunks(part))
        inner = Upload(copy, upload.name, size)
        with open_archive(inner, budget) as archive:
            if CONTENT_TYPES not in archive.namelist() or not ways_to_read(archive, inner):
                raise UnsafeArchive(name=upload.name)
            _check_entries(archive, inner, budget, depth)
