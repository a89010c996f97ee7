"""When a camera took a picture: DateTimeOriginal of its Exif block, wherever the format keeps that block."""

import re
import struct
from datetime import datetime

from youju.evidence.made import from_iso
from youju.evidence.upload import Upload

# JPEG, HEIC and most WebP introduce the block by "Exif"; PNG by the name of its chunk.
_BLOCK = re.compile(rb"(?:Exif\0\0|eXIf|EXIF....)(II\*\0|MM\0\*)", re.DOTALL)
_MOST_BYTES = 64 * 1024
_EXIF_FOLDER, _TAKEN, _OFFSET = 0x8769, 0x9003, 0x9011
_ASCII = 2


def taken(upload: Upload) -> datetime | None:
    """The camera's own moment, in the office's time zone where the camera names none; None without one."""
    block = _find(upload)
    if block is None:
        return None
    try:
        return _taken(block, "<" if block.startswith(b"II") else ">")
    except (struct.error, UnicodeDecodeError):
        return None  # a broken note does not make the picture bad


def _find(upload: Upload) -> bytes | None:
    # HEIC may keep it behind the picture's data, so the whole file is looked through, half a window at a time.
    for start in range(0, upload.size, _MOST_BYTES):
        window = upload.read(start, 2 * _MOST_BYTES)
        if found := _BLOCK.search(window):
            return window[found.start(1) :]
    return None


def _taken(block: bytes, order: str) -> datetime | None:
    (first,) = struct.unpack_from(f"{order}I", block, 4)
    folder = _entries(block, order, first).get(_EXIF_FOLDER)
    if folder is None:
        return None
    details = _entries(block, order, struct.unpack(f"{order}I", folder[2])[0])
    day, _space, time = _text(block, order, details.get(_TAKEN)).partition(" ")
    return from_iso(f"{day.replace(':', '-')}T{time}{_text(block, order, details.get(_OFFSET))}")


def _entries(block: bytes, order: str, place: int) -> dict[int, tuple[int, int, bytes]]:
    """Tag → (type, count, the four bytes that are the value or say where it lies)."""
    (count,) = struct.unpack_from(f"{order}H", block, place)
    found = (struct.unpack_from(f"{order}HHI4s", block, place + 2 + 12 * index) for index in range(count))
    return {tag: (kind, length, value) for tag, kind, length, value in found}


def _text(block: bytes, order: str, entry: tuple[int, int, bytes] | None) -> str:
    if entry is None or entry[0] != _ASCII or entry[1] > 64:
        return ""
    _kind, length, value = entry
    if length > 4:
        (place,) = struct.unpack(f"{order}I", value)
        value = block[place : place + length]
    return value[:length].rstrip(b"\0 ").decode("ascii")
