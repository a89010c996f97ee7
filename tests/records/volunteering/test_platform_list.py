"""What a platform of volunteers exports, read into services: by activity, once, and never with identity numbers."""

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation
from openpyxl import Workbook

from tests.records.cast import DAY, people
from youju.errors import NotAllowed, SheetRefused, problem_text
from youju.ledger.reading import live_facts
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.records.kinds import get_record_kind
from youju.records.sheets.record_list_reading import RecordsListed, read_record_list, records_add_by_list
from youju.records.verbs.record_verbs import record_edit, record_submit, record_verify
from youju.records.volunteering.service.models import Service

HEADS = ("活动编号", "活动名称", "活动日期", "姓名", "服务记录编号", "服务时长（小时）")
LINES = (
    ("A1", "护学岗志愿服务", "2025-03-14", "孙立", "R1", 1.5),
    ("A1", "护学岗志愿服务", "2025-03-14", "吴芳", "R2", "1"),
    ("A1", "护学岗志愿服务", "2025-03-14", "孙立", "R3", 0.5),
    ("A2", "图书整理", "2025/3/15", "吴芳", "R4", 2),
)


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    people(cast.hill, "孙立", "吴芳")
    return cast


def workbook(*lines: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> BytesIO:
    book, content = Workbook(), BytesIO()
    for row in (heads, *lines):
        book.active.append(row)  # type: ignore[union-attr]  # a new workbook has a sheet
    book.save(content)
    content.seek(0)
    return content


def read(office: SimpleNamespace, *lines: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> RecordsListed:
    kind = get_record_kind("service")
    assert kind.by_list is not None
    return read_record_list(
        kind=kind, record_list=kind.by_list, content=workbook(*lines, heads=heads), unit=office.hill
    )


def imported(office: SimpleNamespace, listed: RecordsListed, actor: Member | None = None) -> int:
    kind = get_record_kind("service")
    return records_add_by_list(kind=kind, listed=listed, unit=office.hill, actor=actor or office.bob)


def told(listed: RecordsListed) -> list[str]:
    with translation.override("en"):
        return [problem_text(problem) for problem in listed.problems]


def test_the_lines_of_an_activity_become_one_service(office: SimpleNamespace):
    assert imported(office, read(office, *LINES)) == 2
    first = Service.objects.get(title="护学岗志愿服务")
    assert {row.person.name: row.minutes for row in first.volunteers.all()} == {"孙立": 120, "吴芳": 60}
    assert (first.happened, first.state, first.unit) == (DAY, "draft", office.hill)


def test_twice_is_once(office: SimpleNamespace):
    imported(office, read(office, *LINES))
    again = read(office, *reversed(LINES))
    assert (list(again.new), len(again.there)) == ([], 2)
    assert imported(office, again) == 0
    assert Service.objects.count() == 2


def test_a_later_export_adds_what_is_new(office: SimpleNamespace):
    imported(office, read(office, *LINES[:3]))
    assert imported(office, read(office, *LINES)) == 1


def test_without_numbers_an_activity_is_known_by_name_and_day(office: SimpleNamespace):
    heads, lines = HEADS[1:4] + HEADS[5:], [line[1:4] + line[5:] for line in LINES if line[4] != "R3"]
    imported(office, read(office, *lines, heads=heads))
    assert read(office, *lines, heads=heads).new == {}
    assert Service.objects.count() == 2


def test_what_was_imported_goes_its_way_to_the_ledger(office: SimpleNamespace):
    imported(office, read(office, *LINES))
    for record in Service.objects.all():
        record_edit(record=record, values={"late_reason": "补录"}, actor=office.bob, version=record.version)
        record_submit(record=record, actor=office.bob)
        record_verify(record=record, actor=office.alice)
    wu = Person.objects.get(name="吴芳")
    facts = live_facts().filter(measure="volunteers.minutes", subject=wu.token)
    assert sorted(fact.quantity for fact in facts) == [60, 120]


@pytest.mark.parametrize(("heading", "given", "minutes"), [("服务时长（分钟）", 90, 90), ("服务小时数", 1.33, 80)])
def test_the_heading_says_hours_or_minutes(office: SimpleNamespace, heading: str, given: float, minutes: int):
    imported(office, read(office, (*LINES[0][:5], given), heads=(*HEADS[:5], heading)))
    assert Service.objects.get().volunteers.get().minutes == minutes


def test_a_heading_that_does_not_say_is_asked_about(office: SimpleNamespace):
    assert told(read(office, LINES[0], heads=(*HEADS[:5], "服务时长"))) == [
        "Sheet!F1: say in the heading whether these are hours (小时) or minutes (分钟)"
    ]


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (2, "2099-01-01", "C3: this day has not come yet"),
        (2, "某日", "C3: "),
        (3, "无此人", "D3: “无此人” was on no roster"),
        (5, 90, "F3: more than sixteen hours"),
        (5, 0, "F3: the time must be above 0"),
        (1, "", "B3: this cell is empty"),
        (4, "", "D3: this person stands in this activity twice (row 2)"),
        (1, "别的活动", "C3: lines of one activity number"),
    ],
)
def test_what_is_wrong_is_said_at_its_cell_and_nothing_is_written(
    office: SimpleNamespace, place: int, value: object, said: str
):
    line = [*LINES[0][:4], "R9", LINES[0][5]]
    line[place] = value
    listed = read(office, LINES[0], tuple(line))
    assert [problem for problem in told(listed) if said in problem], told(listed)
    with pytest.raises(SheetRefused):
        imported(office, listed)
    assert not Service.objects.exists()


def test_of_two_of_a_name_the_unit_says_which(office: SimpleNamespace):
    people(office.lake, "孙立")
    assert "2 persons are called “孙立”" in told(read(office, LINES[0]))[0]
    listed = read(office, (*LINES[0][:3], "孙立（明湖小学）", *LINES[0][4:]))
    assert imported(office, listed) == 1


@pytest.mark.parametrize("heading", ["身份证号", "证件号码", "证件尾号", "志愿者身份证"])
def test_a_file_with_identity_numbers_is_refused(office: SimpleNamespace, heading: str):
    listed = read(office, (*LINES[0], "1234"), heads=(*HEADS, heading))
    assert told(listed) == ["Sheet!G1: this column holds identity numbers, which are never taken in: delete it"]
    with pytest.raises(SheetRefused):
        imported(office, listed)


@pytest.mark.parametrize(
    "cell",
    [
        "孙立 11010119900307123X",
        "110101 19900307 1239",
        "１１０１０１１９９００３０７１２３Ｘ",
        110101199003071239,
        1.1010119900307e17,
    ],
)
def test_an_identity_number_is_found_in_whatever_column(office: SimpleNamespace, cell: object):
    listed = read(office, (*LINES[0], cell), heads=(*HEADS, "备注"))
    assert told(listed) == ["Sheet!G2: this looks like an identity number, which is never taken in: delete it"]


def test_another_school_writes_nothing_for_this_one(office: SimpleNamespace):
    listed = read(office, *LINES)
    for stranger in (office.charlie, office.dora, office.eve):
        with pytest.raises(NotAllowed):
            imported(office, listed, stranger)
    assert not Service.objects.exists()
