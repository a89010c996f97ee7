"""A picture that browsers do not show by themselves (HEIC, as telephones take it), as a JPEG to look at.

It is made anew each time, and evidence of nothing: what counts is the file as it came.
"""

import io
import logging
from typing import BinaryIO

import pillow_heif
from PIL import ExifTags, Image, ImageOps

from youju.errors import NotFound
from youju.evidence.models import File
from youju.evidence.store import open_file

logger = logging.getLogger(__name__)

PREVIEWED = "image/heic"
_PICTURES = "image/"
_LONG_EDGE, _QUALITY = 2560, 85
_PUBLIC_EDGE = 1280
# To unpack more would cost the server hundreds of megabytes; such a picture is downloaded.
_MOST_PIXELS = 50_000_000
# The orientations of Exif in which the long side lies where the short one was.
_LYING = (5, 6, 7, 8)


def preview(file: File) -> bytes:
    """The picture upright, as a JPEG with a long edge of at most 2560 pixels, without notes of the camera.

    Raises NotFound where it cannot be unpacked.
    """
    if file.media_type != PREVIEWED:
        raise NotFound()
    with open_file(file) as content:
        try:
            return _jpeg(pillow_heif.open_heif(content, convert_hdr_to_8bit=True))
        except Exception as error:  # decoders fail on odd bytes in ways that nobody can list
            logger.info("No preview of %s", file.sha256, exc_info=True)
            raise NotFound() from error


def is_picture(file: File) -> bool:
    return file.media_type.startswith(_PICTURES)


def public_picture(file: File) -> bytes:
    """A picture for everybody: upright, a JPEG with a long edge of at most 1280 pixels, without notes of the camera.

    Raises NotFound where the file is no picture that can be unpacked.
    """
    with open_file(file) as content:
        try:
            if file.media_type == PREVIEWED:
                return _jpeg(pillow_heif.open_heif(content, convert_hdr_to_8bit=True), _PUBLIC_EDGE)
            picture = Image.open(content)
            if picture.size[0] * picture.size[1] > _MOST_PIXELS:
                raise ValueError("too many pixels")
            return _small(picture, _PUBLIC_EDGE)
        except Exception as error:  # decoders fail on odd bytes in ways that nobody can list
            logger.info("No public picture of %s", file.sha256, exc_info=True)
            raise NotFound() from error


def public_size(file: File) -> tuple[int, int] | None:
    """Width and height in pixels of what ``public_picture`` makes of a file, read from its head alone; None where it
    is no picture that can be read. By it a page keeps a place for the picture while that is still on its way.
    """
    try:
        with open_file(file) as content:
            width, height = _upright_size(file, content)
    except Exception:  # as above, or the file is lost: a page that shows no picture is better than none
        logger.info("No size of %s", file.sha256, exc_info=True)
        return None
    over = max(width, height) / _PUBLIC_EDGE
    return (width, height) if over <= 1 else (max(1, round(width / over)), max(1, round(height / over)))


def _upright_size(file: File, content: BinaryIO) -> tuple[int, int]:
    if file.media_type == PREVIEWED:  # its decoder turns it by itself
        width, height = pillow_heif.open_heif(content).size
    else:
        picture = Image.open(content)
        width, height = picture.size
        if picture.getexif().get(ExifTags.Base.Orientation, 1) in _LYING:
            width, height = height, width
    return width, height


def _jpeg(heif: pillow_heif.HeifFile, edge: int = _LONG_EDGE) -> bytes:
    if heif.size[0] * heif.size[1] > _MOST_PIXELS:
        raise ValueError("too many pixels")
    return _small(heif.to_pillow(), edge)


def _small(picture: Image.Image, edge: int) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((edge, edge))
    bare = _on_white(upright)
    bare.info = {}  # a comment in it would be written again
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """What is see-through is white, as on paper."""
    if picture.mode not in ("RGBA", "LA", "PA", "P"):
        return picture.convert("RGB")
    over = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", over.size, "white"), over).convert("RGB")
