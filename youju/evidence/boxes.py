"""The box structure (ISO 14496-12) that HEIC pictures, films and sound recordings share."""

from collections.abc import Iterator
from typing import NamedTuple

from youju.evidence.errors import DamagedFile
from youju.evidence.upload import Upload


class Box(NamedTuple):
    """One box: its kind, where its content starts, and how long that is."""

    kind: bytes
    start: int
    length: int


def walk(upload: Upload, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """The boxes that lie side by side. Raises DamagedFile for one that reaches beyond its surroundings."""
    end = upload.size if end is None else end
    while start + 8 <= end:
        head = upload.read(start, 16)
        length, skip = int.from_bytes(head[:4], "big"), 8
        if length == 1:
            length, skip = int.from_bytes(head[8:16], "big"), 16
        elif length == 0:  # to the end
            length = end - start
        if length < skip or start + length > end:
            raise DamagedFile(name=upload.name)
        yield Box(head[4:8], start + skip, length - skip)
        start += length


def find(upload: Upload, kind: bytes, inside: Box | None = None) -> Box | None:
    """The first box of a kind, at the top or directly inside another."""
    within = walk(upload) if inside is None else walk(upload, inside.start, inside.start + inside.length)
    return next((box for box in within if box.kind == kind), None)


def check_whole(upload: Upload) -> None:
    """Raises DamagedFile where the last box is cut off."""
    for _box in walk(upload):
        pass
