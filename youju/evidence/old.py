"""Formats of old programs, daily bread in schools: kept to be downloaded, neither shown nor read.

doc, xls and ppt, and what WPS calls them: one compound file each, told apart by the name of its main stream. What runs
when it is opened is refused as in the new formats. BMP and TIFF: pictures that no browser shows alike.
"""

import re
import struct

from youju.evidence.errors import ContainsActiveContent, ContainsMacros, DamagedFile, OldOfficeFile, TooManyPixels
from youju.evidence.polyglots import check_picture
from youju.evidence.upload import Upload

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EXTENSIONS = frozenset({"doc", "xls", "ppt", "bmp", "tiff"})
"""Customary extensions of all formats here."""

_MOST_PIXELS = 250_000_000
_SHORT = 3
_WIDTH, _HEIGHT = 256, 257


def _stream(*names: str) -> re.Pattern[bytes]:
    return re.compile(b"|".join(re.escape(name.encode("utf-16-le")) for name in names))


_MAIN = (
    ("doc", _stream("WordDocument")),
    ("xls", _stream("Workbook", "Book\0")),
    ("ppt", _stream("PowerPoint Document")),
)
_MACROS = _stream("_VBA_PROJECT")
_PACKAGE = _stream("\x01Ole10Native")
# Excel 4.0: a sheet of macros (type 1) is a record BOUNDSHEET whose sixth byte of content is 1.
_MACRO_SHEET = re.compile(rb"\x85\x00.[\x00\x01].{4}[\x00-\x02]\x01", re.DOTALL)


def ways_to_read(upload: Upload) -> frozenset[str]:
    """The extension of a compound file's main stream. Raises OldOfficeFile where it has none that is kept."""
    for extension, stream in _MAIN:
        if upload.holds(stream):
            return frozenset({extension})
    raise OldOfficeFile(name=upload.name)


def inspect_compound(upload: Upload) -> None:
    """Raises ContainsMacros or ContainsActiveContent. When it was made it does not say without being opened."""
    if upload.holds(_MACROS) or ("xls" in ways_to_read(upload) and upload.holds(_MACRO_SHEET)):
        raise ContainsMacros(name=upload.name)
    if upload.holds(_PACKAGE):
        raise ContainsActiveContent(name=upload.name)


def inspect_bmp(upload: Upload) -> None:
    """Raises DamagedFile, TooManyPixels or TwoFilesInOne."""
    head = upload.read(0, 26)
    if len(head) < 26 or struct.unpack_from("<I", head, 2)[0] > upload.size:
        raise DamagedFile(name=upload.name)
    width, height = struct.unpack_from("<ii", head, 18)
    _check(upload, abs(width), abs(height))


def inspect_tiff(upload: Upload) -> None:
    """The same, by the first directory of tags; further pages have theirs."""
    head = upload.read(0, 8)
    order = "<" if head.startswith(b"II") else ">"
    try:
        (place,) = struct.unpack_from(f"{order}I", head, 4)
        (count,) = struct.unpack(f"{order}H", upload.read(place, 2))
        tags = dict(_tag(upload.read(place + 2 + 12 * number, 12), order) for number in range(count))
        width, height = tags[_WIDTH], tags[_HEIGHT]
    except (struct.error, KeyError):
        raise DamagedFile(name=upload.name) from None
    _check(upload, width, height)


def _tag(entry: bytes, order: str) -> tuple[int, int]:
    tag, kind = struct.unpack_from(f"{order}HH", entry)
    (value,) = struct.unpack_from(f"{order}{'H' if kind == _SHORT else 'I'}", entry, 8)
    return tag, value


def _check(upload: Upload, width: int, height: int) -> None:
    if not width * height:
        raise DamagedFile(name=upload.name)
    if width * height > _MOST_PIXELS:
        raise TooManyPixels(name=upload.name, width=width, height=height)
    check_picture(upload)
