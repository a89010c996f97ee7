"""Putting a backup back, into an empty place only."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection, connections, models, transaction

from youju.backups.backup import BESIDE
from youju.backups.container import Unsound
from youju.backups.errors import BackupDamaged, NotEmpty, OtherRoot, RestoreRuns
from youju.backups.manifest import Manifest
from youju.backups.reading import Backup, table_lines
from youju.backups.rows import empty, insert, renumber, tables
from youju.evidence import folder
from youju.ledger import tree
from youju.lib.alone import alone
from youju.orgs import audit
from youju.orgs.actors import Actor

_TELLING = ("orgs_unit", "orgs_member", "ledger_entry", "evidence_file")
"""Tables in which only a bureau's work puts rows; making the tables fills none of them."""


def require_empty(backup: Backup) -> None:
    """Raise NotEmpty where anything is that a restore would mix with; but for what it left when it was interrupted."""
    home = Path(settings.HOME)
    begun = _is_begun(backup)
    if begun and _has_arrived(backup):
        return
    if not begun and (any((home / name).exists() for name in BESIDE) or any(True for _ in folder.shelves())):
        raise NotEmpty(place=home)
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return  # to ask would create it
    require_empty_database("default")


def require_empty_database(using: str) -> None:
    """Raise NotEmpty where a database holds a bureau's work."""
    present = set(connections[using].introspection.table_names())
    for model in tables():
        name = model._meta.db_table
        if name in _TELLING and name in present and models.QuerySet(model, using=using).exists():
            raise NotEmpty(place=f"{connections[using].vendor}: {connections[using].settings_dict['NAME']}")


def restore(backup: Backup, *, actor: Actor, progress: Callable[[int, int], None] | None = None) -> None:
    """Put everything back. The tables must be there, and empty (``require_empty``).

    Files come first and rows last, in one transaction that ends only where the root is the backup's: a restore that
    is interrupted leaves a place in which the same one can be done again. One at a time, and what somebody else begins
    in the place meanwhile stays. Raises RestoreRuns, NotEmpty, OtherRoot, BackupDamaged.
    """
    Path(settings.HOME).mkdir(parents=True, exist_ok=True)
    try:
        with alone(_begun(), wait=False):
            _put_back(backup, actor, progress or (lambda done, of: None))
    except BlockingIOError as error:
        raise RestoreRuns(place=settings.HOME) from error


def _put_back(backup: Backup, actor: Actor, progress: Callable[[int, int], None]) -> None:
    there = _is_begun(backup) and _has_arrived(backup)
    _begun().write_text(_name(backup), "ascii")
    try:
        beside = _files(backup, progress)
        if not there:
            _rows(backup, actor, beside)
    except (Unsound, ValueError) as error:  # the disk gave other bytes than a moment ago
        raise BackupDamaged(name=backup.name, where=error) from error
    _put_beside(beside, "ledger-checkpoint")
    _begun().unlink(missing_ok=True)


def _files(backup: Backup, progress: Callable[[int, int], None]) -> dict[str, bytes]:
    """Put the evidence into its folder, and return what lies beside the database."""
    beside: dict[str, bytes] = {}
    done = 0
    for name, content in backup.members():
        if name.startswith("evidence/"):
            _put_evidence(name.partition("/")[2], content)
            done += 1
            progress(done, backup.manifest.evidence.files)
        elif name in BESIDE:
            beside[name] = b"".join(content)
        else:
            for _chunk in content:  # a table: its turn comes
                pass
    return beside


def _put_evidence(sha256: str, content: Iterator[bytes]) -> None:
    with folder.incoming() as draft:
        for chunk in content:
            draft.write(chunk)
        draft.flush()
        if folder.digest(Path(draft.name)) != sha256:
            raise Unsound(sha256)
        folder.keep(draft, sha256)


def _put_beside(beside: dict[str, bytes], name: str) -> None:
    if name not in beside:
        return
    with os.fdopen(os.open(Path(settings.HOME) / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(beside[name])
        out.flush()
        os.fsync(out.fileno())


@transaction.atomic
def _rows(backup: Backup, actor: Actor, beside: dict[str, bytes]) -> None:
    _keep_others_off()
    require_empty_database("default")  # it took a while to get here
    _put_beside(beside, "ledger-key")
    waiting = {f"tables/{table.name}.jsonl.gz": table for table in backup.manifest.tables}
    models_by_name = {model._meta.db_table: model for model in tables()}
    for model in tables():
        empty(model, "default")
    for name, content in backup.members():
        if name not in waiting:
            break  # tables stand first
        table = waiting.pop(name)
        insert(models_by_name[table.name], table_lines(table, content), "default")
    renumber("default")
    check_root(backup.manifest, "default")
    audit.write(
        actor=actor,
        action="backup.restore",
        target="backup",
        made=backup.manifest.made,
        size=backup.manifest.size,
        root=backup.manifest.root,
    )


def _keep_others_off() -> None:
    """Wait for whoever writes, and let nobody begin until this is done. On SQLite ``BEGIN IMMEDIATE`` has done it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {', '.join(_TELLING)} IN SHARE ROW EXCLUSIVE MODE")


def _has_arrived(backup: Backup) -> bool:
    """Whether all rows are there already, and no ledger has gone on from them."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return False
    if not set(_TELLING) <= set(connection.introspection.table_names()):
        return False
    try:
        check_root(backup.manifest, "default")
    except OtherRoot:
        return False
    return backup.manifest.size > 0


def check_root(manifest: Manifest, using: str) -> None:
    """Raise OtherRoot where the ledger of a database is not the one that a manifest tells of."""
    if (tree.size(using), tree.root_of_leaves(using).hex()) != (manifest.size, manifest.root):
        raise OtherRoot()


def _is_begun(backup: Backup) -> bool:
    return _begun().exists() and _begun().read_text("ascii") == _name(backup)


def _begun() -> Path:
    return Path(settings.HOME) / "restore-unfinished"


def _name(backup: Backup) -> str:
    return f"{backup.manifest.made} {backup.manifest.root}"
