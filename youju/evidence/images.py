"""Pictures: complete, of a size that can be shown, and nothing else besides."""

import re
from datetime import datetime

from youju.evidence import boxes, exif
from youju.evidence.errors import DamagedFile, TooManyPixels
from youju.evidence.pixels import Size, size_of_gif, size_of_heic, size_of_jpeg, size_of_png, size_of_webp
from youju.evidence.polyglots import check_picture
from youju.evidence.upload import Upload

# The largest telephone cameras make 200 million; a screen that unpacks more needs over a gigabyte.
MOST_PIXELS = 250_000_000
_JPEG_END = re.compile(rb"\xff\xd9")


def inspect_jpeg(upload: Upload) -> datetime | None:
    """When the camera took it. Raises DamagedFile, TooManyPixels or TwoFilesInOne, as all here do."""
    size, scan = size_of_jpeg(upload)
    # Cameras append thumbnails and short films, so the end mark need not be the last thing.
    if not upload.holds(_JPEG_END, start=scan):
        raise DamagedFile(name=upload.name)
    return _inspect(upload, size)


def inspect_png(upload: Upload) -> datetime | None:
    return _inspect(upload, size_of_png(upload))


def inspect_webp(upload: Upload) -> datetime | None:
    return _inspect(upload, size_of_webp(upload))


def inspect_heic(upload: Upload) -> datetime | None:
    boxes.check_whole(upload)
    return _inspect(upload, size_of_heic(upload))


def inspect_gif(upload: Upload) -> datetime | None:
    ending = upload.read(max(0, upload.size - 512), 512).rstrip(b"\0")
    if not ending.endswith(b";"):
        raise DamagedFile(name=upload.name)
    return _inspect(upload, size_of_gif(upload))


def _inspect(upload: Upload, size: Size | None) -> datetime | None:
    if size is None or 0 in size:
        raise DamagedFile(name=upload.name)
    if size.width * size.height > MOST_PIXELS:
        raise TooManyPixels(name=upload.name, width=size.width, height=size.height)
    check_picture(upload)
    return exif.taken(upload)
