"""Transfers: files on their way in, in pieces, each of one member; one that was cut off goes on where it stopped.

The pieces are put together in a folder beside the evidence. A file becomes evidence only where a form names its
transfer: then it goes through the same door, with the same checks, as a file that came whole. What nobody asked for
within a day is deleted.
"""

import os
from collections.abc import Sequence
from datetime import timedelta
from typing import BinaryIO

from django.db import transaction
from django.db.models import Sum

from youju.evidence import folder, formats
from youju.evidence.errors import (
    BytesGone,
    EmptyFile,
    FileRefused,
    FileTooLarge,
    QuotaFull,
    TooManyTransfers,
    TransferGone,
    WrongOffset,
    WrongPiece,
)
from youju.evidence.models import CODE_LETTERS, File, Transfer
from youju.evidence.names import safe_name
from youju.evidence.receiving import MEGABYTE
from youju.evidence.upload import Upload
from youju.lib import chance, clock
from youju.lib.refs import ALPHABET
from youju.orgs.members import Member
from youju.orgs.settings import settings_of

PIECE = 1024 * 1024
"""The most bytes that one request may bring."""

KEPT = timedelta(days=1)
_MOST_OPEN = 60


@transaction.atomic
def transfer_begin(*, member: str, name: str, size: int, original: str = "") -> Transfer:
    """Make room for a file of so many bytes. Raises a FileRefused where it could not become evidence anyhow."""
    name = safe_name(name)
    limit, quota = settings_of("upload_megabytes", "member_megabytes")
    if size <= 0:
        raise EmptyFile(name=name)
    if size > limit * MEGABYTE:
        raise FileTooLarge(name=name, limit=limit)
    list(Member.objects.select_for_update().filter(token=member))  # many at once come one by one
    if Transfer.objects.filter(member=member).count() >= _MOST_OPEN:
        raise TooManyTransfers(name=name, most=_MOST_OPEN)
    if quota and _held(member) + size > quota * MEGABYTE:
        raise QuotaFull(name=name, limit=quota)
    code = "".join(chance.pick(ALPHABET) for _place in range(CODE_LETTERS))
    return Transfer.objects.create(code=code, member=member, name=name, size=size, original=original)


def get_transfer(code: str, member: str) -> Transfer:
    """A transfer of the member's own. Raises TransferGone, for one of somebody else too."""
    transfer = Transfer.objects.filter(code=code, member=member).first()
    if transfer is None:
        raise TransferGone()
    return transfer


def transfers_of(codes: Sequence[str], member: str) -> list[Transfer]:
    """Those of the codes that are transfers of the member, in the order given."""
    found = {
        transfer.code: transfer for transfer in Transfer.objects.filter(member=member, code__in=codes[:_MOST_OPEN])
    }
    return [found[code] for code in codes if code in found]


@transaction.atomic
def transfer_append(*, transfer: Transfer, offset: int, piece: bytes) -> Transfer:
    """Put a piece where the last one ended. Raises WrongOffset, with where to go on, and WrongPiece.

    The row is locked: of two pieces for the same place one is taken. A file that is whole is looked at once, so that
    one which cannot be kept is refused while its sender is still there.
    """
    row = Transfer.objects.select_for_update().filter(pk=transfer.pk).first()
    if row is None:
        raise TransferGone()
    if offset != row.there:
        raise WrongOffset(there=row.there)
    if not piece or len(piece) > min(PIECE, row.size - row.there):
        raise WrongPiece(most=min(PIECE, row.size - row.there))
    _write(row, piece)
    row.there += len(piece)
    row.save(update_fields=["there"])
    return row


def transfer_check(transfer: Transfer) -> None:
    """Look into a whole file as it is looked into when it becomes evidence. Raises FileRefused; then it is gone."""
    try:
        with transfer_open(transfer) as content:
            formats.examine(Upload(content, transfer.name, transfer.size))
    except FileRefused:
        transfer_end(transfer=transfer)
        raise


def transfer_open(transfer: Transfer) -> BinaryIO:
    """Its bytes, opened for reading. Raises BytesGone where somebody handed it in or took it off meanwhile."""
    try:
        return transfer.path.open("rb")
    except FileNotFoundError as error:
        raise BytesGone(name=transfer.name) from error


def transfer_end(*, transfer: Transfer) -> None:
    """Forget a transfer, finished or not, and delete its bytes. Once more does no harm."""
    Transfer.objects.filter(pk=transfer.pk).delete()
    transfer.path.unlink(missing_ok=True)


def transfers_prune() -> int:
    """Delete the transfers begun more than a day ago, and bytes that no transfer knows; say how many."""
    old = list(Transfer.objects.filter(begun__lt=clock.now() - KEPT))
    for transfer in old:
        transfer_end(transfer=transfer)
    there = list(folder.transfers().glob("*"))  # before the rows: a row comes before its bytes
    known = set(Transfer.objects.values_list("code", flat=True))
    lost = [path for path in there if path.name not in known]
    for path in lost:
        path.unlink(missing_ok=True)
    return len(old) + len(lost)


def _held(member: str) -> int:
    """Bytes that a member has handed in or is handing in."""
    kept = File.objects.filter(received_by=member).aggregate(bytes=Sum("size"))["bytes"] or 0
    coming = Transfer.objects.filter(member=member).aggregate(bytes=Sum("size"))["bytes"] or 0
    return int(kept + coming)


def _write(row: Transfer, piece: bytes) -> None:
    """At its place, whatever a request that died half-way has left behind it."""
    folder.transfers().mkdir(parents=True, exist_ok=True)
    handle = os.open(row.path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "r+b") as content:
        content.seek(0, os.SEEK_END)
        if content.tell() < row.there:  # the folder was lost, or another machine has it
            raise TransferGone()
        content.seek(row.there)
        content.truncate()
        content.write(piece)
