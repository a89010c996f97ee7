"""A file as the lines that the rules look at: everything in it that somebody who has it can read, seen or not."""

import logging
from collections.abc import Callable, Iterator
from io import BytesIO

from youju.errors import YoujuError
from youju.evidence.names import extension_of
from youju.evidence.signatures import ways_to_read
from youju.evidence.upload import Upload
from youju.gate.finding import Finding
from youju.gate.reading.office import read_office
from youju.gate.reading.old_sheet import read_old_sheet
from youju.gate.reading.packed import Inner, read_packed
from youju.gate.reading.paged import read_paged
from youju.gate.reading.picture import read_picture
from youju.gate.reading.recording import read_recording
from youju.gate.reading.sheet import read_sheets
from youju.gate.reading.written import read_page, read_text
from youju.gate.rules.line import Line
from youju.gate.rules.rules import UNREAD

logger = logging.getLogger(__name__)

Seen = Line | Finding | Inner
"""A line to look at, something found already, or a file inside the file."""

_READERS: dict[str, tuple[Callable[[Upload], Iterator[Seen]], ...]] = {
    "docx": (read_office, read_packed),
    "pptx": (read_office, read_packed),
    "xlsx": (read_sheets, read_office, read_packed),
    "ofd": (read_office, read_packed),
    "xls": (read_old_sheet,),
    "pdf": (read_paged,),
    "txt": (read_text,),
    "csv": (read_text,),
    **dict.fromkeys(("jpg", "png", "webp", "heic", "gif", "bmp", "tiff"), (read_picture,)),
    **dict.fromkeys(("mp4", "mov", "m4a", "mp3"), (read_recording,)),
}
_DEEPEST = 3  # a picture in the workbook of a chart in a report
_PAGES = ("html", "htm")
_TEXTS = ("md", "json", "xml", "svg")


def read_file(name: str, content: bytes, *, depth: int = 0) -> Iterator[Line | Finding]:
    """The file's name, then what is in it; where it cannot be read a finding says so."""
    yield Line(name, "name", "", name.rpartition("›")[2])
    try:
        for seen in _seen(name, content):
            if not isinstance(seen, Inner):
                yield seen
            elif depth < _DEEPEST:
                yield from read_file(f"{name} › {seen.name}", seen.content, depth=depth + 1)
    except YoujuError:
        yield Finding(UNREAD, name, "text", "", "")
    except Exception:
        # Parsers fail on hostile bytes in ways that nobody can list; none of them lets a file through unread.
        logger.warning("A file could not be read to its end by the gate", exc_info=True)
        yield Finding(UNREAD, name, "text", "", "")


def _seen(name: str, content: bytes) -> Iterator[Seen]:
    upload = Upload(BytesIO(content), name, len(content))
    extension = extension_of(name)
    if extension in _PAGES:
        yield from read_page(upload)
        return
    if extension in _TEXTS:
        yield from read_text(upload)
        return
    readers = next((_READERS[way] for way in sorted(ways_to_read(upload)) if way in _READERS), ())
    if not readers:
        yield Finding(UNREAD, name, "text", "", "")
    for reader in readers:
        upload.content.seek(0)
        yield from reader(upload)
