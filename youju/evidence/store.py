"""The door of the evidence package: take a file in, open it, prove that it is unchanged.

``receive`` copies, hashes and checks before it writes its one row: call it before a verb's transaction,
so that a slow upload holds no database lock.
"""

import hashlib
import time
from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, BinaryIO, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from youju.evidence import folder
from youju.evidence.errors import ContentMissing, EmptyFile, FileTooLarge, QuotaFull
from youju.evidence.fingerprints import fingerprint_of, pieces, signed
from youju.evidence.models import File, FingerprintPiece
from youju.evidence.names import safe_name
from youju.evidence.upload import Upload, chunks
from youju.orgs.settings import settings_of

MEGABYTE = 1024 * 1024


class Harm(StrEnum):
    MISSING = "missing"
    UNREADABLE = "unreadable"
    CHANGED = "changed"


class Damage(NamedTuple):
    """Evidence whose bytes are no longer those that were received."""

    sha256: str
    what: Harm
    sentence: str


def receive(*, content: IO[bytes], name: str, received_by: str) -> File:
    """Check a file and keep it; the same content is kept once, whoever hands it in again.

    name: as the sender calls it; only its extension counts. received_by: the member's token.
    Raises a FileRefused with its sentence; then nothing is kept.
    """
    from youju.evidence import formats  # it loads what reads each of them, which takes long: not for every command

    name = safe_name(name)
    most, quota = settings_of("upload_megabytes", "member_megabytes")
    with folder.incoming() as draft:
        sha256, size = _copy(content, draft, name, most)
        upload = Upload(draft, name, size)
        found, made = formats.examine(upload)
        known = File.objects.filter(sha256=sha256).first()
        if known is None:  # the same content again costs nothing
            _refuse_beyond_quota(upload, received_by, quota)
        folder.keep(draft, sha256)
    if known is not None:
        return known
    about = {"media_type": found.media_type, "extension": found.extension, "made": made, "received_by": received_by}
    return _row(sha256, {"size": size, **about})


def open_file(file: File) -> BinaryIO:
    """The content, opened for reading. Raises ContentMissing where the folder has lost it."""
    try:
        return folder.path_of(file.sha256).open("rb")
    except FileNotFoundError as error:
        raise ContentMissing(sha256=file.sha256) from error


def verify(file: File) -> Damage | None:
    """Hash the content again; None where it is what was received."""
    path = folder.path_of(file.sha256)
    if not path.exists():
        return Damage(file.sha256, Harm.MISSING, _("Evidence file %s is missing.") % file.sha256)
    try:
        same = path.stat().st_size == file.size and folder.digest(path) == file.sha256
    except OSError:  # a folder in its place, a disk that gives up
        return Damage(file.sha256, Harm.UNREADABLE, _("Evidence file %s cannot be read.") % file.sha256)
    if not same:
        return Damage(file.sha256, Harm.CHANGED, _("The content of evidence file %s was changed.") % file.sha256)
    return None


def orphans(*, older_than: timedelta = timedelta(hours=1)) -> Iterator[Path]:
    """Files in the evidence folder that no row knows.

    Young ones are left out: a file comes a moment before its row.
    """
    before = time.time() - older_than.total_seconds()
    for shelf, paths in folder.shelves():
        known = set(File.objects.filter(sha256__startswith=shelf).values_list("sha256", flat=True))
        yield from (path for path in paths if path.name not in known and path.stat().st_mtime < before)
    yield from (path for path in folder.leftovers() if path.stat().st_mtime < before)


def _refuse_beyond_quota(upload: Upload, received_by: str, limit: int) -> None:
    """Raises QuotaFull where a member's files would grow beyond so many megabytes; 0 is no limit."""
    if not limit:
        return
    held = File.objects.filter(received_by=received_by).aggregate(bytes=Sum("size"))["bytes"] or 0
    if held + upload.size > limit * MEGABYTE:
        raise QuotaFull(name=upload.name, limit=limit)


def _row(sha256: str, about: dict[str, Any]) -> File:
    """The row of a new content, made with its fingerprint; another's where it was quicker."""
    fingerprint = fingerprint_of(folder.path_of(sha256)) if about["media_type"].startswith("image/") else None
    kept = None if fingerprint is None else signed(fingerprint)
    try:
        with transaction.atomic():
            file = File.objects.create(sha256=sha256, **about, fingerprint=kept)
            if fingerprint is not None:
                FingerprintPiece.objects.bulk_create(
                    FingerprintPiece(file=file, piece=each) for each in pieces(fingerprint)
                )
    except IntegrityError:
        return File.objects.get(sha256=sha256)
    return file


def _copy(content: IO[bytes], draft: IO[bytes], name: str, most: int) -> tuple[str, int]:
    """Copy and hash the content, at most so many megabytes; gives its digest and size in bytes."""
    found, size = hashlib.sha256(), 0
    for chunk in chunks(content):
        size += len(chunk)
        if size > most * MEGABYTE:
            raise FileTooLarge(name=name, limit=most)
        found.update(chunk)
        draft.write(chunk)
    if size == 0:
        raise EmptyFile(name=name)
    draft.flush()
    return found.hexdigest(), size
