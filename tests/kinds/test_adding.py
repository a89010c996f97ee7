"""The page on adding a kind is followed to the letter, in a copy: one folder and one line are all it takes."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path("docs/adding-a-kind.md")
FOLDER = Path("youju/records/study/leaflets")
LIST = Path("youju/records/kinds.py")

_FILE = re.compile(r"^`([\w./]+)`\n\n```\w+\n(.*?)^```$", re.M | re.S)
_DIFF = re.compile(r"^```diff\n(.*?)^```$", re.M | re.S)

# What a newcomer would try next: write one down, have it verified, look at its list and its figure.
_TRIAL = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from datetime import date
from django.test import Client
from tests.records.cast import DAY, make_cast
from youju.indicators.figures import figure
from youju.lib.periods import Period
from youju.records.reading.drift import drifted
from youju.records.kinds import get_record_kind
from youju.records.study.leaflets.sample import sample
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify
cast = make_cast()
kind = get_record_kind("leaflets")
record = record_add(kind=kind, values=sample(cast.hill, DAY) | {"late_reason": "x"}, actor=cast.bob)
record_submit(record=record, actor=cast.bob)
record_verify(record=record, actor=cast.alice)
assert figure(cast.county, Period.year(DAY.year), "leaflets.handed_out").value == 40
assert list(drifted()) == []
from io import BytesIO
from youju.records.sheets.exporting import export_of
from youju.records.sheets.reading import Change, read_records
content = BytesIO()
export_of(kind=kind, actor=cast.bob).write_xlsx(content)
reading = read_records(kind=kind, content=content, actor=cast.bob)
assert [str(each) for each in reading.problems] == []
assert [entry.change for entry in reading.entries] == [Change.SAME]
client = Client()
client.force_login(cast.bob)
assert "印发学习单页" in client.get("/records/study/").content.decode()
page = client.get("/records/leaflets/new").content.decode()
assert "titles-0-name" in page
assert "leaflets.handed_out" in client.get("/figures/?period=2025").content.decode()
print("all of it works")
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for part in ("youju", "tests/records", "tests/orgs"):
        shutil.copytree(part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__", "var"))
    return tmp_path


def _follow(copy: Path) -> None:
    page = PAGE.read_text("utf-8")
    for name, content in _FILE.findall(page):
        file = copy / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    for package in (FOLDER, FOLDER / "migrations"):
        (copy / package).mkdir(exist_ok=True)
        (copy / package / "__init__.py").touch()
    (change,) = _DIFF.findall(page)
    before = "".join(line[1:] for line in change.splitlines(keepends=True) if line[0] == " ")
    after = "".join(line[1:] for line in change.splitlines(keepends=True))
    listed = (copy / LIST).read_text("utf-8")
    assert before in listed
    (copy / LIST).write_text(listed.replace(before, after), "utf-8")


def _run(copy: Path, *command: str) -> str:
    env = os.environ | {
        "PYTHONPATH": str(copy),
        "YOUJU_HOME": str(copy / "home"),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "youju.config.settings",
        "YOUJU_HOSTS": "testserver",
    }
    done = subprocess.run([sys.executable, *command], cwd=copy, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_one_folder_and_one_line_are_all_it_takes(copy: Path):
    _follow(copy)
    (copy / "home").mkdir()
    _run(copy, "-m", "django", "makemigrations", "leaflets", "--verbosity", "0")
    assert "all of it works" in _run(copy, "-c", _TRIAL)
    touched = {path for path in _files(copy) if _differs(path, copy)}
    assert {path for path in touched if FOLDER not in path.parents} == {LIST}


def _files(copy: Path) -> list[Path]:
    found = (path.relative_to(copy) for path in (copy / "youju").rglob("*") if path.is_file())
    return [path for path in found if "__pycache__" not in path.parts and "var" not in path.parts]


def _differs(path: Path, copy: Path) -> bool:
    return not path.exists() or path.read_bytes() != (copy / path).read_bytes()
