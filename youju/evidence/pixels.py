"""Width and height of a picture from its header alone; nothing is unpacked. None: the header makes no sense."""

import struct
from typing import NamedTuple

from youju.evidence import boxes
from youju.evidence.errors import DamagedFile
from youju.evidence.upload import Upload


class Size(NamedTuple):
    width: int
    height: int


# Start-of-frame markers; C4, C8 and CC mean something else.
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = {0x01, *range(0xD0, 0xD9)}
_SCAN, _END = 0xDA, 0xD9
_MOST_META_BYTES = 1024 * 1024


def size_of_jpeg(upload: Upload) -> tuple[Size | None, int]:
    """The size, and where the picture's own data begins. Raises DamagedFile where the segments break off."""
    place, size = 2, None
    while True:
        head = upload.read(place, 9)
        if len(head) < 4 or head[0] != 0xFF or head[1] == _END:
            raise DamagedFile(name=upload.name)
        marker = head[1]
        if marker == 0xFF or marker in _BARE:
            place += 1 if marker == 0xFF else 2
            continue
        if marker == _SCAN:
            return size, place
        if marker in _FRAMES and len(head) == 9:
            height, width = struct.unpack_from(">HH", head, 5)
            size = Size(width, height)
        place += 2 + max(2, int.from_bytes(head[2:4], "big"))


def size_of_png(upload: Upload) -> Size | None:
    """Raises DamagedFile where the chunks do not reach to the end mark."""
    header = upload.read(8, 16)
    if len(header) < 16 or header[4:8] != b"IHDR":
        return None
    place = 8
    while True:
        head = upload.read(place, 8)
        place += 12 + int.from_bytes(head[:4], "big")
        if len(head) < 8 or place > upload.size:
            raise DamagedFile(name=upload.name)
        if head[4:] == b"IEND":
            return Size(*struct.unpack_from(">II", header, 8))


def size_of_gif(upload: Upload) -> Size | None:
    head = upload.read(6, 4)
    return Size(*struct.unpack("<HH", head)) if len(head) == 4 else None


def size_of_webp(upload: Upload) -> Size | None:
    """Raises DamagedFile where less is there than the header says."""
    head = upload.read(0, 30)
    if len(head) < 30 or struct.unpack_from("<I", head, 4)[0] + 8 > upload.size:
        raise DamagedFile(name=upload.name)
    kind = head[12:16]
    if kind == b"VP8X":
        return Size(_three(head, 24) + 1, _three(head, 27) + 1)
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", head, 21)
        return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    width, height = struct.unpack_from("<HH", head, 26)
    return Size(width & 0x3FFF, height & 0x3FFF) if kind == b"VP8 " else None


def size_of_heic(upload: Upload) -> Size | None:
    """The largest of the sizes declared: a picture is often put together from tiles."""
    meta = boxes.find(upload, b"meta")
    if meta is None:
        return None
    content = upload.read(meta.start, min(meta.length, _MOST_META_BYTES))
    sizes = []
    place = content.find(b"ispe")
    while 0 <= place <= len(content) - 16:
        sizes.append(Size(*struct.unpack_from(">II", content, place + 8)))
        place = content.find(b"ispe", place + 4)
    return max(sizes, key=lambda size: size.width * size.height, default=None)


def _three(head: bytes, place: int) -> int:
    return int.from_bytes(head[place : place + 3], "little")
