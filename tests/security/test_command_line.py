"""What a terminal can be given: one sentence on standard error, exit status 2, nothing half done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from tests.records.cast import make_cast, verified, visits
from youju.cli import extract as command
from youju.config.database import database
from youju.config.options import choice, number, zone

pytestmark = pytest.mark.django_db(transaction=True)

FILES = {
    "picture.txt": b"\x89PNG\x00\xff\xff",
    "cut.txt": "学习12次".encode()[:-1] + b"\xe5",
    "nul.txt": "学习\0十二次".encode(),
    "torn.docx": b"PK\x03\x04\x14\x00 and no more",
    "torn.pdf": b"%PDF-1.7\n\x00\xff and no more",
    "program.exe": b"MZ\x90\x00",
}


@pytest.fixture(autouse=True)
def office(transactional_db: None) -> None:
    cast = make_cast()
    verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)


@pytest.mark.parametrize("name", [*FILES, "a folder", "nothing", ""])
@pytest.mark.parametrize("args", [["extract"], ["check", "--year", "2025"]])
def test_a_file_that_cannot_be_read(youju, tmp_path: Path, args: list[str], name: str):
    (tmp_path / "a folder").mkdir()
    for each, content in FILES.items():
        (tmp_path / each).write_bytes(content)
    said = youju(args[0], str(tmp_path / name), *args[1:])
    assert (said.status, said.out) == (2, "")
    assert len(said.err.strip().splitlines()) == 1
    assert "youju.log" not in said.err


@pytest.mark.parametrize(
    "args",
    [
        ["figures", "--year", "0001"], ["figures", "--year", "2025-13"], ["figures", "--period", "..2025-02-30"],
        ["figures", "--unit", "nothing"], ["figures", "--unit", "\udcff"], ["figures", "--as-of", "-1"],
        ["figures", "--as-of", "9" * 30], ["figures", "--indicator", "nothing"],
        ["ledger", "prove", "nothing"], ["ledger", "prove", "\udcff"], ["ledger", "prove", ""],
        ["summary", "build", "--year", "2025", "--out", "x.exe"],
        ["summary", "build", "--year", "2025", "--out", "no/such/folder/x.md"],
        *(["summary", "build", "--year", "2025", "--out", "x.docx", "--base", base]
          for base in ("", "youju", "http://", "http://[bad", "http://a/\x01", "javascript:a", "http://" + "x" * 999)),
    ],
)  # fmt: skip
def test_an_option_that_makes_no_sense(youju, args: list[str]):
    said = youju(*args)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip()
    assert "youju.log" not in said.err


@pytest.mark.parametrize("alias", ["望川市", "=@city", "望川市=", "望川市=@moon", "望川市=nothing"])
def test_an_alias_that_names_nothing(youju, tmp_path: Path, alias: str):
    draft = tmp_path / "draft.txt"
    draft.write_text("高考考生17人。", "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--alias", alias)
    assert (said.status, said.out) == (2, "")


def test_a_template_with_an_unknown_indicator_writes_nothing(youju, tmp_path: Path):
    template, out = tmp_path / "t.md", tmp_path / "o.md"
    template.write_text("全年走访{{no.such.indicator}}。", "utf-8")
    said = youju("summary", "build", "--year", "2025", "--template", str(template), "--out", str(out))
    assert said.status == 2
    assert "no.such.indicator" in said.err
    assert not out.exists()
    assert list(tmp_path.iterdir()) == [template]


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), OperationalError("database or disk is full")]
)
def test_a_full_disk_is_said_to_be_full(youju, monkeypatch: pytest.MonkeyPatch, error: Exception):
    monkeypatch.setattr(command, "read_bytes", _raises(error))
    said = youju("extract", "x", "--lang", "en")
    assert said.status == 2
    assert "The disk is full" in said.err


def _raises(error: Exception) -> Callable[[str], str]:
    def fail(_name: str) -> str:
        raise error

    return fail


@pytest.mark.parametrize(
    ("name", "read", "text"),
    [
        *(("TICK_MINUTES", number, text) for text in ("x", "", "-1", "nan", "1e400", "9" * 30)),
        ("LANGUAGE", lambda name: choice(name, "en"), "xx"),
        *(("TIME_ZONE", zone, text) for text in ("Nowhere/Else", "../../etc", "")),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, read: Callable[[str], object], text: str
):
    monkeypatch.setenv(f"YOUJU_{name}", text)
    with pytest.raises(ImproperlyConfigured, match=f"YOUJU_{name} is"):
        read(name)


def test_an_address_of_a_database_that_is_none_is_named():
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must be"):
        database("postgresql://nobody@localhost:port/name", Path())
