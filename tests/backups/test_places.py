"""The daily backup: where it is put, how many stay, what is said of the last one."""

import os
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from youju.backups.errors import PlaceGone
from youju.backups.places import NoRoom, backup_daily, last_backup
from youju.clockwork.jobs import JOBS
from youju.clockwork.tick import tick
from youju.lib.alone import alone
from youju.machine.checks import check_of
from youju.orgs.actors import CONSOLE, SYSTEM
from youju.orgs.setting_verbs import setting_change

DAY = date(2026, 11, 28)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_time_makes_one_a_day_in_the_home(bureau: SimpleNamespace, home: Path):
    outcomes = {outcome.job.code: outcome for outcome in tick(JOBS)}
    assert not outcomes["backup"].failed
    assert [name for name in _names(home / "backups") if name.endswith(".youju")] == _names(home / "backups")
    assert [outcome for outcome in tick(JOBS) if outcome.job.code == "backup"] == []


def test_of_two_ticks_at_once_one_makes_it(bureau: SimpleNamespace, home: Path, monkeypatch: pytest.MonkeyPatch):
    seen: list[Path] = []

    def held(*, file: Path, **_others: object) -> None:
        with pytest.raises(BlockingIOError), alone(home, wait=False):
            pass
        seen.append(file)

    monkeypatch.setattr("youju.backups.places.backup_write", held)
    backup_daily(day=DAY, actor=SYSTEM)
    assert len(seen) == 1


def test_it_is_put_where_the_setting_says_and_so_many_stay(bureau: SimpleNamespace, tmp_path: Path):
    folder = tmp_path / "other disk"
    folder.mkdir()
    (folder / "mine.youju").write_text("kept")
    setting_change(name="backup_place", text=str(folder), actor=CONSOLE)
    setting_change(name="backups_kept", text="2", actor=CONSOLE)
    for days in range(4):
        assert backup_daily(day=DAY + timedelta(days), actor=SYSTEM)
    assert backup_daily(day=DAY + timedelta(3), actor=SYSTEM) is None
    assert _names(folder) == ["mine.youju", "youju-2026-11-30.youju", "youju-2026-12-01.youju"]


def test_what_a_killed_one_left_is_cleared_away_and_one_being_written_is_not(bureau: SimpleNamespace, home: Path):
    folder = home / "backups"
    folder.mkdir(parents=True)
    left, now = folder / ".youju-2026-11-27.youju.4711", folder / ".youju-2026-11-28.youju.4712"
    for draft in (left, now):
        draft.write_bytes(b"half")
    os.utime(left, (0, 0))
    with alone(now, wait=False):
        backup_daily(day=DAY, actor=SYSTEM)
    assert _names(folder) == [now.name, "youju-2026-11-28.youju"]


def test_a_disk_that_is_not_mounted_is_said_and_nothing_is_put_elsewhere(
    bureau: SimpleNamespace, tmp_path: Path, home: Path
):
    folder = tmp_path / "usb"
    folder.mkdir()
    setting_change(name="backup_place", text=str(folder), actor=CONSOLE)
    folder.rmdir()
    with pytest.raises(PlaceGone):
        backup_daily(day=DAY, actor=SYSTEM)
    assert not (home / "backups").exists()
    assert str(folder) in " ".join(check_of("backup-place").findings())


def test_a_full_disk_is_said_before(bureau: SimpleNamespace, monkeypatch: pytest.MonkeyPatch):
    backup_daily(day=DAY, actor=SYSTEM)
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=1024**2))
    with pytest.raises(NoRoom):
        backup_daily(day=DAY + timedelta(1), actor=SYSTEM)


def test_the_last_one_is_known(bureau: SimpleNamespace):
    assert last_backup() is None
    assert check_of("backup").findings() != []
    made = backup_daily(day=DAY, actor=SYSTEM)
    last = last_backup()
    assert made and last and (last.file, last.bytes, last.missing) == (str(made.file), made.bytes, 0)
    assert check_of("backup").findings() == []
    assert check_of("drill").findings() != []
