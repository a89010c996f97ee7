"""Moving up from SQLite to PostgreSQL: the same root, the same figures, the same files."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

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
    assert site.run("figures", "--json").returncode == 2  # nothing goes on in the old place

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


def test_only_postgresql_is_moved_to(tmp_path: Path):
    assert Installation(tmp_path).run("move", "--to", "mysql://x").returncode == 2
