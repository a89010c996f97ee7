"""A kind's workbook: read by its own form, taken in by the desk's own verbs, all of it or nothing."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.records.cast import DAY, people, study_group, verified, visits
from youju.errors import SheetRefused
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.kinds import get_record_kind
from youju.records.sheets.exporting import export_of
from youju.records.sheets.importing import Imported, records_import
from youju.records.sheets.reading import Change, Reading, read_records
from youju.records.sheets.template import write_kind_template
from youju.records.statistics.statistic.models import Statistic
from youju.records.study.session.models import StudySession
from youju.records.verbs.record_verbs import record_submit

HEADER = ["编号", "统计项目", "单位", "标题", "数量", "日期", "补录原因"]
VISITS = ["", "exam.candidates", "青山小学", "走访农户", "1,200", "2025年3月14日", "补录"]


def book(*rows: Sequence[Any], name: str = "统计数据") -> io.BytesIO:
    made = Workbook()
    page = made.active
    assert isinstance(page, Worksheet)
    page.title = name
    for row in rows:
        page.append(list(row))
    out = io.BytesIO()
    made.save(out)
    return out


def read(content: io.BytesIO, actor: Member, kind: str = "statistic") -> Reading:
    return read_records(kind=get_record_kind(kind), content=content, actor=actor, year=2025)


def take_in(content: io.BytesIO, actor: Member, kind: str = "statistic", **how: Any) -> Imported:
    return records_import(reading=read(content, actor, kind), actor=actor, name="报表.xlsx", **how)


def problems(content: io.BytesIO, actor: Member, kind: str = "statistic", **how: bool) -> list[str]:
    with pytest.raises(SheetRefused) as refused:
        take_in(content, actor, kind, **how)
    assert not Ledgered.objects.filter(author=actor).exists()
    return [str(problem) for problem in refused.value.problems]


def test_rows_become_drafts_of_whoever_imports(cast: SimpleNamespace):
    done = take_in(book(HEADER, VISITS), cast.bob)
    row = Statistic.objects.get()
    assert (done.new, done.changed, done.same) == (1, 0, 0)
    assert (row.author, row.unit, row.happened, row.quantity, row.state) == (cast.bob, cast.hill, DAY, 1200, "draft")
    assert list(AuditRow.objects.filter(actor=cast.bob.token).values_list("action", flat=True).order_by("pk")) == [
        "record.add",
        "sheet.import",
    ]


def test_the_same_file_twice_changes_nothing(cast: SimpleNamespace):
    content = book(HEADER, VISITS, VISITS)
    assert take_in(content, cast.bob).new == 2
    again = take_in(content, cast.bob)
    assert (again.new, again.changed, again.same) == (0, 0, 2)
    assert [row.version for row in Statistic.objects.all()] == [1, 1]


def test_a_changed_row_changes_the_draft(cast: SimpleNamespace):
    take_in(book(HEADER, VISITS), cast.bob)
    assert take_in(book(HEADER, [*VISITS[:4], 1300, *VISITS[5:]]), cast.bob).changed == 1
    assert Statistic.objects.get().quantity == 1300


def test_a_row_of_a_verified_record_stays_or_is_named(cast: SimpleNamespace):
    take_in(book(HEADER, VISITS), cast.bob)
    verified(Statistic.objects.get(), cast.bob, cast.alice)
    assert take_in(book(HEADER, VISITS), cast.bob).same == 1
    with pytest.raises(SheetRefused) as refused:
        take_in(book(HEADER, [*VISITS[:4], 1300, *VISITS[5:]]), cast.bob)
    assert str(refused.value.problems[0]).startswith("统计数据!A2: the record is 已核实")


def test_rows_are_handed_in_where_asked(cast: SimpleNamespace):
    assert take_in(book(HEADER, VISITS), cast.bob, submit=True).submitted == 1
    assert Statistic.objects.get().state == State.SUBMITTED


def test_what_cannot_be_handed_in_stops_the_whole_file(cast: SimpleNamespace):
    late = [*VISITS[:3], "迟到", *VISITS[4:6], ""]
    assert "统计数据!A3: “迟到”发生在" in problems(book(HEADER, VISITS, late), cast.bob, submit=True)[0]


def test_a_trial_leaves_nothing(cast: SimpleNamespace):
    assert take_in(book(HEADER, VISITS), cast.bob, dry_run=True).new == 1
    assert not Statistic.objects.exists()
    assert not AuditRow.objects.filter(action="sheet.import").exists()


def test_every_problem_is_named_by_its_cell(cast: SimpleNamespace):
    rows = [
        ["", "visits.household", "青山小学", "走访", "1200", "2025-3-14", ""],
        ["", "exam.candidates", "月亮小学", "", "十二人", "2025-2-30", ""],
        ["statistic-0000000000", *VISITS[1:]],
    ]
    named = [text.partition(": ")[0] for text in problems(book(HEADER, *rows), cast.bob)]
    assert sorted(named) == ["统计数据!A4", "统计数据!B2", "统计数据!C3", "统计数据!D3", "统计数据!E3", "统计数据!F3"]


def test_problems_of_a_row_are_told_from_left_to_right(cast: SimpleNamespace):
    wrong = ["", "exam.candidates", "没有这所学校", "走访农户", "许多", "某天", "补录"]
    said = problems(book(HEADER, wrong), cast.bob)
    assert [text.partition(":")[0].rpartition("!")[2] for text in said] == ["C2", "E2", "F2"]


def test_what_the_form_refuses_is_named_by_its_cell(cast: SimpleNamespace):
    header = [*HEADER, "最后一天"]
    assert problems(book(header, [*VISITS, "2025-3-1"]), cast.bob) == ["统计数据!H2: 结束日期早于开始日期。"]


def test_another_units_rows_are_refused(cast: SimpleNamespace):
    assert "C2: “青山小学” is not on the list" in problems(book(HEADER, VISITS), cast.charlie)[0]


def test_somebody_without_a_unit_to_record_for_imports_nothing(cast: SimpleNamespace):
    for nobody in (cast.dora, cast.eve):
        assert problems(book(HEADER, VISITS), nobody)


def test_anothers_reference_looks_like_none(cast: SimpleNamespace):
    theirs = visits(cast.charlie, cast.lake)
    said = problems(book(HEADER, [theirs.ref, *VISITS[1:]]), cast.bob)
    assert said[0].startswith(f"统计数据!A2: “{theirs.ref}” is no record of this kind that is open to you")


def test_what_a_measure_does_not_ask_is_refused(cast: SimpleNamespace):
    said = problems(book([*HEADER, "总数"], [*VISITS, 2000]), cast.bob)
    assert said == ["统计数据!H2: “总数” is not asked of this row: leave the cell empty"]


def test_what_is_exported_comes_back_the_same(cast: SimpleNamespace):
    visits(cast.bob, cast.hill, 17, title="=1+1", note="一\n二")
    visits(cast.bob, cast.hill, 18, happened=date(2025, 3, 2), partners=[cast.lake])
    record_submit(record=visits(cast.bob, cast.hill, 19), actor=cast.bob)
    out = io.BytesIO()
    export_of(kind=get_record_kind("statistic"), actor=cast.bob).write_xlsx(out)
    done = take_in(out, cast.bob)
    assert (done.new, done.changed, done.same) == (0, 0, 3)


def test_of_an_export_only_rows_that_were_changed_are_made_forms_of(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
):
    visits(cast.bob, cast.hill, 17, note="一\n二", partners=[cast.lake])
    visits(cast.bob, cast.hill, 18, happened=date(2025, 3, 2))
    kind, out, asked = get_record_kind("statistic"), io.BytesIO(), []
    export_of(kind=kind, actor=cast.bob).write_xlsx(out)
    changed = load_workbook(out)
    page = changed[str(kind.label)]
    (cell,) = (cell for row in page.iter_rows() for cell in row if cell.value == 18)
    cell.value = 19
    edited = io.BytesIO()
    changed.save(edited)
    made = kind.form.__init__

    def noted(form: Any, *args: Any, **how: Any) -> None:
        asked.append(args)
        made(form, *args, **how)

    monkeypatch.setattr(kind.form, "__init__", noted)
    assert [entry.change for entry in read(out, cast.bob).entries] == [Change.SAME, Change.SAME]
    of_rows = sum(bool(args) for args in asked)
    assert {entry.change for entry in read(edited, cast.bob).entries} == {Change.SAME, Change.CHANGED}
    assert sum(bool(args) for args in asked) == 2 * of_rows + 1


def test_an_export_holds_what_the_member_may_read(cast: SimpleNamespace):
    visits(cast.bob, cast.hill)
    visits(cast.charlie, cast.lake)
    export = export_of(kind=get_record_kind("statistic"), actor=cast.bob)
    assert [row[0] for row in export.rows()] == [Statistic.objects.get(author=cast.bob).ref]
    assert export_of(kind=get_record_kind("statistic"), actor=cast.bob, year=2024).count() == 0


SESSIONS: list[list[Any]] = [
    ["行号", "学习小组", "学习类型", "标题", "日期", "列席人数", "补录原因"],
    [1, "青山小学中心组", "中心组学习", "三月学习", "2025-3-14", 2, "补录"],
    [2, "青山小学中心组", "中心组学习", "四月学习", "2025-3-15", "", "补录"],
]


def sessions(*lines: Sequence[Any]) -> io.BytesIO:
    made = Workbook()
    page = made.active
    assert isinstance(page, Worksheet)
    page.title = "学习活动"
    for row in SESSIONS:
        page.append(row)
    page = made.create_sheet("签到")
    for line in (["行号", "姓名", "签到", "请假原因"], *lines):
        page.append(list(line))
    out = io.BytesIO()
    made.save(out)
    return out


def test_a_session_brings_its_attendance_on_a_sheet_of_its_own(cast: SimpleNamespace):
    study_group(cast.hill, people(cast.hill, "王一", "李二", "赵三"))
    lines = [[1, "王一", "请假", "开会"], [1, "其余", "参加"], [2, "others", "缺席"]]
    assert take_in(sessions(*lines), cast.bob, "session").new == 2
    first, second = StudySession.objects.order_by("happened")
    assert sorted(row.mark for row in first.attendance.all()) == ["leave", "present", "present"]
    assert {row.mark for row in second.attendance.all()} == {"absent"}
    out = io.BytesIO()
    export_of(kind=get_record_kind("session"), actor=cast.bob).write_xlsx(out)
    assert take_in(out, cast.bob, "session").same == 2


def test_faults_of_the_attendance_are_named_where_they_are(cast: SimpleNamespace):
    study_group(cast.hill, people(cast.hill, "王一", "李二"))
    lines = [[1, "孙七", "参加"], [2, "王一", "参加"], [3, "王一", "参加"]]
    said = problems(sessions(*lines), cast.bob, "session")
    assert any(text.startswith("签到!A4: no row of “学习活动” has the number 3") for text in said)
    assert any(text.startswith("签到!B2: “孙七” is not on the group's list") for text in said)
    assert any(text.startswith("签到!A3: 名单上还有1人") for text in said)


@pytest.mark.parametrize("kind", ["statistic", "session", "opening"])
def test_an_untouched_template_has_no_rows(cast: SimpleNamespace, kind: str):
    out = io.BytesIO()
    write_kind_template(out, kind=get_record_kind(kind))
    pages = load_workbook(out).sheetnames
    assert pages[:2] == ["说明", str(get_record_kind(kind).label)]
    assert any("no rows below the header" in text for text in problems(out, cast.alice, kind))


def test_the_example_bears_a_day_that_the_form_would_take(cast: SimpleNamespace):
    out = io.BytesIO()
    write_kind_template(out, kind=get_record_kind("schoolreturn"))
    row = next(load_workbook(out).worksheets[1].iter_rows(min_row=2, max_row=2, values_only=True))
    assert any(isinstance(value, datetime) and (value.month, value.day) == (9, 1) for value in row)
