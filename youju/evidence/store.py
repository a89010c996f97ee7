"""The door of the evidence package: take files in, open them, prove that they are unchanged."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple

from django.utils.translation import gettext as _

from youju.evidence import folder
from youju.evidence.errors import ContentMissing
from youju.evidence.models import File
from youju.evidence.receiving import Sent, receive, receive_many
from youju.lib.disk import is_older

__all__ = ["Damage", "Harm", "Sent", "open_file", "orphans", "receive", "receive_many", "verify"]


class Harm(StrEnum):
    MISSING = "missing"
    UNREADABLE = "unreadable"
    CHANGED = "changed"


class Damage(NamedTuple):
    """Evidence whose bytes are no longer those that were received."""

    sha256: str
    what: Harm
    sentence: str


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
    for shelf, paths in folder.shelves():
        known = set(File.objects.filter(sha256__startswith=shelf).values_list("sha256", flat=True))
        yield from (path for path in paths if path.name not in known and is_older(path, older_than))
    yield from (path for path in folder.leftovers() if is_older(path, older_than))
