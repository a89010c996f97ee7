"""What is refused before a workbook is read: no workbook, locked, too large, small but huge when unpacked."""

import struct
import zlib
from dataclasses import dataclass
from enum import Enum
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from youju.lib.sheets.problems import BadWorkbook, gettext_noop

_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_CHUNK = 1024 * 1024
MEGABYTE = 1024 * 1024

NO_WORKBOOK = gettext_noop("This is no Excel file, or it is damaged: open it in Excel or WPS and save it as .xlsx")
LOCKED = gettext_noop("This file asks for a password: take the password off and save it again")
TOO_LARGE = gettext_noop("This file is larger than %(limit)s MB: take out pictures, or divide it into several files")
UNPACKS_TOO_MUCH = gettext_noop(
    "This file unpacks to more than %(limit)s MB: copy the rows that matter into a new workbook"
)
TOO_FULL = gettext_noop(
    "This file holds too many cells, texts or formats: copy the rows that matter into a new workbook"
)
NO_DAY = gettext_noop(
    "“%(sheet)s” has a cell that is formatted as a day or a time and holds no such number: format it as text"
)
TOO_MANY_CELLS = gettext_noop(
    "“%(sheet)s” reaches to row %(rows)s and column %(columns)s, which is too far: delete what is empty or divide it"
)


class Format(Enum):
    XLSX = "xlsx"
    XLS = "xls"


@dataclass(frozen=True)
class Limits:
    """How large a workbook may be: bytes of the file and unpacked, tags in all its parts, and cells of its sheets,
    blank ones included. What is within all of it is looked through in some seconds.
    """

    size: int = 30 * MEGABYTE
    unpacked: int = 300 * MEGABYTE
    entries: int = 2_000
    tags: int = 6_000_000
    cells: int = 1_000_000


LIMITS = Limits()


def check_file(content: BinaryIO, limits: Limits) -> Format:
    """What sort of workbook it is. Raises BadWorkbook."""
    size = content.seek(0, 2)
    if size > limits.size:
        raise BadWorkbook(TOO_LARGE, limit=limits.size // MEGABYTE)
    content.seek(0)
    head = content.read(8)
    content.seek(0)
    if head == _OLE:
        if _LOCKED in content.read():
            raise BadWorkbook(LOCKED)
        return Format.XLS
    if not head.startswith(_ZIP):
        raise BadWorkbook(NO_WORKBOOK)
    _check_zip(content, limits)
    return Format.XLSX


def _check_zip(content: BinaryIO, limits: Limits) -> None:
    try:
        with ZipFile(content) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
                raise BadWorkbook(LOCKED)
            if len({entry.filename.lower() for entry in entries}) < len(entries):  # each reader would take another one
                raise BadWorkbook(NO_WORKBOOK)
            if len(entries) > limits.entries or sum(entry.file_size for entry in entries) > limits.unpacked:
                raise BadWorkbook(UNPACKS_TOO_MUCH, limit=limits.unpacked // MEGABYTE)
            if "xl/workbook.xml" not in archive.namelist():
                raise BadWorkbook(NO_WORKBOOK)
            _drain(archive, limits)
    # What zipfile raises for bytes that only look like a ZIP; NotImplementedError: an unheard-of compression.
    except (BadZipFile, EOFError, zlib.error, struct.error, OSError, NotImplementedError, RuntimeError) as error:
        raise BadWorkbook(NO_WORKBOOK) from error


def _drain(archive: ZipFile, limits: Limits) -> None:
    """Read every entry to its end: what it says of its size need not be true. A megabyte may hold 200,000 tags, and
    to read those takes a hundred times as long as to count them.
    """
    left, tags = limits.unpacked, limits.tags
    for entry in archive.infolist():
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                left -= len(chunk)
                tags -= chunk.count(b"<")
                if left < 0:
                    raise BadWorkbook(UNPACKS_TOO_MUCH, limit=limits.unpacked // MEGABYTE)
                if tags < 0:
                    raise BadWorkbook(TOO_FULL)
