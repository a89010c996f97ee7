"""The file a backup is: a plain tar archive of named members, and after it one line that seals every byte before.

Any tar program opens it. We read it strictly: a member's head must be, byte for byte, the one that we would write for
its name and size; there are no links, folders or paths to follow. The seal tells where the last member, the manifest,
begins, and the SHA-256 of all that stands before the seal.
"""

import hashlib
import re
import tarfile
from collections.abc import Callable, Iterator
from typing import IO, NamedTuple

BLOCK = 512
CHUNK = 1024 * 1024
MANIFEST = "manifest.json"
LARGEST = 8 * 1024**3 - 1  # what the head of a member has room for
_END = bytes(2 * BLOCK)
_SEAL = re.compile(rb"\nyouju-backup-1 (\d{20}) ([0-9a-f]{64})\n")
_SEAL_BYTES = len("\nyouju-backup-1  \n") + 20 + 64


class Unsound(Exception):
    """The file is not as it was written; its words say where."""


class Member(NamedTuple):
    name: str
    size: int


class Writer:
    """Adds members to a file opened for writing, one after the other; ``seal`` ends it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._hash = file, hashlib.sha256()

    def add(self, name: str, size: int, chunks: Iterator[bytes]) -> str:
        """Add a member of exactly ``size`` bytes and return its SHA-256. Raises Unsound where it has another size."""
        found, count = hashlib.sha256(), 0
        self._put(_head(name, size))
        for chunk in chunks:
            found.update(chunk)
            count += len(chunk)
            self._put(chunk)
        if count != size:
            raise Unsound(name)
        self._put(bytes(-size % BLOCK))
        return found.hexdigest()

    def mark(self) -> Callable[[], None]:
        """The place reached; calling what is returned takes away everything added since."""
        place, so_far = self._file.tell(), self._hash.copy()

        def go_back() -> None:
            self._file.seek(place)
            self._file.truncate()
            self._hash = so_far

        return go_back

    def seal(self, manifest: bytes) -> None:
        """Add the manifest, and the line that seals it all."""
        place = self._file.tell()
        self.add(MANIFEST, len(manifest), iter([manifest]))
        self._put(_END)
        self._file.write(f"\nyouju-backup-1 {place:020d} {self._hash.hexdigest()}\n".encode())

    def _put(self, content: bytes) -> None:
        self._hash.update(content)
        self._file.write(content)


class Reader:
    """Reads a sealed file. Every reading method raises Unsound where a byte is not as it was written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.size = file.seek(0, 2)

    def check_seal(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Hash the whole file against its seal."""
        self._manifest_at, digest = self._seal()
        found, left = hashlib.sha256(), self.size - _SEAL_BYTES
        self._file.seek(0)
        while left:
            chunk = self._file.read(min(CHUNK, left))
            if not chunk:
                raise Unsound("end")
            found.update(chunk)
            left -= len(chunk)
            if progress:
                progress(self.size - _SEAL_BYTES - left, self.size - _SEAL_BYTES)
        if found.hexdigest() != digest:
            raise Unsound("seal")

    def manifest(self, most: int) -> bytes:
        """The manifest, which ends the archive. most: the largest size believed."""
        self._file.seek(self._manifest_at)
        member = self._next()
        if member.name != MANIFEST or member.size > most:
            raise Unsound(MANIFEST)
        content = b"".join(self._content(member))
        if self._file.read()[:-_SEAL_BYTES] != _END:
            raise Unsound("end")
        return content

    def members(self) -> Iterator[tuple[Member, Iterator[bytes]]]:
        """Every member before the manifest with its content, which must be read to its end before the next."""
        self._file.seek(0)
        while (place := self._file.tell()) < self._manifest_at:
            member = self._next()
            yield member, self._content(member)
            if self._file.tell() != place + BLOCK + member.size + -member.size % BLOCK:
                raise Unsound(member.name)
        if place != self._manifest_at:
            raise Unsound(MANIFEST)

    def _seal(self) -> tuple[int, str]:
        self._file.seek(max(0, self.size - _SEAL_BYTES))
        found = _SEAL.fullmatch(self._file.read())
        if found is None:
            raise Unsound("seal")
        return int(found[1]), found[2].decode()

    def _next(self) -> Member:
        head = self._file.read(BLOCK)
        try:
            info = tarfile.TarInfo.frombuf(head, "ascii", "strict")
        except (tarfile.TarError, ValueError):
            raise Unsound("head") from None
        if not 0 <= info.size <= LARGEST or _head(info.name, info.size) != head:
            raise Unsound("head")
        return Member(info.name, info.size)

    def _content(self, member: Member) -> Iterator[bytes]:
        left = member.size
        while left:
            chunk = self._file.read(min(CHUNK, left))
            if not chunk:
                raise Unsound(member.name)
            left -= len(chunk)
            yield chunk
        if self._file.read(-member.size % BLOCK).strip(b"\0"):
            raise Unsound(member.name)


def _head(name: str, size: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    try:
        return info.tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")
    except ValueError:  # a name that no head has room for
        raise Unsound("head") from None
