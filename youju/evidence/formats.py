"""What is kept as evidence: one table of formats, each with its names, its media type and its inspection."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from youju.errors import YoujuError
from youju.evidence import old
from youju.evidence.errors import DamagedFile, ExtensionMismatch, TypeNotAllowed, UnknownContent
from youju.evidence.images import inspect_gif, inspect_heic, inspect_jpeg, inspect_png, inspect_webp
from youju.evidence.names import extension_of
from youju.evidence.ofd import inspect_ofd
from youju.evidence.office import inspect_office
from youju.evidence.pdf import inspect_pdf
from youju.evidence.recordings import inspect_mp3, inspect_mp4
from youju.evidence.signatures import guess, ways_to_read
from youju.evidence.text import inspect_csv, inspect_text
from youju.evidence.upload import Upload

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. ``inspect`` refuses what may not be kept and tells when the file says it was made."""

    extensions: tuple[str, ...]
    media_type: str
    inspect: Callable[[Upload], datetime | None]

    @property
    def extension(self) -> str:
        """The customary extension, by which ways_to_read and the File row call the format."""
        return self.extensions[0]


_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS = (
    Format(("jpg", "jpeg"), "image/jpeg", inspect_jpeg),
    Format(("png",), "image/png", inspect_png),
    Format(("webp",), "image/webp", inspect_webp),
    Format(("heic", "heif"), "image/heic", inspect_heic),
    Format(("gif",), "image/gif", inspect_gif),
    Format(("pdf",), "application/pdf", inspect_pdf),
    Format(("docx",), f"{_OFFICE}.wordprocessingml.document", inspect_office),
    Format(("xlsx",), f"{_OFFICE}.spreadsheetml.sheet", inspect_office),
    Format(("pptx",), f"{_OFFICE}.presentationml.presentation", inspect_office),
    Format(("doc", "wps"), "application/msword", old.inspect_compound),
    Format(("xls", "et"), "application/vnd.ms-excel", old.inspect_compound),
    Format(("ppt", "dps"), "application/vnd.ms-powerpoint", old.inspect_compound),
    Format(("bmp",), "image/bmp", old.inspect_bmp),
    Format(("tiff", "tif"), "image/tiff", old.inspect_tiff),
    Format(("ofd",), "application/ofd", inspect_ofd),
    Format(("txt",), "text/plain", inspect_text),
    Format(("csv",), "text/csv", inspect_csv),
    Format(("mp4", "m4v"), "video/mp4", inspect_mp4),
    Format(("mov",), "video/quicktime", inspect_mp4),
    Format(("m4a",), "audio/mp4", inspect_mp4),
    Format(("mp3",), "audio/mpeg", inspect_mp3),
)

# Telephones and chat programs give pictures of the new format the old name; nothing misleading opens by it.
_ALSO_NAMED = {"heic": {"jpg", "jpeg"}}

EXTENSIONS = tuple(extension for format_ in FORMATS for extension in format_.extensions)


def examine(upload: Upload) -> tuple[Format, datetime | None]:
    """The format of an upload that may be kept, and when the file says it was made.

    Raises a FileRefused where the type is not allowed, content and extension differ, or the inside is unsafe.
    """
    try:
        found = _recognise(upload)
        return found, found.inspect(upload)
    except YoujuError:
        raise
    except Exception as error:
        # Parsers fail on hostile bytes in ways that nobody can list; none of them may end the request.
        logger.warning("An upload could not be read to its end", exc_info=True)
        raise DamagedFile(name=upload.name) from error


def _recognise(upload: Upload) -> Format:
    extension = extension_of(upload.name)
    ways = ways_to_read(upload)
    if extension and extension not in EXTENSIONS:
        raise TypeNotAllowed(name=upload.name, allowed=", ".join(EXTENSIONS))
    if not ways:
        raise UnknownContent(name=upload.name, extension=extension or "?", looks=guess(upload))
    readings = [format_ for format_ in FORMATS if format_.extension in ways]
    for format_ in readings:
        if extension in format_.extensions or extension in _ALSO_NAMED.get(format_.extension, ()):
            return format_
    raise ExtensionMismatch(name=upload.name, found=readings[0].extension)
