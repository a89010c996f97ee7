"""The drill: a bureau's backup put back elsewhere is the same bureau, on both databases."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection, models
from django.db.utils import DatabaseError

from tests.records.cast import make_cast, verified, visits
from youju.backups.backup import backup_write
from youju.backups.errors import BackupExists, NotEmpty, RestoreRuns
from youju.backups.reading import opened
from youju.backups.restore import require_empty, restore
from youju.backups.rows import lines, tables
from youju.cli.ledger import findings
from youju.evidence import folder, store
from youju.evidence.models import File
from youju.ledger import checkpoint, tree, triggers
from youju.lib.alone import alone
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered


def _everything() -> dict[str, list[bytes]]:
    """All rows but the audit rows of backing up and restoring."""
    rows = {model._meta.db_table: list(lines(model, "default")) for model in tables()}
    rows["orgs_auditrow"] = [row for row in rows["orgs_auditrow"] if b'"backup.' not in row]
    return rows


def _put_back(file: Path) -> None:
    with opened(file) as backup:
        require_empty(backup)
        restore(backup, actor=CONSOLE)


def test_a_restored_bureau_is_the_same(bureau: SimpleNamespace, elsewhere: Callable[[], Path], tmp_path: Path):
    before, root, key = _everything(), tree.root(), checkpoint.verifier_key()
    made = backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    assert (made.manifest.root, made.manifest.evidence.files) == (root.hex(), 2)
    home = elsewhere()
    _put_back(made.file)
    assert (tree.root(), checkpoint.verifier_key()) == (root, key)
    assert _everything() == before
    assert [store.verify(file) for file in File.objects.all()] == [None, None]
    assert list(findings(fast=False)) == []
    assert triggers.missing() == []
    assert (home / "ledger-key").stat().st_mode & 0o077 == 0
    assert not (home / "restore-unfinished").exists()


def test_work_goes_on_after_a_restore(bureau: SimpleNamespace, elsewhere: Callable[[], Path], tmp_path: Path):
    made = backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    elsewhere()
    _put_back(made.file)
    bob, alice = (Member.objects.select_related("unit").get(username=name) for name in ("bob", "alice"))
    assert bob.unit
    size = tree.size()
    verified(visits(bob, bob.unit, 9), bob, alice)
    assert tree.size() == size + 1
    checkpoint.checkpoint()
    assert list(findings(fast=False)) == []
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_entry SET unit = 'x'")


def test_who_did_it_is_on_record_in_both_places(bureau: SimpleNamespace, elsewhere: Callable[[], Path], tmp_path: Path):
    made = backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    assert AuditRow.objects.filter(action="backup.write").count() == 1
    elsewhere()
    _put_back(made.file)
    row = AuditRow.objects.get(action="backup.restore")
    assert row.detail["root"] == made.manifest.root


def test_what_is_written_meanwhile_is_not_in_it(bureau: SimpleNamespace, tmp_path: Path):
    size = tree.size()
    written: list[object] = []

    def meanwhile(done: int, of: int) -> None:
        if not written:
            written.append(verified(visits(bureau.bob, bureau.hill, 4), bureau.bob, bureau.alice))

    made = backup_write(file=tmp_path / "b.youju", actor=CONSOLE, progress=meanwhile)
    assert (made.manifest.size, tree.size()) == (size, size + 1)
    rows = {table.name: table.rows for table in made.manifest.tables}
    assert rows["ledger_entry"] == size
    assert rows["records_ledgered"] == Ledgered.objects.count() - 1


def test_it_is_restored_into_an_empty_place_only(bureau: SimpleNamespace, tmp_path: Path):
    made = backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    before = _everything()
    with pytest.raises(NotEmpty), opened(made.file) as backup:
        require_empty(backup)
    assert _everything() == before


def test_files_without_rows_are_not_an_empty_place(
    bureau: SimpleNamespace, elsewhere: Callable[[], Path], tmp_path: Path
):
    made = backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    (elsewhere() / "ledger-key").write_text("another")
    with pytest.raises(NotEmpty), opened(made.file) as backup:
        require_empty(backup)


def test_an_interrupted_restore_is_done_again(
    bureau: SimpleNamespace, elsewhere: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    root, made = tree.root(), backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    elsewhere()
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("youju.backups.restore.renumber", _interrupted)
        _put_back(made.file)
    assert (tree.size(), models.QuerySet(Member).count()) == (0, 0)
    _put_back(made.file)
    assert tree.root() == root


def _interrupted(_using: str) -> None:
    raise KeyboardInterrupt


def test_what_somebody_begins_meanwhile_stays(
    bureau: SimpleNamespace, elsewhere: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = backup_write(file=tmp_path / "b.youju", actor=CONSOLE).file
    home = elsewhere()

    def found(*_args: object) -> dict[str, bytes]:
        make_cast()
        return {"ledger-key": b"of the backup"}

    monkeypatch.setattr("youju.backups.restore._files", found)
    with opened(file) as backup, pytest.raises(NotEmpty):
        restore(backup, actor=CONSOLE)
    assert Member.objects.exists()
    assert not (home / "ledger-key").exists()


def test_what_was_killed_after_its_rows_is_done_to_its_end(
    bureau: SimpleNamespace, elsewhere: Callable[[], Path], tmp_path: Path
):
    file = backup_write(file=tmp_path / "b.youju", actor=CONSOLE).file
    home = elsewhere()
    with opened(file) as backup, pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("youju.backups.restore._put_beside", _killed_at_the_checkpoint)
        restore(backup, actor=CONSOLE)
    with opened(file) as backup:
        require_empty(backup)
        restore(backup, actor=CONSOLE)
    assert (home / "ledger-checkpoint").exists()
    assert not (home / "restore-unfinished").exists()


def _killed_at_the_checkpoint(_beside: dict[str, bytes], name: str) -> None:
    if name == "ledger-checkpoint":
        raise KeyboardInterrupt


def test_one_restores_at_a_time(bureau: SimpleNamespace, elsewhere: Callable[[], Path], tmp_path: Path):
    file = backup_write(file=tmp_path / "b.youju", actor=CONSOLE).file
    home = elsewhere()
    with alone(home / "restore-unfinished", wait=False), opened(file) as backup, pytest.raises(RestoreRuns):
        restore(backup, actor=CONSOLE)
    assert not Member.objects.exists()


def test_what_a_killed_backup_to_the_same_name_left_is_cleared_away(bureau: SimpleNamespace, tmp_path: Path):
    left, written_now = tmp_path / ".b.youju.1", tmp_path / ".b.youju.2"
    left.touch()
    with alone(written_now, wait=False):
        backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    assert not left.exists()
    assert written_now.exists()


def test_no_backup_is_overwritten(bureau: SimpleNamespace, tmp_path: Path):
    (tmp_path / "b.youju").write_text("precious")
    with pytest.raises(BackupExists):
        backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    assert (tmp_path / "b.youju").read_text() == "precious"


def test_evidence_that_is_lost_or_changed_is_named_and_the_rest_kept(
    bureau: SimpleNamespace, elsewhere: Callable[[], Path], tmp_path: Path
):
    lost = folder.path_of(File.objects.all()[0].sha256)
    lost.chmod(0o600)
    lost.write_bytes(b"changed")
    made = backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    assert (made.manifest.evidence.missing, made.manifest.evidence.files) == ([lost.name], 1)
    elsewhere()
    _put_back(made.file)
    assert [finding.place for finding in findings(fast=False)] == [lost.name]


def test_no_session_and_no_secret_key_goes_with_it(bureau: SimpleNamespace, home: Path, tmp_path: Path):
    (home / "secret-key").write_text("of this server")
    made = backup_write(file=tmp_path / "b.youju", actor=CONSOLE)
    assert b"of this server" not in made.file.read_bytes()
    assert "django_session" not in {table.name for table in made.manifest.tables}
    assert json.loads(made.manifest.to_bytes())["files"].keys() == {"ledger-checkpoint", "ledger-key"}
    assert made.file.stat().st_mode & 0o777 in {0o600, 0o644}  # the umask of commands is 077
