"""The first day by commands alone: from an empty home a live bureau, one session to its figure, a backup put back.

What the manual tells (docs/manual/zh/first-day.md) is done here in the same order, each command in its own process.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from openpyxl import load_workbook

from tests.bureau.book import OPENING as HEADER
from tests.bureau.book import Book, sample
from tests.machine.installation import Installation
from tests.processor import seconds_of_children
from youju.lib import clock

MINUTES = 10
# A total of last year; what it counts is no figure that anything below looks at.
OPENING: list[list[Any]] = [HEADER, ["高考考生", *[None] * 4, "1,170", *[None] * 3, "上年工作总结", None]]
Youju = Callable[..., subprocess.CompletedProcess[str]]


def command(home: Path) -> Youju:
    """``youju`` with a home of its own, on SQLite; fails the test where the command does."""
    names = {"YOUJU_HOME": str(home), "DATABASE_URL": "", "PYTHONPATH": os.pathsep.join(sys.path)}

    def youju(*args: object) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "youju.cli.main", *map(str, args)]
        done = subprocess.run(line, env=os.environ | names, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, (args, done.stdout[-2000:], done.stderr[-2000:])
        return done

    return youju


def filled_in(file: Path, book: Book) -> None:
    """Write rows into a template, as somebody would: below the example, under the headings that are there."""
    pages = load_workbook(file)
    for name, (header, *rows) in book.items():
        headings = [str(cell.value).strip("*") for cell in pages[name][1]]
        for number, row in enumerate(rows, 3):
            for label, value in zip(header, row, strict=False):
                pages[name].cell(number, headings.index(label) + 1, value)
    pages.save(file)


@pytest.fixture
def youju(tmp_path: Path) -> Youju:
    return command(tmp_path / "home")


def test_a_bureau_begins(youju: Youju, tmp_path: Path):
    began = seconds_of_children()
    book = sample(units=112, staff=1200) | {"期初": OPENING}
    moved_in(youju, tmp_path, book)
    confirmed(youju, tmp_path, book)
    went_live(youju, tmp_path)
    reported(youju, tmp_path, book)
    root = put_back(youju, tmp_path)
    assert root
    assert seconds_of_children() - began < MINUTES * 60


def moved_in(youju: Youju, folder: Path, book: Book) -> None:
    """Set up, template, import, and once more: 112 units, 1,200 staff, 120 members beside the administrator."""
    link = youju("init", "--county", "530323", "--name", "云溪县教育局", "--short-name", "云溪县", "--admin", "周管理")
    assert "/t/" in link.stdout
    file = folder / "建局.xlsx"
    youju("template", "bureau", file)
    filled_in(file, book)
    looked = youju("import", "bureau", file, "--dry-run", "--by", "zhouguanli")
    assert all(text in looked.stderr for text in ("新设单位 112", "人员到岗 1200", "新开账号 120"))
    youju("import", "bureau", file, "--by", "zhouguanli")
    assert youju("import", "bureau", file).stdout == ""
    now = folder / "现有.xlsx"
    youju("template", "bureau", now, "--filled")
    assert youju("import", "bureau", now).stdout == ""
    cards = youju("invite", "--role", "liaison", "--cards", folder / "邀请卡.pdf")
    assert (folder / "邀请卡.pdf").stat().st_size > 10_000, cards.stderr


def confirmed(youju: Youju, folder: Path, book: Book) -> None:
    """The opening figures, by an officer: not by the administrator who brought them in."""
    file = folder / "期初.xlsx"
    officer = username_of(youju, folder, book["成员"][-1][0])
    youju("export", "opening", file, "--by", officer)
    youju("verify", "--by", officer, "--batch", file)


def went_live(youju: Youju, folder: Path) -> None:
    """Whoever decides has joined, a backup was made and tried, nothing is red any more: the bureau begins."""
    file = folder / "启用前.youju"
    with pytest.raises(AssertionError, match="每个栏目有两名核实人"):
        youju("live")
    joined(youju, folder)
    youju("tick")
    youju("backup", file)
    youju("restore", "--drill", file)
    ready = youju("doctor", "--live").stdout
    assert "✓ 每个栏目有两名核实人" in ready and "✗" not in ready
    assert "启用" in youju("live").stderr


def joined(youju: Youju, folder: Path) -> None:
    """Officers and auditors open their links in a browser and choose a password."""
    site = Installation(folder / "home")
    links = [
        line.rpartition("\t")[2]
        for role in ("officer", "auditor")
        for line in youju("invite", "--role", role).stdout.splitlines()
    ]
    assert len(links) == 6
    with site.serving() as port:
        for number, link in enumerate(links):
            visitor = build_opener(HTTPCookieProcessor())
            page = f"http://127.0.0.1:{port}{urlsplit(link).path}?mine=1"
            token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', visitor.open(page).read().decode())
            assert token
            chosen = f"qiyong di yitian {number}"
            fields = {"csrfmiddlewaretoken": token[1], "new_password1": chosen, "new_password2": chosen}
            answer = visitor.open(page, urlencode(fields).encode())
            assert urlsplit(answer.url).path == "/" or answer.url.endswith("/login/phone/"), answer.url


def reported(youju: Youju, folder: Path, book: Book) -> None:
    """One session, from its liaison's workbook to the figure."""
    file, seen = folder / "学习活动.xlsx", folder / "待核实.xlsx"
    people = [row[0] for row in book["人员"] if row[1] == "办公室"][:6]
    youju("template", "session", file)
    head = ["行号", "单位", "学习小组", "学习类型", "标题", "学习日期"]
    day = clock.today() - timedelta(days=1)
    session: list[Any] = [1, "办公室", "办公室党支部", "支部学习", "主题党日", day]
    marks: list[list[Any]] = [[1, name, "到会"] for name in people]
    filled_in(file, {"学习活动": [head, session], "考勤": [["行号", "人员", "考勤"], *marks]})
    youju("import", "session", file, "--by", username_of(youju, folder, people[0]), "--submit")
    officer = username_of(youju, folder, book["成员"][-1][0])
    youju("export", "session", seen, "--by", officer)
    youju("verify", "--by", officer, "--batch", seen)
    told = youju("figures", "--indicator", "study.branch.sessions", "--period", f"{day:%Y-%m}", "--json")
    (figure,) = json.loads(told.stdout)
    assert str(figure["value"]) == "1"


def username_of(youju: Youju, folder: Path, name: str) -> str:
    pages = load_workbook(folder / "现有.xlsx", read_only=True)
    rows = pages["成员"].iter_rows(values_only=True)
    return next(str(row[3]) for row in rows if row[0] == name)


def put_back(youju: Youju, folder: Path) -> str:
    """A backup, put back elsewhere: the same root, and sound. Gives the root."""
    file = folder / "备份.youju"
    youju("ledger", "verify")
    made = youju("backup", file)
    elsewhere = command(folder / "elsewhere")
    restored = elsewhere("restore", file)
    assert root_of(made) == root_of(restored)
    elsewhere("ledger", "verify")
    return root_of(restored)


def root_of(done: subprocess.CompletedProcess[str]) -> str:
    """The ledger's root that a command tells."""
    found = re.search(r"[0-9a-f]{64}|[A-Za-z0-9+/]{43}=", done.stdout + done.stderr)
    assert found
    return found[0]
