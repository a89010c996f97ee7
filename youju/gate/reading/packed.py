"""Files inside a file: the pictures of a report, the workbook behind a chart."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings

from youju.evidence.upload import Upload
from youju.evidence.zips import Budget, open_archive

# Fonts and printer settings hold no words; drawings of Windows (emf, wmf) and thumbnails of the page are only shapes.
_SHAPES = re.compile(r"\.(?:xml|rels|vml|odttf|ttf|otf|fntdata|emf|wmf|wdp|dat)$|printerSettings", re.IGNORECASE)


class Inner(NamedTuple):
    name: str
    content: bytes


def read_packed(upload: Upload) -> Iterator[Inner]:
    """Each file inside that is not a part of the document itself. Raises the errors of ``open_archive``."""
    with open_archive(upload, Budget(settings.UNPACKED_BYTES)) as archive:
        for entry in archive.infolist():
            if not entry.is_dir() and not _SHAPES.search(entry.filename):
                yield Inner(entry.filename.rpartition("/")[2], archive.read(entry))
