"""Sheet 期初: what was there before comes in with the workbook, and a second person confirms it."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.bureau.book import OPENING, as_xlsx
from tests.records.cast import member
from youju.bureau.workbook.importing import bureau_import, bureau_preview
from youju.bureau.workbook.writing import write_bureau
from youju.errors import SheetRefused, problem_text
from youju.indicators.figures import figure
from youju.lib.periods import Period
from youju.orgs.actors import CONSOLE
from youju.orgs.members import Member, Role
from youju.orgs.setting_verbs import setting_change
from youju.orgs.units import Unit
from youju.records.opening.models import OpeningFigure
from youju.records.verbs.record_verbs import record_return, record_verify, records_verify

CANDIDATES = ["高考考生", None, None, None, None, "1,170", None, None, "2025.12.31", "2025年工作总结", None]
CAMPUS = [
    "创建成的单位",
    "文明校园",
    "市级",
    None,
    "第三届市文明校园",
    None,
    None,
    None,
    None,
    "市文明委文件",
    "市文明委",
]
SHARE = ["本科达线人数", None, None, None, None, 640, 1170, "2025-1-1", "2025年12月31日", "2025年工作总结", None]


@pytest.fixture
def eve(county: Unit) -> Member:
    return member("eve", county, Role.ADMIN)


@pytest.fixture
def alice(county: Unit) -> Member:
    return member("alice", county, Role.OFFICER)


def book(*rows: list[Any], **other: Any) -> bytes:
    return as_xlsx({**other, "期初": [OPENING, *rows]})


def faults(content: bytes, actor: Any) -> list[str]:
    return [problem_text(problem) for problem in bureau_preview(content=content, actor=actor).problems]


def test_what_was_there_waits_for_a_second_person(eve: Member, alice: Member):
    preview = bureau_import(content=book(CANDIDATES, CAMPUS), name="建局.xlsx", actor=eve)
    assert [problem_text(line.said) for line in preview.lines] == [
        "云溪县教育局 高考考生：1170人，截至2025-12-31",
        "云溪县教育局 第三届市文明校园：1个，截至2025-12-31",
    ]
    waiting = list(OpeningFigure.objects.order_by("pk"))
    assert {(row.state, row.author) for row in waiting} == {("submitted", eve)}
    assert waiting[0].counted_from == date(2025, 1, 1) and waiting[1].counted_from is None
    asked = Period.year(2025)
    assert figure(waiting[0].unit, asked, "exam.candidates").value is None
    records_verify(records=waiting, actor=alice)
    assert figure(waiting[0].unit, asked, "exam.candidates").value == 1170


def test_a_part_brings_its_whole(eve: Member, alice: Member):
    bureau_import(content=book(SHARE), name="", actor=eve)
    row = OpeningFigure.objects.get()
    record_verify(record=row, actor=alice)
    assert figure(row.unit, Period.year(2025), "exam.candidates").value == 1170


def test_units_of_the_same_workbook_may_have_opening_figures(eve: Member):
    units = [["单位名称", "单位类型"], ["青山小学", "学校"]]
    bureau_import(content=book([*CAMPUS[:3], "青山小学", *CAMPUS[4:]], 单位=units), name="", actor=eve)
    assert OpeningFigure.objects.get().unit.name == "青山小学"


def test_the_same_file_and_a_filled_one_change_nothing(eve: Member, alice: Member):
    content = book(CANDIDATES, CAMPUS, [*SHARE[:3], None, None, *SHARE[5:]])
    bureau_import(content=content, name="", actor=eve)
    assert bureau_preview(content=content, actor=eve).lines == ()
    record_verify(record=OpeningFigure.objects.get(sort="accreditation.held"), actor=alice)
    out = BytesIO()
    write_bureau(out, filled=True)
    assert [row[0] for row in load_workbook(out)["期初"].iter_rows(min_row=3, values_only=True)][:3] == [
        "高考考生", "创建成的单位", "本科达线人数",
    ]  # fmt: skip
    again = bureau_preview(content=out.getvalue(), actor=eve)
    assert (again.lines, again.problems) == ((), ())


def test_what_was_returned_is_put_right_by_the_workbook(eve: Member, alice: Member):
    bureau_import(content=book(CANDIDATES), name="", actor=eve)
    record_return(record=OpeningFigure.objects.get(), actor=alice, reason="总结上是1171")
    preview = bureau_import(content=book([*CANDIDATES[:5], 1171, *CANDIDATES[6:]]), name="", actor=eve)
    assert [problem_text(line.said) for line in preview.lines] == ["云溪县教育局 高考考生：改为1171人，截至2025-12-31"]
    row = OpeningFigure.objects.get()
    assert (row.state, row.quantity) == ("submitted", 1171)


def test_what_waits_or_is_confirmed_is_not_changed_by_a_workbook(eve: Member, alice: Member):
    bureau_import(content=book(CANDIDATES), name="", actor=eve)
    changed = book([*CANDIDATES[:5], 1171, *CANDIDATES[6:]])
    assert faults(changed, eve) == [
        "期初!F2: 高考考生已记为1170（待核实），工作簿不能改动：请照原数填写，或在它的页面上退回、更正"
    ]
    record_verify(record=OpeningFigure.objects.get(), actor=alice)
    with pytest.raises(SheetRefused, match="1170（已核实）"):
        bureau_import(content=changed, name="", actor=eve)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["高考学生", *CANDIDATES[1:]], "A2: “高考学生”不在可选范围内"),
        ([CANDIDATES[0], "文科", *CANDIDATES[2:]], "B2: “高考考生”不分类别"),
        ([CAMPUS[0], None, *CAMPUS[2:]], "B2: 请写明“创建成的单位”的类别：文明校园、"),
        ([*CAMPUS[:4], None, *CAMPUS[5:]], "E2: “创建成的单位”在失效前一直有效"),
        ([*CANDIDATES[:5], None, *CANDIDATES[6:]], "F2: 单元格为空：必须填写“数量”"),
        ([*CANDIDATES[:5], 11.5, *CANDIDATES[6:]], "F2: “高考考生”小数点后最多0位"),
        ([*CANDIDATES[:5], -1, *CANDIDATES[6:]], "F2: -1超出范围"),
        (["第三方满意度", "师德满意度", None, None, None, "198%", *[None] * 3, "通报", None], "F2: 198超出范围"),
        ([*CANDIDATES[:6], 12, *CANDIDATES[7:]], "G2: “高考考生”没有总数"),
        ([*SHARE[:6], None, *SHARE[7:]], "G2: “本科达线人数”是总数中的一部分"),
        ([*SHARE[:6], 600, *SHARE[7:]], "G2: 部分（640）大于总数（600）"),
        ([*CAMPUS[:7], "2025-1-1", *CAMPUS[8:]], "H2: “创建成的单位”不是一段时间的合计"),
        ([*CANDIDATES[:7], "2026-1-1", *CANDIDATES[8:]], "H2: 合计的截止日早于起算日"),
        ([*CANDIDATES[:8], "2026-12-31", *CANDIDATES[9:]], "I2: 2026-12-31还没到"),
        (["文明校园", *CAMPUS[1:]], "A2: “文明校园”是类别：请把它写在“类别”列，本列写它所属的统计内容：创建成的单位"),
        ([*CANDIDATES[:9], None, None], "J2: 单元格为空：必须填写“依据文件”"),
    ],
)
def test_a_fault_is_told_at_its_cell(eve: Member, row: list[Any], told: str):
    (fault,) = faults(book(row), eve)
    assert fault.startswith(f"期初!{told}")


def test_the_same_figure_twice_is_a_fault_of_the_second_row(eve: Member):
    (fault,) = faults(book(CANDIDATES, CANDIDATES), eve)
    assert fault.startswith("期初!A3: 高考考生已在第2行")


def test_a_total_and_its_part_of_the_same_time_are_not_both_let_in(eve: Member, alice: Member):
    bureau_import(content=book(CANDIDATES), name="", actor=eve)
    record_verify(record=OpeningFigure.objects.get(), actor=alice)
    (fault,) = faults(book(SHARE), eve)
    assert fault.startswith("期初!A2: ") and "高考考生" in fault


def test_nothing_of_the_time_after_the_beginning_is_an_opening_figure(eve: Member):
    setting_change(name="live_since", text="2026-01-01", actor=eve, verb="bureau_go_live")
    (fault,) = faults(book([*CANDIDATES[:8], "2026-1-1", *CANDIDATES[9:]]), eve)
    assert fault.startswith("期初!I2: 期初数应早于本局启用日（2026-01-01）")


def test_somebody_must_state_it(county: Unit):
    (fault,) = faults(book(CANDIDATES), CONSOLE)
    assert "--by" in fault
