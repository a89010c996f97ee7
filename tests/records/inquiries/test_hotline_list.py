"""What the hotline exports, read into inquiries: once by its number, every fault by its cell, all of it or nothing.

Under YOUJU_SOAK=1 there are 2,000 rows; in the suite a few.
"""

import os
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import Workbook

from tests.records.inquiries.desk_of_inquiries import NOON, at_desk, taken_in
from youju.errors import NotAllowed, SheetRefused, problem_text
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.kinds import get_case_kind
from youju.records.sheets.outside_lists import read_list_of, write_listed
from youju.records.sheets.record_list_reading import RecordsListed

ROWS = 2000 if os.environ.get("YOUJU_SOAK") == "1" else 6
HEADS = ("序号", "工单编号", "来电时间", "诉求类型", "工单标题", "诉求内容", "涉及单位", "来电人", "联系电话")
CAME = datetime(2025, 3, 7, 9, 5, 40)  # noqa: DTZ001 - a cell has no zone
LINES: tuple[tuple[Any, ...], ...] = (
    (
        1,
        "YX20250307001",
        CAME,
        "咨询",
        "校车时间",
        "校车几点到站？",
        "",
        "周女士",
        "13800001111",
    ),
    (2, "YX20250308002", "2025-03-08 21:30", "求助", "", "课后服务费能否按月交？", "某培训机构", "", ""),
    (3, "YX20250309003", date(2025, 3, 9), "举报", "违规收费", "收取资料费两百元。", "青山小学", "匿名", ""),
)


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(cast)


def workbook(*lines: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> BytesIO:
    book, content = Workbook(), BytesIO()
    book.active.append(("12345热线工单",))  # type: ignore[union-attr]  # a new workbook has a sheet
    for row in (heads, *lines):
        book.active.append(row)  # type: ignore[union-attr]  # a new book has a sheet
    book.save(content)
    content.seek(0)
    return content


def listed(office: SimpleNamespace, *lines: tuple[Any, ...]) -> RecordsListed:
    return read_list_of(kind=get_case_kind("inquiry"), content=workbook(*lines), unit=office.county)


def taken(office: SimpleNamespace, *lines: tuple[Any, ...]) -> int:
    found = listed(office, *lines)
    return write_listed(kind=get_case_kind("inquiry"), listed=found, unit=office.county, actor=office.alice)


def faults(office: SimpleNamespace, *lines: tuple[Any, ...]) -> str:
    return "\n".join(problem_text(problem) for problem in listed(office, *lines).problems)


def test_each_line_becomes_an_inquiry_with_its_clock_and_its_asker_apart(office: SimpleNamespace):
    assert taken(office, *LINES) == 3
    bus, fee, accused = Inquiry.objects.order_by("happened")
    assert (bus.foreign_number, bus.channel, bus.sort, bus.title) == (
        "YX20250307001",
        "hotline",
        "question",
        "校车时间",
    )
    assert (bus.happened, bus.received_time, bus.text) == (date(2025, 3, 7), "09:05", "校车几点到站？")
    assert (bus.asker.name, bus.asker.phone) == ("周女士", "13800001111") and bus.answer_due is not None
    assert fee.text == "课后服务费能否按月交？\n涉及单位：某培训机构" and fee.title.startswith("课后服务费")
    assert fee.received_time == "21:30" and fee.about_unit is None
    assert (accused.sort, accused.about_unit, accused.received_time) == ("accusation", office.hill, "")
    assert sum(fact.quantity for fact in live_facts() if fact.measure == "inquiries.received") == 3


def test_two_thousand_rows_twice_are_taken_in_once(office: SimpleNamespace):
    lines = [(n, f"YX{n:08d}", "2025-03-09 10:00", "咨询", f"第{n}件", f"咨询第{n}件", "", "", "") for n in range(ROWS)]
    assert taken(office, *lines) == ROWS
    assert taken(office, *lines) == 0
    assert Inquiry.objects.count() == ROWS
    assert len(listed(office, *lines).there) == ROWS


def test_a_number_typed_by_hand_before_is_there(office: SimpleNamespace):
    taken_in(office, channel="hotline", foreign_number="YX20250307001")
    assert taken(office, *LINES) == 2


def test_a_line_that_stands_twice_is_one_and_another_text_under_its_number_is_a_fault(office: SimpleNamespace):
    assert len(listed(office, LINES[0], (9, *LINES[0][1:])).new) == 1
    assert "B4" in faults(office, LINES[0], (9, *LINES[0][1:5], "另一件事", *LINES[0][6:]))


@pytest.mark.parametrize(
    ("at", "value", "cell", "said"),
    [
        (1, "", "B3", "为空"),
        (1, 2.02503070001234e17, "B3", "位"),
        (2, "三月七日某时", "C3", ""),
        (2, "2025-03-11 08:00", "C3", "日期还没有到"),
        (3, "表扬", "D3", "不是来件类型"),
        (5, "", "F3", "为空"),
        (5, "长" * 4001, "F3", "4000"),
        (8, "1" * 41, "I3", "40"),
    ],
)
def test_every_fault_is_told_by_its_cell_and_nothing_is_taken_in(
    office: SimpleNamespace, at: int, value: Any, cell: str, said: str
):
    line = list(LINES[0])
    line[at] = value
    told = faults(office, tuple(line), LINES[1])
    assert cell in told and said in told
    with pytest.raises(SheetRefused):
        taken(office, tuple(line), LINES[1])
    assert not Inquiry.objects.exists()


def test_an_accusation_names_a_unit_of_ours_and_a_complaint_that_does_is_kept_from_it(office: SimpleNamespace):
    assert "G3" in faults(office, (*LINES[2][:6], "某某小学", "", ""))
    complaint = (7, "YX7", "2025-03-09", "投诉", "", "食堂价格", "青山小学", "", "")
    assert taken(office, complaint, (8, "YX8", "2025-03-09", "投诉", "", "培训机构不退费", "", "", "")) == 2
    assert {each.foreign_number: each.sort for each in Inquiry.objects.all()} == {"YX7": "accusation", "YX8": "appeal"}


def test_whoever_decides_nothing_takes_nothing_in(office: SimpleNamespace):
    found = listed(office, *LINES)
    for unit, actor in ((office.hill, office.bob), (office.county, office.dora)):
        with pytest.raises(NotAllowed):
            write_listed(kind=get_case_kind("inquiry"), listed=found, unit=unit, actor=actor)
    assert not Inquiry.objects.exists()
