"""The evidence folder: where bytes lie, named by their SHA-256, and how they get there whole.

A file is written under a temporary name, forced to the disk, renamed, and its folder forced to the disk,
all before any row speaks of it. A power cut leaves at worst a file that no row knows (see store.orphans). Of many
that are kept together all are forced at once, before their rows are committed.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import IO

from django.conf import settings

from youju.evidence.upload import chunks

_INCOMING = "incoming"
# So many wait for the disk at once: it takes what comes together in one go.
_AT_ONCE = 8
_waiting: ContextVar[set[Path] | None] = ContextVar("waiting", default=None)


def path_of(sha256: str) -> Path:
    """Where the content with this digest lies, or would lie."""
    return Path(settings.EVIDENCE_FOLDER) / sha256[:2] / sha256[2:4] / sha256


@contextmanager
def incoming() -> Iterator[IO[bytes]]:
    """A temporary file on the evidence folder's own disk; gone afterwards unless it was kept."""
    place = Path(settings.EVIDENCE_FOLDER) / _INCOMING
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place, delete=False) as draft:
        try:
            yield draft
        finally:
            Path(draft.name).unlink(missing_ok=True)


def keep(draft: IO[bytes], sha256: str) -> None:
    """Move a temporary file to the place of its content, durably.

    Content that is already there stays, unless it is damaged: then the new copy, which has the right
    digest, takes its place.
    """
    target = path_of(sha256)
    _make_folders(target.parent)
    if not (target.exists() and digest(target) == sha256):
        draft.flush()
        if _waiting.get() is None:
            os.fsync(draft.fileno())
        Path(draft.name).chmod(0o400)  # nobody edits evidence in place
        Path(draft.name).replace(target)
    # Also where it was there: whoever put it there may have died before this line.
    _force(target, target.parent)


@contextmanager
def forced_together() -> Iterator[None]:
    """Let what is kept inside be forced to the disk when this ends, all at once; inside another, when that one ends.

    The rows of these files must be written in a transaction that is still open then. After an error nothing is forced:
    no row will speak of it.
    """
    if _waiting.get() is not None:
        yield
        return
    places: set[Path] = set()
    token = _waiting.set(places)
    try:
        yield
    finally:
        _waiting.reset(token)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(_force_one, sorted(places)))


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    found = hashlib.sha256()
    with path.open("rb") as content:
        for chunk in chunks(content):
            found.update(chunk)
    return found.hexdigest()


def shelves() -> Iterator[tuple[str, list[Path]]]:
    """The kept files by the first two letters of their digests; at most a 256th of them at a time."""
    for shelf in sorted(Path(settings.EVIDENCE_FOLDER).glob("??")):
        yield shelf.name, sorted(path for path in shelf.glob("??/*") if path.is_file())


def transfers() -> Path:
    """Where files lie that come in pieces, until they are evidence (see transfers.py)."""
    return Path(settings.EVIDENCE_FOLDER) / "transfers"


def leftovers() -> Iterator[Path]:
    """Temporary files of transfers that ended with the server's process."""
    yield from sorted((Path(settings.EVIDENCE_FOLDER) / _INCOMING).glob("*"))


def _make_folders(folder: Path) -> None:
    if folder.exists():
        return
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    _force(*(place.parent for place in missing))


def _force(*places: Path) -> None:
    """Folders, and files that are forced already unless they wait for others."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting.update(places)
        return
    for place in places:
        if place.is_dir():
            _force_one(place)


def _force_one(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
