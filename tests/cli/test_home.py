"""Where the data is, and that a command which only reads leaves no folder, key or database behind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import youju
from youju.config.home import home_of

CHECKOUT = Path(youju.__file__).parent.parent
_HOME = "from django.conf import settings; print(settings.HOME)"
_KEY = "from django.conf import settings; str(settings.SECRET_KEY)"

READING = [
    [],
    ["--help"],
    ["--version"],
    ["nothing-like-it"],
    ["extract", "draft.txt"],
    ["check", "draft.txt"],
    ["figures"],
    ["summary", "build", "--year", "2025", "--out", "out.md"],
    ["ledger", "verify"],
    ["ledger", "prove", "study-1"],
    ["doctor"],
]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of its own: what lies in the developer's is not what is tested."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(CHECKOUT / "youju", folder / "youju", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", folder)
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The folder one stands in; it holds a text and nothing else."""
    (tmp_path / "draft.txt").write_text("今年高考考生17人。", "utf-8")
    return tmp_path


def _run(checkout: Path, there: Path, *command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    without = {name: value for name, value in os.environ.items() if name not in {"YOUJU_HOME", "DATABASE_URL"}}
    set_here = {"PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(there)} | environment
    set_here["DJANGO_SETTINGS_MODULE"] = "youju.config.settings"
    return subprocess.run(
        [sys.executable, *command], cwd=there, env=without | set_here, capture_output=True, text=True, timeout=120
    )


def _files(*folders: Path) -> set[Path]:
    return {path for folder in folders for path in folder.rglob("*")}


@pytest.mark.parametrize("args", READING, ids=" ".join)
def test_a_command_that_reads_makes_nothing(checkout: Path, elsewhere: Path, args: list[str]):
    before = _files(checkout, elsewhere)
    said = _run(checkout, elsewhere, "-m", "youju.cli.main", *args)
    assert _files(checkout, elsewhere) == before, said.stderr
    assert "Traceback" not in said.stderr


def test_what_needs_a_database_says_that_there_is_none(checkout: Path, elsewhere: Path):
    said = _run(
        checkout, elsewhere, "-m", "youju.cli.main", "figures", "--lang", "en", YOUJU_HOME=str(elsewhere / "no")
    )
    assert (said.returncode, said.stdout) == (2, "")
    assert "There is no database yet" in said.stderr


def test_a_checkout_keeps_its_data_beside_it_wherever_one_stands(checkout: Path, elsewhere: Path):
    assert _run(checkout, elsewhere, "-c", _HOME).stdout.strip() == str(checkout / "var")


def test_the_home_that_is_named_comes_first(checkout: Path, elsewhere: Path):
    said = _run(checkout, elsewhere, "-c", _HOME, YOUJU_HOME="~/data")
    assert said.stdout.strip() == str(elsewhere / "data")


def test_the_key_is_made_when_it_is_first_needed_and_only_its_owner_reads_it(checkout: Path, elsewhere: Path):
    assert _run(checkout, elsewhere, "-c", _KEY, YOUJU_HOME="data").returncode == 0
    assert (elsewhere / "data" / "secret-key").stat().st_mode & 0o777 == 0o600


def test_an_installed_package_uses_the_folder_of_the_user_or_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    package = tmp_path / "site-packages" / "youju"
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert home_of(package) == tmp_path / ".local" / "share" / "youju"
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert home_of(package) == Path("/data/youju")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert home_of(package) == Path("/var/lib/youju")
