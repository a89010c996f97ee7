"""What a content is by its bytes alone. Neither the name nor what a browser claims is looked at."""

import re

import puremagic
from django.conf import settings
from django.utils.translation import gettext as _

from youju.evidence import ofd, office, old, recordings
from youju.evidence.encodings import encoding_of
from youju.evidence.errors import PasswordProtected
from youju.evidence.upload import Upload, chunks
from youju.evidence.zips import MAGIC, Budget, open_archive

_NONE: frozenset[str] = frozenset()
_HEAD_BYTES = 4096
_PLAIN = (
    (re.compile(rb"\xff\xd8\xff"), frozenset({"jpg"})),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), frozenset({"png"})),
    (re.compile(rb"GIF8[79]a"), frozenset({"gif"})),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), frozenset({"webp"})),
    (re.compile(rb"BM.{4}\0{4}", re.DOTALL), frozenset({"bmp"})),
    (re.compile(rb"II\*\0|MM\0\*"), frozenset({"tiff"})),
    # Some scanners put a line break in front of the header.
    (re.compile(rb"[\r\n\t ]{0,16}%PDF-[12]\.\d"), frozenset({"pdf"})),
)
_ENCRYPTED_OFFICE = re.compile(re.escape("EncryptedPackage".encode("utf-16-le")))
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:[!?]|html|head|body|svg|script|iframe)|mime-version:", re.IGNORECASE)


def ways_to_read(upload: Upload) -> frozenset[str]:
    """The customary extensions of all formats that the content may be; empty where none is accepted.

    Raises OldOfficeFile and PasswordProtected for what could only be refused later with a vaguer sentence,
    and the errors of zips.open_archive.
    """
    head = upload.read(0, _HEAD_BYTES)
    for signature, ways in _PLAIN:
        if signature.match(head):
            return ways
    if head.startswith(MAGIC):
        return _ways_to_read_archive(upload)
    if head.startswith(old.MAGIC):
        if upload.holds(_ENCRYPTED_OFFICE):
            raise PasswordProtected(name=upload.name)
        return old.ways_to_read(upload)
    if head[4:8] == b"ftyp":
        return recordings.ways_to_read_brand(head[8:12])
    if recordings.is_mp3(upload):
        return frozenset({"mp3"})
    return _ways_to_read_text(upload, head)


def guess(upload: Upload) -> str:
    """A name for a content that is not accepted, to tell the sender what the file seems to be."""
    try:
        found = puremagic.magic_string(upload.read(0, _HEAD_BYTES))
    except (puremagic.PureError, ValueError):
        found = []
    return next((match.name for match in found if match.name), _("unknown"))


def _ways_to_read_archive(upload: Upload) -> frozenset[str]:
    with open_archive(upload, Budget(settings.UNPACKED_BYTES)) as archive:
        names = archive.namelist()
        if office.CONTENT_TYPES in names:
            return office.ways_to_read(archive, upload)
        return frozenset({"ofd"}) if ofd.ENTRY in names else _NONE


def _ways_to_read_text(upload: Upload, head: bytes) -> frozenset[str]:
    upload.content.seek(0)
    if _MARKUP.match(head) or encoding_of(chunks(upload.content)) is None:
        return _NONE
    return frozenset({"txt", "csv"})
