"""The inside of ZIP-based files (Office, OFD): sane names, bounded size, whole."""

import re
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.conf import settings

from youju.evidence.errors import (
    ContainsActiveContent,
    DamagedFile,
    PasswordProtected,
    UnpacksTooMuch,
    UnsafeArchive,
)
from youju.evidence.upload import Upload

MAGIC = b"PK\x03\x04"
MOST_ENTRIES = 20_000
# Python reads a ZIP's directory into memory whole, however many entries it holds.
MOST_DIRECTORY_BYTES = 4 * 1024 * 1024
# Only small parts are parsed as a tree: content types, relationships, properties.
MOST_PART_BYTES = 8 * 1024 * 1024
_END = b"PK\x05\x06"
_ENCRYPTED_FLAG = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(slots=True)
class Budget:
    """How many bytes a file may still unpack to, shared with the files inside it."""

    left: int

    def spend(self, size: int, upload: Upload) -> None:
        """Take ``size`` off. Raises UnpacksTooMuch where the file asks for more than is left."""
        self.left -= size
        if self.left < 0:
            raise unpacks_too_much(upload)


@contextmanager
def open_archive(upload: Upload, budget: Budget) -> Iterator[ZipFile]:
    """The ZIP in an upload, its directory checked.

    Raises DamagedFile, PasswordProtected, UnpacksTooMuch or UnsafeArchive, also for what goes wrong
    while the caller reads entries.
    """
    _check_directory_size(upload)
    try:
        with ZipFile(upload.content) as archive:
            _check_entries(archive.infolist(), upload, budget)
            yield archive
    # What zipfile raises for bytes that only look like a ZIP; NotImplementedError: an unheard-of compression.
    except (BadZipFile, EOFError, zlib.error, struct.error, OSError, ValueError, NotImplementedError) as error:
        raise DamagedFile(name=upload.name) from error


def read_part(archive: ZipFile, part: str, upload: Upload) -> Element:
    """A small XML part as a tree. Raises DamagedFile where it is missing or not XML."""
    try:
        info = archive.getinfo(part)
    except KeyError as error:
        raise DamagedFile(name=upload.name) from error
    if info.file_size > MOST_PART_BYTES:
        raise unpacks_too_much(upload)
    try:
        root: Element = ElementTree.fromstring(archive.read(info), forbid_dtd=True)
    except DefusedXmlException as error:
        raise ContainsActiveContent(name=upload.name) from error
    except ParseError as error:
        raise DamagedFile(name=upload.name) from error
    return root


def unpacks_too_much(upload: Upload) -> UnpacksTooMuch:
    """The refusal, with the limit now set."""
    return UnpacksTooMuch(name=upload.name, limit=settings.UNPACKED_BYTES // (1024 * 1024))


def drain(stream: IO[bytes]) -> None:
    """Read an entry to its end, which is what checks its checksum and its true size."""
    while stream.read(256 * 1024):
        pass


def _check_directory_size(upload: Upload) -> None:
    tail = upload.read(max(0, upload.size - 65_557), 65_557)
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + 22:
        raise DamagedFile(name=upload.name)
    (size,) = struct.unpack_from("<I", tail, end + 12)
    if size > MOST_DIRECTORY_BYTES:
        raise unpacks_too_much(upload)


def _check_entries(entries: list[ZipInfo], upload: Upload, budget: Budget) -> None:
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise PasswordProtected(name=upload.name)
    names = {entry.filename for entry in entries}
    if len(names) < len(entries) or any(_misleads(entry) for entry in entries):
        raise UnsafeArchive(name=upload.name)
    if len(entries) > MOST_ENTRIES:
        raise unpacks_too_much(upload)
    budget.spend(sum(entry.file_size for entry in entries), upload)


def _misleads(entry: ZipInfo) -> bool:
    """Whether an entry would land outside its folder, or is a link, when somebody unpacks it."""
    # zipfile cuts names at a NUL; what stood behind it is told by orig_filename.
    path = entry.orig_filename.replace("\\", "/")
    climbs = path.startswith("/") or bool(_DRIVE.match(path)) or ".." in path.split("/") or "\0" in path
    return climbs or stat.S_ISLNK(entry.external_attr >> 16)
