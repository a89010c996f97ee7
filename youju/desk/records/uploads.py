"""Files that came with a form: taken in one after another, before any verb's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from youju.evidence.formats import EXTENSIONS
from youju.evidence.models import File
from youju.evidence.store import receive
from youju.orgs.members import Member
from youju.records.attach import evidence_attach
from youju.records.attachments import Grade, attachments_of
from youju.records.base import Record

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


class CameraField(ManyFilesField):
    widget = CameraInput


Received = list[tuple[File, str]]


def receive_all(files: Sequence[UploadedFile[Any]], member: Member) -> Received:
    """Keep each file and tell its name. Raises FileRefused at the first that is not accepted."""
    return [
        (receive(content=file.open("rb"), name=file.name or "file", received_by=member.token), file.name or "file")
        for file in files
    ]


def attach_all(
    record: Record, received: Received, member: Member, *, grade: str = Grade.FILE, note: str = "", role: str = ""
) -> int:
    """Put the files beside the record, each content once however often the form was sent; how many were new."""
    there = {attachment.content for attachment in attachments_of([record.ref]).get(record.ref, [])}
    new = [(file, name) for file, name in received if file.sha256 not in there]
    for file, name in new:
        evidence_attach(record=record, actor=member, file=file, name=name, grade=grade, note=note, role=role)
    return len(new)
