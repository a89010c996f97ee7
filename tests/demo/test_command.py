"""``youju demo`` from an empty folder: built, built the same again, and left alone the second time."""

import json
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from tests.demo.reference import reference_rows
from tests.demo_bureaus import OTHER_SEED, YEAR, DemoBureau, build, youju


@pytest.fixture(scope="module")
def homes(other_demo: DemoBureau, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders with the same demo."""
    again = tmp_path_factory.mktemp("again")
    build(again, OTHER_SEED)
    return [other_demo.home, again]


def leaves(home: Path) -> list[bytes]:
    (file,) = home.glob("*.sqlite3")
    with sqlite3.connect(file) as database:
        return [leaf for (leaf,) in database.execute("SELECT leaf FROM ledger_entry ORDER BY seq")]


def test_the_same_seed_gives_the_same_ledger(homes: list[Path]) -> None:
    first, second = map(leaves, homes)
    assert len(first) > 1000
    assert first == second


def test_another_seed_changes_all_sixty_figures(homes: list[Path]) -> None:
    printed = youju(homes[0], "figures", "--year", str(YEAR), "--json").stdout
    found = {row["code"]: row["value"] for row in json.loads(printed, parse_float=Decimal)}
    for row in reference_rows():
        value = found[row.indicator]
        assert value is not None, row.indicator
        assert row.value not in (value if isinstance(value, list) else [value]), row.indicator


def test_the_second_run_changes_nothing(homes: list[Path]) -> None:
    before = leaves(homes[0])
    again = youju(homes[0], "demo", "--no-serve")
    assert again.returncode == 0
    assert leaves(homes[0]) == before


def test_another_demo_is_refused_in_the_same_folder(homes: list[Path]) -> None:
    refused = youju(homes[0], "demo", "--no-serve", "--seed", "3")
    assert refused.returncode == 2
    assert "YOUJU_HOME" in refused.stderr


def test_both_languages_say_where_to_log_in(homes: list[Path]) -> None:
    said = youju(homes[0], "demo", "--no-serve").stderr
    password = (homes[0] / "demo-password.txt").read_text("utf-8").strip()
    assert said.count(password) == 2
    assert "http://127.0.0.1:8000" in said
    assert "登录" in said
    assert "Log in" in said
