"""Which characters a font has, read from its file: the character map of TrueType and OpenType, also in collections."""

import struct
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path

Ranges = tuple[tuple[int, int], ...]
"""First and last code point of each run, both included, in order."""

_COLLECTION = b"ttcf"
# Unicode maps, the fullest first: platform and encoding of the table.
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


def lacks(path: str, index: int, text: str) -> set[str]:
    """The characters of a text that a font has not. index: its place in a collection. Raises OSError, ValueError."""
    ranges = coverage(path, index)
    firsts = [first for first, _last in ranges]
    return {char for char in set(text) if not _covers(ranges, firsts, ord(char))}


@lru_cache(maxsize=32)
def coverage(path: str, index: int) -> Ranges:
    """The code points that a font has. Raises OSError where it cannot be read, ValueError where it is no font."""
    try:
        return _ranges(Path(path).read_bytes(), index)
    except struct.error as error:
        raise ValueError(path) from error


def _covers(ranges: Ranges, firsts: list[int], code: int) -> bool:
    at = bisect_right(firsts, code) - 1
    return at >= 0 and code <= ranges[at][1]


def _ranges(font: bytes, index: int) -> Ranges:
    start = struct.unpack_from(">I", font, 12 + 4 * index)[0] if font[:4] == _COLLECTION else 0
    (tables,) = struct.unpack_from(">H", font, start + 4)
    records = (struct.unpack_from(">4sIII", font, start + 12 + 16 * number) for number in range(tables))
    cmap = next((offset for tag, _sum, offset, _size in records if tag == b"cmap"), None)
    if cmap is None:
        raise ValueError("a font without a character map")
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    maps = {
        (platform, encoding): cmap + offset
        for platform, encoding, offset in (struct.unpack_from(">HHI", font, cmap + 4 + 8 * n) for n in range(count))
    }
    best = next((maps[which] for which in _UNICODE if which in maps), None)
    return _map_ranges(font, best) if best is not None else ()


def _map_ranges(font: bytes, at: int) -> Ranges:
    (layout,) = struct.unpack_from(">H", font, at)
    if layout == 12:
        (groups,) = struct.unpack_from(">I", font, at + 12)
        found = (struct.unpack_from(">III", font, at + 16 + 12 * number) for number in range(groups))
        return tuple(sorted((first, last) for first, last, _glyph in found))
    if layout == 4:
        (doubled,) = struct.unpack_from(">H", font, at + 6)
        ends = struct.unpack_from(f">{doubled // 2}H", font, at + 14)
        firsts = struct.unpack_from(f">{doubled // 2}H", font, at + 16 + doubled)
        return tuple(sorted(zip(firsts, ends, strict=True)))
    raise ValueError("a character map of another layout")
