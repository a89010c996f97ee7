"""Workbooks of kinds and verifying by command: what is said where, and with which status."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from tests.records.cast import make_cast, visits
from tests.records.inquiries.test_hotline_list import LINES, workbook
from tests.records.test_sheets import HEADER, VISITS, book
from youju.records.heads.ledgered import Ledgered
from youju.records.verbs.record_verbs import record_submit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> SimpleNamespace:
    return make_cast()


def test_a_template_is_written_once(youju, cast: SimpleNamespace, tmp_path: Path):
    file = tmp_path / "统计.xlsx"
    assert youju("template", "statistic", str(file), "--unit", "hill").status == 0
    assert load_workbook(file).sheetnames[:2] == ["说明", "统计数据"]
    assert youju("template", "statistic", str(file)).status == 2


def test_a_file_goes_in_and_out_again(youju, cast: SimpleNamespace, tmp_path: Path):
    file, out = tmp_path / "报表.xlsx", tmp_path / "出.xlsx"
    file.write_bytes(book(HEADER, VISITS).getvalue())
    tried = youju("import", "statistic", str(file), "--by", "bob", "--dry-run")
    assert (tried.status, "没有写入" in tried.err, Ledgered.objects.count()) == (0, True, 0)
    done = youju("import", "statistic", str(file), "--by", "bob", "--submit")
    assert (done.status, "新增 1 条" in done.err, "提交 1 条" in done.err) == (0, True, True)
    assert youju("export", "statistic", str(out), "--by", "bob", "--year", "2025").status == 0
    assert "未变 1 条" in youju("import", "statistic", str(out), "--by", "bob").err
    assert youju("export", "statistic", str(tmp_path / "出.csv"), "--by", "bob").status == 0
    assert youju("export", "statistic", str(tmp_path / "出.doc"), "--by", "bob").status == 2


def test_a_fault_is_named_by_its_cell_and_nothing_is_written(youju, cast: SimpleNamespace, tmp_path: Path):
    file = tmp_path / "报表.xlsx"
    file.write_bytes(book(HEADER, VISITS, [*VISITS[:4], "十二人", *VISITS[5:]]).getvalue())
    said = youju("import", "statistic", str(file), "--by", "bob")
    assert said.status == 2
    assert "统计数据!E3: “十二人”不是数字：请只填写数字，如1200或12.5" in said.err
    assert not Ledgered.objects.exists()


def test_what_is_no_workbook_is_told_so(youju, cast: SimpleNamespace, tmp_path: Path):
    file = tmp_path / "报表.xlsx"
    file.write_text("编号,标题", "utf-8")
    assert "这不是 Excel 文件" in youju("import", "statistic", str(file), "--by", "bob").err


def test_records_are_verified_as_they_were_seen(youju, cast: SimpleNamespace, tmp_path: Path):
    mine, theirs, unseen = (visits(cast.bob, cast.hill, quantity) for quantity in (1, 2, 3))
    for record in (mine, theirs, unseen):
        record_submit(record=record, actor=cast.bob)
    own = visits(cast.alice, cast.hill, 4)
    record_submit(record=own, actor=cast.alice)
    asked = [f"{mine.ref}:1", f"{theirs.ref}:7", unseen.ref, f"{own.ref}:1", "statistic-0000000000:1"]
    said = youju("--lang", "en", "verify", "--by", "alice", *asked)
    assert (said.status, said.out) == (1, f"{mine.ref}\n")
    for ref, why in ((theirs.ref, "was changed after"), (unseen.ref, "which version"), (own.ref, "Somebody else must")):
        assert any(line.startswith(f"{ref}: ") and why in line for line in said.err.splitlines())
    assert youju("verify", "--by", "bob", f"{theirs.ref}:1").status == 1
    assert youju("verify", "--by", "alice").status == 2


def test_an_exported_workbook_can_be_verified(youju, cast: SimpleNamespace, tmp_path: Path):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    out, lines = tmp_path / "出.xlsx", tmp_path / "出.txt"
    youju("export", "statistic", str(out), "--by", "alice")
    assert youju("verify", "--by", "alice", "--batch", str(out)).out == f"{record.ref}\n"
    lines.write_text(f"{record.ref}:1\n", "utf-8")
    assert youju("verify", "--by", "alice", "--batch", str(lines)).status == 1


def test_a_list_from_outside_goes_in_once(youju, cast: SimpleNamespace, tmp_path: Path):
    file = tmp_path / "热线.xlsx"
    file.write_bytes(workbook(*LINES).getvalue())
    command = ("import", "inquiry", str(file), "--by", "alice", "--list")
    tried = youju(*command, "--dry-run")
    assert (tried.status, "没有写入" in tried.err, Ledgered.objects.count()) == (0, True, 0)
    assert "新增 3 条，已有 0 条" in youju(*command).err
    assert "新增 0 条，已有 3 条" in youju(*command, "--unit", "yun").err
    assert youju("import", "inquiry", str(file), "--by", "bob", "--list").status == 2
    file.write_bytes(workbook((*LINES[0][:3], "表扬", *LINES[0][4:])).getvalue())
    told = youju(*command)
    assert told.status == 2 and "D3" in told.err
    assert youju("import", "statistic", str(file), "--by", "bob", "--list").status == 2
