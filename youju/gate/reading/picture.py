"""What a picture says beside what it shows: camera notes, captions, where it was taken, what is written behind its end.

What it shows is not read.
"""

import re
from collections.abc import Iterator
from typing import Any

from PIL import Image
from PIL.ExifTags import IFD
from pillow_heif import register_heif_opener

from youju.evidence.upload import Upload
from youju.gate.finding import Finding
from youju.gate.rules.line import Line
from youju.gate.rules.rules import GPS

register_heif_opener()

_LATITUDE = 2
_WINDOWS = range(0x9C9B, 0x9CA0)  # title, comment, author, keywords and subject, in UTF-16
_POSITION = re.compile(r"GPSL(?:atitude|ongitude)")
_TAG = re.compile(r"<[^>]*>")
_VALUE = re.compile(r'"([^"]*)"')
_LONGEST = 200_000
_ENDS = ((b"\xff\xd8", b"\xff\xd9"), (b"\x89PNG", b"IEND\xaeB`\x82"))


def read_picture(upload: Upload) -> Iterator[Line | Finding]:
    """The notes of a picture. Raises what Pillow does for one that it cannot open."""
    with Image.open(upload.content) as picture:
        exif = picture.getexif()
        packet = _decoded(picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b"")
        if _LATITUDE in exif.get_ifd(IFD.GPSInfo) or _POSITION.search(packet):
            yield Finding(GPS, upload.name, "picture", "", "")
        kept = {**dict(exif.items()), **exif.get_ifd(IFD.Exif)}
        texts = [_note(tag, value) for tag, value in kept.items()]
        texts += [_decoded(value) for name, value in picture.info.items() if name not in ("exif", "icc_profile", "xmp")]
    texts.append(_behind(upload))
    texts += [_TAG.sub(" ", packet), *(value for tag in _TAG.findall(packet) for value in _VALUE.findall(tag))]
    for text in texts:
        yield from (Line(upload.name, "picture", "", line) for line in text[:_LONGEST].splitlines() if len(line) > 1)


def _behind(upload: Upload) -> str:
    """What follows the end of a JPEG or PNG: a viewer skips it, whoever has the file can read it."""
    upload.content.seek(0)
    content = upload.content.read()
    mark = next((mark for start, mark in _ENDS if content.startswith(start)), b"")
    return content.rpartition(mark)[2].decode("utf-8", "ignore") if mark and mark in content else ""


def _note(tag: int, value: Any) -> str:
    if tag in _WINDOWS and isinstance(value, bytes):
        return value.decode("utf-16-le", "ignore")
    return _decoded(value)


def _decoded(value: Any) -> str:
    """Texts, bytes and pieces of bytes as text; numbers of a camera are none of ours."""
    if isinstance(value, dict):
        return "\n".join(map(_decoded, value.values()))
    if isinstance(value, bytes):
        bare = value.removeprefix(b"UNICODE\0").removeprefix(b"ASCII\0\0\0").strip(b"\0")
        if value.startswith(b"UNICODE\0"):
            return bare.decode("utf-16-le" if b"\0" in bare[1:2] else "utf-16-be", "ignore")
        try:
            return bare.decode()
        except UnicodeDecodeError:
            return bare.decode("gb18030", "ignore")
    return value if isinstance(value, str) else ""
