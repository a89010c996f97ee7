"""Backing up and restoring as somebody does it at a terminal, each in a process of its own."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.machine.installation import Installation
from tests.postgres import postgres_server


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    return Installation(tmp_path_factory.mktemp("site")).found()


@pytest.fixture(scope="module")
def backup(site: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backups") / "today.youju"
    done = site.run("backup", str(file))
    assert (done.returncode, done.stdout) == (0, f"{file}\n")
    return file


def test_a_backup_is_restored_into_an_empty_folder(backup: Path, tmp_path: Path):
    elsewhere = Installation(tmp_path / "new")
    done = elsewhere.run("restore", str(backup))
    assert done.returncode == 0, done.stderr
    assert elsewhere.run("ledger", "verify").returncode == 0
    again = elsewhere.run("restore", str(backup))
    assert again.returncode == 2
    assert "没有写入任何内容" in again.stderr


def test_of_two_that_restore_at_once_one_is_told(backup: Path, tmp_path: Path):
    elsewhere = Installation(tmp_path / "new")
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _place: elsewhere.run("restore", str(backup)), range(2)))
    assert sorted(done.returncode for done in both) == [0, 2], [done.stderr for done in both]
    assert "没有写入任何内容" in "".join(done.stderr for done in both)
    assert elsewhere.run("ledger", "verify").returncode == 0


def test_a_damaged_one_leaves_no_folder_behind(backup: Path, tmp_path: Path):
    damaged = tmp_path / "damaged.youju"
    damaged.write_bytes(backup.read_bytes()[:-100])
    elsewhere = Installation(tmp_path / "new")
    assert elsewhere.run("restore", str(damaged)).returncode == 2
    assert not elsewhere.home.exists()


def test_a_drill_is_put_on_record(site: Installation, backup: Path):
    done = site.run("restore", str(backup), "--drill")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "drill" not in site.run("doctor", "--json").stdout


def test_a_drill_clears_away_what_a_killed_one_left(site: Installation, backup: Path):
    left = site.home / "drill" / "home" / "evidence" / "photo.jpg"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"a photo")
    assert site.run("restore", str(backup), "--drill").returncode == 0
    assert list((site.home / "drill").iterdir()) == []


def test_the_file_is_the_owners_alone(backup: Path):
    assert backup.stat().st_mode & 0o777 == 0o600


@pytest.fixture
def database() -> Iterator[str]:
    with postgres_server() as url:
        yield url


def test_a_backup_of_sqlite_goes_into_postgresql_and_back(
    site: Installation, backup: Path, database: str, tmp_path: Path
):
    postgres = Installation(tmp_path / "postgres", DATABASE_URL=database)
    assert postgres.run("restore", str(backup)).returncode == 0
    assert postgres.run("ledger", "verify").returncode == 0
    back = tmp_path / "back.youju"
    assert postgres.run("backup", str(back)).returncode == 0
    again = Installation(tmp_path / "again")
    assert again.run("restore", str(back)).returncode == 0
    assert again.run("ledger", "verify").returncode == 0
    shutil.rmtree(again.home)
