"""Files that are two things at once: a picture to us, an archive or a web page to somebody else."""

import re
import zipfile

from youju.evidence.errors import TwoFilesInOne
from youju.evidence.upload import Upload

_ARCHIVE_ENTRY = re.compile(rb"PK\x01\x02")
_MARKUP = re.compile(rb"<script[\s>]|<!doctype html|<iframe[\s>]", re.IGNORECASE)


def hides_archive(upload: Upload) -> bool:
    """Whether the content can also be opened as a ZIP."""
    return zipfile.is_zipfile(upload.content) and upload.holds(_ARCHIVE_ENTRY)


def check_picture(upload: Upload) -> None:
    """Raises TwoFilesInOne for a picture that an old browser would run or an unpacker would open."""
    if hides_archive(upload) or upload.holds(_MARKUP):
        raise TwoFilesInOne(name=upload.name)
