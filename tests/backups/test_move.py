"""Moving up from SQLite to PostgreSQL: the same root, the same figures, the same files."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.machine.installation import Installation
from tests.postgres import postgres_server


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    with postgres_server() as url:
        yield url


def test_what_is_moved_is_the_same_and_only_an_empty_place_takes_it(tmp_path: Path, database: str):
    site, other = (Installation(tmp_path / name).found(work=True) for name in ("site", "other"))
    figures, checkpoint = site.run("figures", "--json").stdout, site.run("ledger", "checkpoint").stdout
    assert '"value": "17"' in figures or '"value": 17' in figures
    moved = site.run("move", "--to", database)
    assert moved.returncode == 0, moved.stderr
    assert not (site.home / "youju.sqlite3").exists()
    for command in (["figures", "--json"], ["serve"], ["move", "--to", database]):  # nothing goes on in the old place
        forgotten = site.run(*command)
        assert forgotten.returncode == 2 and "请把 DATABASE_URL 设为" in forgotten.stderr
    assert not (site.home / "youju.sqlite3").exists()

    site.environment["DATABASE_URL"] = database
    assert site.run("ledger", "verify").returncode == 0
    assert site.run("figures", "--json").stdout == figures
    assert site.run("ledger", "checkpoint").stdout.splitlines()[0] == checkpoint.splitlines()[0]
    assert site.run("doctor", "--json").stdout.count('"triggers"') == 0

    refused = other.run("move", "--to", database)
    assert refused.returncode == 2
    assert "已有数据" in refused.stderr
    with sqlite3.connect(other.home / "youju.sqlite3") as kept:
        assert kept.execute("SELECT count(*) FROM ledger_entry").fetchone() != (0,)


def test_an_interrupted_move_is_made_again(tmp_path: Path, database: str):
    with psycopg.connect(database, autocommit=True) as server:
        server.execute("CREATE DATABASE again")
    target = database.replace("/postgres?", "/again?")
    site = Installation(tmp_path / "site").found(work=True)
    file, moved = site.home / "youju.sqlite3", site.home / "youju.sqlite3-moved"
    with closing(sqlite3.connect(file)) as reader:  # the site still runs
        reader.execute("SELECT count(*) FROM ledger_entry").fetchone()
        refused = site.run("move", "--to", target)
    assert (refused.returncode, "正被占用" in refused.stderr, file.exists()) == (2, True, True)

    assert site.run("move", "--to", target).returncode == 0
    moved.rename(file)  # as a power cut before the last step leaves it
    again = site.run("move", "--to", target)
    assert (again.returncode, file.exists(), moved.exists()) == (0, False, True), again.stderr

    moved.rename(file)
    site.run("setting", "late_days", "41")
    refused = site.run("move", "--to", target)
    assert (refused.returncode, "此后本库又有改动" in refused.stderr, file.exists()) == (2, True, True)


def test_only_postgresql_is_moved_to(tmp_path: Path):
    assert Installation(tmp_path).run("move", "--to", "mysql://x").returncode == 2
