"""A picture that browsers do not show by themselves (HEIC, as telephones take it), as a JPEG to look at.

It is made anew each time, and evidence of nothing: what counts is the file as it came.
"""

import io
import logging

import pillow_heif
from PIL import Image, ImageOps

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
