"""Files that came with a form: taken in one after another, before any verb's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any, TypeAlias

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from youju.evidence.errors import TransferGone, TransferUnfinished
from youju.evidence.formats import EXTENSIONS
from youju.evidence.models import Transfer
from youju.evidence.store import Sent, receive_many
from youju.evidence.transfers import (
    PIECE,
    transfer_append,
    transfer_begin,
    transfer_check,
    transfer_end,
    transfer_open,
    transfers_of,
)
from youju.orgs.members import Member
from youju.records.heads.attachments import Grade, attachments_of
from youju.records.heads.beside import Arrived
from youju.records.heads.record import Record
from youju.records.verbs.attach import evidence_attach

# What a file dialogue offers; the store decides by content.
_ACCEPTED = ",".join(["image/*", *(f".{extension}" for extension in EXTENSIONS)])


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": _ACCEPTED, **(attrs or {})})


class CameraInput(ManyFilesInput):
    """Opens a phone's camera at once."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": "image/*", "capture": "environment", **(attrs or {})})


class ManyFilesField(forms.FileField):
    """Several files at once; cleaned to a list."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        if not data:
            return []
        return [super(ManyFilesField, self).clean(one, initial) for one in data]


class CodesInput(forms.MultipleHiddenInput):
    """The codes of transfers, one hidden input each; a template draws them beside their names."""


class TransfersField(forms.Field):
    """Files that came in pieces, by their codes; cleaned to the member's transfers in the order of the codes."""

    widget = CodesInput
    member: Member

    def clean(self, value: Any) -> list[Transfer]:
        found = self.found(value)
        if len(found) != len(set(value or ())):
            raise ValidationError(str(TransferGone()))
        unfinished = next((transfer for transfer in found if not transfer.whole), None)
        if unfinished is not None:
            raise ValidationError(str(TransferUnfinished(name=unfinished.name)))
        return found

    def found(self, codes: Any) -> list[Transfer]:
        """Those of the codes that are transfers of the member."""
        return transfers_of(list(dict.fromkeys(codes or ())), self.member.token)


class CameraField(ManyFilesField):
    widget = CameraInput


Received = list[Arrived]

Chosen: TypeAlias = "Transfer | UploadedFile[Any]"
"""A file of a form: one that came in pieces before, or with the form itself."""


def receive_all(files: Sequence[Chosen], member: Member) -> Received:
    """Keep the files and tell their names. Raises FileRefused at the first that is not accepted: then none is kept."""
    with ExitStack() as opened:
        kept = receive_many(sent=[_sent(file, member, opened) for file in files])
    return [
        Arrived(one, file.name or "file", file.original if isinstance(file, Transfer) else "")
        for one, file in zip(kept, files, strict=True)
    ]


def end_transfers(files: Sequence[Chosen]) -> None:
    """What came in pieces is evidence now: its transfers are over."""
    for file in files:
        if isinstance(file, Transfer):
            transfer_end(transfer=file)


def _sent(file: Chosen, member: Member, opened: ExitStack) -> Sent:
    content = opened.enter_context(transfer_open(file)) if isinstance(file, Transfer) else file.open("rb")
    return Sent(content, file.name or "file", member.token)


def transfer_whole(file: UploadedFile[Any], member: Member) -> Transfer:
    """A file that came whole, as one that came in pieces: it waits for the form that hands it in.

    Raises FileRefused.
    """
    transfer = transfer_begin(member=member.token, name=file.name or "file", size=file.size or 0)
    for piece in file.chunks(PIECE):
        transfer = transfer_append(transfer=transfer, offset=transfer.there, piece=piece)
    transfer_check(transfer)
    return transfer


def attach_all(
    record: Record, received: Received, member: Member, *, grade: str = Grade.FILE, note: str = "", role: str = ""
) -> int:
    """Put the files beside the record, each content once however often the form was sent; how many were new."""
    there = {attachment.content for attachment in attachments_of([record.ref]).get(record.ref, [])}
    new = [arrived for arrived in received if arrived.file.sha256 not in there]
    for file, name, original in new:
        evidence_attach(
            record=record, actor=member, file=file, name=name, grade=grade, note=note, role=role, original=original
        )
    return len(new)
