"""Films and sound recordings: complete in their outer structure; what they show is not looked at."""

import struct
from datetime import UTC, datetime, timedelta

from youju.evidence import boxes
from youju.evidence.errors import DamagedFile
from youju.evidence.made import believable
from youju.evidence.upload import Upload

# Brands of HEIC pictures; other still pictures in boxes are not accepted.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_OTHER_PICTURES = {b"avif", b"avis", b"crx ", b"jp2 "}
# Telephones and editors name the same boxes by any of the three.
_RECORDINGS = frozenset({"mp4", "mov", "m4a"})
_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)

# MPEG audio, layer III: kbit/s and Hz by their codes in the frame's header; version 1, then 2 and 2.5.
_RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_HERTZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def ways_to_read_brand(brand: bytes) -> frozenset[str]:
    """The formats that a file with this brand may be."""
    if brand in _HEIC_BRANDS:
        return frozenset({"heic"})
    return frozenset() if brand in _OTHER_PICTURES else _RECORDINGS


def inspect_mp4(upload: Upload) -> datetime | None:
    """When it was recorded. Raises DamagedFile for a recording that is cut off."""
    boxes.check_whole(upload)
    movie = boxes.find(upload, b"moov")
    if movie is None:
        raise DamagedFile(name=upload.name)
    header = boxes.find(upload, b"mvhd", inside=movie)
    return _recorded(upload.read(header.start, 12)) if header else None


def is_mp3(upload: Upload) -> bool:
    """Whether two frames of MPEG layer III follow each other at the start (after a tag); one could be chance."""
    start = _after_tag(upload.read(0, 10))
    length = _frame_length(upload.read(start, 4))
    return length > 0 and _frame_length(upload.read(start + length, 4)) > 0


def inspect_mp3(_upload: Upload) -> None:
    """What is_mp3 has seen is all there is to see; MP3 states no date of its own."""


def _recorded(header: bytes) -> datetime | None:
    if len(header) < 12:
        return None
    (seconds,) = struct.unpack_from(">Q" if header[0] == 1 else ">I", header, 4)
    try:
        return believable(_EPOCH + timedelta(seconds=seconds))
    except OverflowError:
        return None


def _after_tag(head: bytes) -> int:
    if len(head) < 10 or not head.startswith(b"ID3"):
        return 0
    # Seven bits a byte, so that no tag looks like a frame.
    return 10 + sum((byte & 0x7F) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))


def _frame_length(head: bytes) -> int:
    """Bytes from this frame to the next; 0 where no frame begins here."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, hertz = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version not in _HERTZ or hertz == 3:
        return 0
    kilobits = (_RATES_1 if version == 3 else _RATES_2)[rate]
    return (144 if version == 3 else 72) * kilobits * 1000 // _HERTZ[version][hertz] + (head[2] >> 1 & 1)
