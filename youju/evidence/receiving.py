"""Taking files in, one or many: copied, hashed and checked before their rows are written.

Call it before a verb's transaction, so that a slow upload holds no database lock.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, nullcontext
from datetime import datetime
from typing import IO, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Sum

from youju.evidence import folder
from youju.evidence.errors import EmptyFile, FileTooLarge, QuotaFull
from youju.evidence.fingerprints import fingerprint_of, pieces, signed, unsigned
from youju.evidence.models import File, FingerprintPiece
from youju.evidence.names import safe_name
from youju.evidence.upload import Upload, chunks
from youju.lib.batches import batches
from youju.orgs.settings import settings_of

MEGABYTE = 1024 * 1024
# So many files are held open at once.
_OPEN = 100


class Sent(NamedTuple):
    """A file that somebody hands in. name: as the sender calls it; only its extension counts. received_by: a token."""

    content: IO[bytes]
    name: str
    received_by: str


class _Arrival(NamedTuple):
    """A file that may be kept. made: when it says that it was made."""

    upload: Upload
    sha256: str
    media_type: str
    extension: str
    made: datetime | None
    received_by: str


def receive(*, content: IO[bytes], name: str, received_by: str) -> File:
    """Check a file and keep it; the same content is kept once, whoever hands it in again.

    name: as the sender calls it; only its extension counts. received_by: the member's token.
    Raises a FileRefused with its sentence; then nothing is kept.
    """
    return receive_many(sent=[Sent(content, name, received_by)])[0]


def receive_many(*, sent: Iterable[Sent]) -> list[File]:
    """Check files and keep them, in their order; a hundred at a time are all kept, or none of them.

    Raises as ``receive`` at the first that is refused.
    """
    return [file for together in batches(sent, _OPEN) for file in _receive(together)]


def _receive(sent: Sequence[Sent]) -> list[File]:
    most, quota = settings_of("upload_megabytes", "member_megabytes")
    with ExitStack() as drafts:
        arrivals = [_arrived(each, drafts.enter_context(folder.incoming()), most) for each in sent]
        kept = {file.sha256: file for file in File.objects.filter(sha256__in={each.sha256 for each in arrivals})}
        new = list({each.sha256: each for each in arrivals if each.sha256 not in kept}.values())
        _refuse_beyond_quota(new, quota)  # the same content again costs nothing
        with folder.forced_together() if len(arrivals) > 1 else nullcontext():
            for each in arrivals:
                folder.keep(each.upload.content, each.sha256)
    kept |= {file.sha256: file for file in _rows(new)}
    return [kept[each.sha256] for each in arrivals]


def _arrived(sent: Sent, draft: IO[bytes], most: int) -> _Arrival:
    from youju.evidence import formats  # it loads what reads each of them, which takes long: not for every command

    name = safe_name(sent.name)
    sha256, size = _copy(sent.content, draft, name, most)
    upload = Upload(draft, name, size)
    found, made = formats.examine(upload)
    return _Arrival(upload, sha256, found.media_type, found.extension, made, sent.received_by)


def _refuse_beyond_quota(arrivals: Sequence[_Arrival], limit: int) -> None:
    """Raises QuotaFull where a member's files would grow beyond so many megabytes; 0 is no limit."""
    if not limit or not arrivals:
        return
    senders = File.objects.filter(received_by__in={each.received_by for each in arrivals}).order_by()
    held = Counter(dict(senders.values_list("received_by").annotate(bytes=Sum("size"))))
    for each in arrivals:
        held[each.received_by] += each.upload.size
        if held[each.received_by] > limit * MEGABYTE:
            raise QuotaFull(name=each.upload.name, limit=limit)


def _rows(arrivals: Sequence[_Arrival]) -> list[File]:
    """The rows of new contents, made with their fingerprints; another's where it was quicker."""
    try:
        with transaction.atomic():
            files = File.objects.bulk_create(_row(each) for each in arrivals)
            FingerprintPiece.objects.bulk_create(
                FingerprintPiece(file=file, piece=piece) for file in files for piece in _pieces(file)
            )
    except IntegrityError:
        if len(arrivals) == 1:
            return [File.objects.get(sha256=arrivals[0].sha256)]
        return [_rows([each])[0] for each in arrivals]
    return files


def _row(arrival: _Arrival) -> File:
    picture = arrival.media_type.startswith("image/")
    fingerprint = fingerprint_of(folder.path_of(arrival.sha256)) if picture else None
    return File(
        sha256=arrival.sha256,
        size=arrival.upload.size,
        media_type=arrival.media_type,
        extension=arrival.extension,
        made=arrival.made,
        received_by=arrival.received_by,
        fingerprint=None if fingerprint is None else signed(fingerprint),
    )


def _pieces(file: File) -> list[int]:
    return [] if file.fingerprint is None else pieces(unsigned(file.fingerprint))


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
