"""Files that are two things at once: a picture to us, an archive or a web page to somebody else."""

import re
import zipfile

from youju.evidence.errors import TwoFilesInOne
from youju.evidence.upload import Upload

_ARCHIVE_ENTRY = re.compile(rb"PK\x01\x02")
# How an archive begins wherever it lies: unpackers look past what stands in front, and some past what stands behind.
# Of a ZIP the first entry's head: four bytes alone come about by chance in large pictures.
_ARCHIVE = re.compile(
    rb"PK\x03\x04[\x0a-\x3f]\x00.[\x00\x08][\x00\x01\x08\x09\x0c\x0e\x5f\x63]\x00|Rar!\x1a\x07[\x00\x01]|7z\xbc\xaf\x27\x1c\x00",
    re.DOTALL,
)
_MARKUP = re.compile(rb"<script[\s>]|<!doctype html|<iframe[\s>]", re.IGNORECASE)


def hides_archive(upload: Upload) -> bool:
    """Whether the content can also be opened as a ZIP."""
    return zipfile.is_zipfile(upload.content) and upload.holds(_ARCHIVE_ENTRY)


def check_picture(upload: Upload) -> None:
    """Raises TwoFilesInOne for a picture that an old browser would run or an unpacker would open."""
    if hides_archive(upload) or upload.holds(_ARCHIVE) or upload.holds(_MARKUP):
        raise TwoFilesInOne(name=upload.name)
