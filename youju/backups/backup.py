"""Writing a backup: one file with everything that is not made anew, while the site runs."""

import gzip
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from glob import escape
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from django.conf import settings
from django.db import connection, models, transaction

from youju.backups.container import CHUNK, Unsound, Writer
from youju.backups.errors import BackupExists, BackupNotWritten
from youju.backups.manifest import Evidence, Manifest, Table, our_schema, our_version
from youju.backups.rows import lines, tables
from youju.backups.snapshot import snapshot
from youju.evidence import folder
from youju.evidence.models import File
from youju.ledger import tree
from youju.lib import clock
from youju.lib.alone import alone
from youju.orgs import audit
from youju.orgs.actors import Actor

Progress = Callable[[int, int], None]
BESIDE = ("ledger-checkpoint", "ledger-key")
"""Files of the home that belong to the data. The secret key is left out: log-ins end with a restore."""


class Made(NamedTuple):
    file: Path
    bytes: int
    manifest: Manifest


def backup_write(*, file: Path, actor: Actor, progress: Progress | None = None) -> Made:
    """Write a backup to ``file``: whole or not at all. Raises BackupExists, BackupNotWritten.

    progress: called with how many members are written and how many there are.
    """
    if file.exists():
        raise BackupExists(name=file)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        _clear_drafts(file)
        with draft.open("xb") as out, alone(draft, wait=False):
            manifest = _write(Writer(out), progress or (lambda done, of: None))
            out.flush()
            os.fsync(out.fileno())
        draft.rename(file)
        made = Made(file, file.stat().st_size, manifest)
    except OSError as error:
        raise BackupNotWritten(name=file, reason=error.strerror or type(error).__name__) from error
    finally:
        draft.unlink(missing_ok=True)
    _note(made, actor)
    return made


def _clear_drafts(file: Path) -> None:
    """Delete what backups to this name have left that were killed: whoever still writes one holds it."""
    for draft in file.parent.glob(f".{escape(file.name)}.*"):
        with suppress(BlockingIOError, FileNotFoundError), alone(draft, wait=False):
            draft.unlink()


@transaction.atomic
def _note(made: Made, actor: Actor) -> None:
    audit.write(
        actor=actor,
        action="backup.write",
        target="backup",
        file=str(made.file)[-200:],
        bytes=made.bytes,
        size=made.manifest.size,
        root=made.manifest.root,
        missing=len(made.manifest.evidence.missing),
    )


def _write(writer: Writer, progress: Progress) -> Manifest:
    beside = _beside()  # before the snapshot: no checkpoint may be ahead of the ledger it is kept with
    with snapshot() as using:
        rows: models.QuerySet[File] = models.QuerySet(File, using=using)
        files = rows.order_by("sha256").values_list("sha256", flat=True)
        every, size, made = len(tables()) + files.count(), tree.size(using), clock.now()
        packed: list[Table] = []
        for model in tables():
            packed.append(_add_table(writer, model, using))
            progress(len(packed), every)
        digests = {name: writer.add(name, len(content), iter([content])) for name, content in beside.items()}
        evidence = _add_evidence(
            writer, files.iterator(chunk_size=2000), lambda done: progress(len(packed) + done, every)
        )
    manifest = Manifest(
        version=our_version(),
        schema=our_schema(),
        made=made.isoformat(),
        database=connection.vendor,
        size=size,
        root=tree.root(size).hex(),
        files=digests,
        tables=packed,
        evidence=evidence,
    )
    writer.seal(manifest.to_bytes())
    return manifest


def _add_table(writer: Writer, model: type[models.Model], using: str) -> Table:
    """Pack a table beside first: a member's size stands before its content."""
    rows = unpacked = 0
    name = model._meta.db_table
    with TemporaryFile(dir=settings.HOME) as draft:
        with gzip.GzipFile(fileobj=draft, mode="wb", compresslevel=6, mtime=0, filename="") as pack:
            for line in lines(model, using):
                pack.write(line)
                rows += 1
                unpacked += len(line)
        size = draft.tell()
        draft.seek(0)
        return Table(name, rows, unpacked, writer.add(f"tables/{name}.jsonl.gz", size, _chunks(draft)))


def _add_evidence(writer: Writer, names: Iterator[str], progress: Callable[[int], None]) -> Evidence:
    """Every file as it is named. What is missing or is no longer what its name says is listed, not kept."""
    count = total = 0
    missing: list[str] = []
    for done, name in enumerate(names, 1):
        size = _add_file(writer, name)
        if size is None:
            missing.append(name)
        else:
            count, total = count + 1, total + size
        progress(done)
    return Evidence(count, total, missing)


def _add_file(writer: Writer, name: str) -> int | None:
    """Its size; None where the folder does not hold it as it was received."""
    go_back = writer.mark()
    try:
        with folder.path_of(name).open("rb") as content:
            size = os.fstat(content.fileno()).st_size
            if writer.add(f"evidence/{name}", size, _chunks(content)) == name:
                return size
    except (FileNotFoundError, IsADirectoryError, Unsound):
        pass
    go_back()
    return None


def _beside() -> dict[str, bytes]:
    home = Path(settings.HOME)
    return {name: (home / name).read_bytes() for name in BESIDE if (home / name).exists()}


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: content.read(CHUNK), b"")
