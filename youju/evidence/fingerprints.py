"""A picture's fingerprint: 64 bits that stay nearly the same where it is scaled, packed anew or touched up.

The low frequencies of the picture in grey, each above or below their median (the “perceptual hash” of the cosine
transform). Half of the bits are always set, so that scanned pages, which are mostly white, are still told apart; a
hash of differences between neighbours calls them all alike.

Two fingerprints that differ in at most ``NEAR`` = 6 bits are equal in at least one of seven pieces: six changed bits
can spoil six pieces only. The pieces are kept with an index (``FingerprintPiece``), so that pictures like one of
many thousand are found by one query, and only those few are compared bit by bit.
"""

import logging
import math
from pathlib import Path
from statistics import median
from typing import Literal

from PIL import Image, ImageOps

logger = logging.getLogger(__name__)

BITS = 64
NEAR = 6
_WIDTHS = (10, 9, 9, 9, 9, 9, 9)  # of the pieces, from the lowest bit on
_SIDE, _LOW = 32, 8
_LEAST_CONTRAST = 8  # of 255: an empty page has no features, only noise
# A larger one is taken in without a fingerprint: to unpack it would cost the server hundreds of megabytes.
_MOST_PIXELS = 50_000_000
_FORMATS: tuple[Literal["JPEG", "PNG", "WEBP", "GIF"], ...] = ("JPEG", "PNG", "WEBP", "GIF")
_WAVES = [[math.cos(math.pi * (2 * x + 1) * wave / (2 * _SIDE)) for x in range(_SIDE)] for wave in range(_LOW)]


def fingerprint_of(path: Path) -> int | None:
    """The fingerprint of a picture, 0 to 2**64 - 1; None for what is no picture, is empty or too large."""
    try:
        grey = _grey(path)
    except Exception:  # decoders fail on odd bytes in ways that nobody can list; the file itself was accepted
        logger.info("No fingerprint of %s", path.name, exc_info=True)
        return None
    return _fingerprint(grey) if grey and max(grey) - min(grey) >= _LEAST_CONTRAST else None


def distance(one: int, other: int) -> int:
    """In how many bits two fingerprints differ."""
    return (one ^ other).bit_count()


def pieces(fingerprint: int) -> list[int]:
    """The seven pieces as numbers of 13 bits: which piece it is, then its bits."""
    found, place = [], 0
    for number, width in enumerate(_WIDTHS):
        found.append(number << 10 | (fingerprint >> place & (1 << width) - 1))
        place += width
    return found


def signed(fingerprint: int) -> int:
    """The same 64 bits as databases keep them."""
    return fingerprint - (1 << BITS) if fingerprint >> (BITS - 1) else fingerprint


def unsigned(kept: int) -> int:
    return kept % (1 << BITS)


def _grey(path: Path) -> bytes:
    """The picture upright, in grey, 32 by 32; empty where it is too large."""
    with Image.open(path, formats=_FORMATS) as picture:
        picture.draft("L", (8 * _SIDE, 8 * _SIDE))  # a JPEG is unpacked at an eighth of its size
        if picture.width * picture.height > _MOST_PIXELS:
            return b""
        upright = ImageOps.exif_transpose(picture)
        return upright.convert("L").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS).tobytes()


def _fingerprint(grey: bytes) -> int:
    rows = [grey[start : start + _SIDE] for start in range(0, _SIDE * _SIDE, _SIDE)]
    across = [[sum(map(float.__mul__, wave, map(float, row))) for wave in _WAVES] for row in rows]
    columns = list(zip(*across, strict=True))
    low = [sum(map(float.__mul__, wave, column)) for wave in _WAVES for column in columns]
    middle = median(low)
    return sum(1 << place for place, strength in enumerate(low) if strength > middle)
