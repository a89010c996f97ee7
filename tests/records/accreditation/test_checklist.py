"""Checklists: what is graded, what is refused, locked once used, copied to a new version, read from a workbook."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from types import SimpleNamespace

import pytest
from openpyxl import Workbook, load_workbook

from tests.records.accreditation.applying import CRITERIA, LEAVES, a_campaign, a_checklist, applied
from youju.errors import NotAllowed, SheetRefused, problem_text
from youju.orgs.actors import CONSOLE
from youju.records.accreditation.checklist.criteria import Asked, Sort, faults, number_key, plain_number
from youju.records.accreditation.checklist.errors import BadCriteria, ChecklistLocked, NoLine
from youju.records.accreditation.checklist.models import Checklist
from youju.records.accreditation.checklist.sheet import read_criteria, write_criteria
from youju.records.accreditation.checklist.verbs import (
    checklist_add,
    checklist_change,
    checklist_copy,
    criteria_write,
    criterion_drop,
    criterion_write,
)
from youju.records.sealing.committed import digest_post, flaws


def test_what_has_nothing_under_it_is_graded(cast: SimpleNamespace):
    checklist = a_checklist()
    assert [criterion.no for criterion in checklist.leaves()] == list(LEAVES)
    assert {leaf.no: leaf.parent.no if leaf.parent else "" for leaf in checklist.leaves()}["2.1"] == "2"


def test_numbers_stand_in_the_order_that_people_count(cast: SimpleNamespace):
    criteria = [Asked("1", "甲"), *(Asked(f"1.{number}", "乙", Decimal(1)) for number in (10, 2, 9))]
    assert [each.no for each in a_checklist(criteria).criteria_in_order()] == ["1", "1.2", "1.9", "1.10"]
    assert sorted(["2", "1.10", "1.9"], key=number_key) == ["1.9", "1.10", "2"]


@pytest.mark.parametrize(("typed", "read"), [("1．2．", "1.2"), ("１.２", "1.2"), (" 3、1 ", "3.1"), ("1-2", "1.2")])
def test_numbers_are_read_as_people_write_them(typed: str, read: str):
    assert plain_number(typed) == read


@pytest.mark.parametrize(
    ("asked", "column"),
    [
        (Asked("一", "甲", Decimal(1)), "no"),
        (Asked("2.1", "甲", Decimal(1)), "no"),
        (Asked("1", "又一个", Decimal(1)), "no"),
        (Asked("2", "", Decimal(1)), "text"),
        (Asked("2", "甲"), "points"),
        (Asked("2", "甲", Decimal("1.25")), "points"),
        (Asked("2", "甲", Decimal(101)), "points"),
        (Asked("2", "甲", Decimal(3), Sort.VETO), "points"),
        (Asked("2", "甲", Decimal(1), shares=(100, 33, 66, 0)), "share_a"),
        (Asked("2", "甲", Decimal(1), shares=(101, 66, 33, 0)), "share_a"),
    ],
)
def test_what_is_wrong_with_a_criterion_is_said(asked: Asked, column: str):
    assert [fault.column for fault in faults([Asked("1", "甲", Decimal(1)), asked])] == [column]


def test_a_list_leads_to_some_level(cast: SimpleNamespace):
    with pytest.raises(NoLine):
        checklist_add(values={"name": "细则", "sort": "civilised_campus"}, actor=CONSOLE)


def test_nobody_writes_half_a_list(cast: SimpleNamespace):
    checklist = a_checklist()
    with pytest.raises(BadCriteria):
        criteria_write(checklist=checklist, criteria=[Asked("1", "甲", Decimal(1)), Asked("3.1", "乙")], actor=CONSOLE)
    assert [criterion.no for criterion in checklist.leaves()] == list(LEAVES)


def test_an_officer_keeps_them_and_nobody_else(cast: SimpleNamespace):
    checklist = a_checklist()
    checklist_change(checklist=checklist, values={"city": 85}, actor=cast.alice)
    assert Checklist.objects.get().city == 85
    for other in (cast.bob, cast.charlie, cast.dora, cast.eve):
        with pytest.raises(NotAllowed):
            checklist_change(checklist=checklist, values={"city": 60}, actor=other)
        with pytest.raises(NotAllowed):
            checklist_copy(checklist=checklist, actor=other)


def test_one_criterion_is_written_and_taken_out(cast: SimpleNamespace):
    checklist = a_checklist()
    criterion_write(checklist=checklist, asked=Asked("2.2", "垃圾分类", Decimal(2)), actor=cast.alice)
    criterion_write(checklist=checklist, asked=Asked("1.3", "广播", Decimal(5)), instead_of="1.2", actor=cast.alice)
    assert [criterion.no for criterion in checklist.leaves()] == ["1.1", "1.3", "2.1", "2.2", "3.1"]
    criterion_drop(checklist=checklist, no="2", actor=cast.alice)
    assert [criterion.no for criterion in checklist.leaves()] == ["1.1", "1.3", "3.1"]


def test_it_is_locked_once_a_unit_is_measured_by_it(cast: SimpleNamespace):
    campaign = a_campaign()
    applied(cast.hill, cast.bob, campaign)
    checklist = Checklist.objects.get()
    with pytest.raises(ChecklistLocked):
        checklist_change(checklist=checklist, values={"city": 70}, actor=cast.alice)
    with pytest.raises(ChecklistLocked):
        criteria_write(checklist=checklist, criteria=CRITERIA, actor=cast.alice)
    with pytest.raises(ChecklistLocked):
        criterion_drop(checklist=checklist, no="1.1", actor=cast.alice)


def test_a_copy_is_a_new_version_that_can_be_changed(cast: SimpleNamespace):
    campaign = a_campaign()
    applied(cast.hill, cast.bob, campaign)
    old = Checklist.objects.get()
    copy = checklist_copy(checklist=old, actor=cast.alice)
    assert (copy.name, copy.version, copy.copied_from) == (old.name, 2, old)
    assert (copy.locked_on, copy.lines) == (None, old.lines)
    criterion_drop(checklist=copy, no="1.2", actor=cast.alice)
    assert [len(each.leaves()) for each in (old, copy)] == [4, 3]
    assert checklist_copy(checklist=old, actor=cast.alice).version == 3


def test_a_workbook_goes_out_and_comes_in_again(cast: SimpleNamespace):
    checklist, content = a_checklist(), BytesIO()
    write_criteria(content, checklist)
    reading = read_criteria(content)
    assert reading.problems == []
    assert reading.criteria == list(CRITERIA)


def test_what_is_wrong_in_a_workbook_is_said_with_its_cell(cast: SimpleNamespace):
    checklist, content = a_checklist(), BytesIO()
    write_criteria(content, checklist)
    book = load_workbook(content)
    page = book.worksheets[0]
    page["C3"], page["D4"], page["A5"] = "六分", "鼓励", "1.1"
    changed = BytesIO()
    book.save(changed)
    told = [problem_text(problem) for problem in read_criteria(changed).problems]
    assert [problem.split(":")[0].split("!")[1] for problem in told] == ["C3", "D4"]
    page["C3"], page["D4"] = 6, "counted"
    changed = BytesIO()
    book.save(changed)
    told = [problem_text(problem) for problem in read_criteria(changed).problems]
    assert [problem.split(":")[0].split("!")[1] for problem in told] == ["A5", "C5", "A6"]


def test_an_empty_sheet_and_a_file_that_is_none_are_refused_in_words(cast: SimpleNamespace):
    content = BytesIO()
    book = Workbook()
    book.create_sheet("测评标准").append(["编号", "内容"])
    book.save(content)
    assert len(read_criteria(content).problems) == 1
    with pytest.raises(SheetRefused):
        read_criteria(BytesIO(b"not a workbook"))


def test_its_tables_are_under_digests(cast: SimpleNamespace):
    checklist = a_checklist()
    digest_post(actor=CONSOLE.token)
    criterion_drop(checklist=checklist, no="1.1", actor=cast.alice)
    assert list(flaws()) == []
    Checklist.objects.filter(pk=checklist.pk).update(city=1, locked_on=date(2025, 1, 1))
    digest_post(actor=CONSOLE.token)
    checklist.criteria.filter(no="2.1").update(points=50)
    assert list(flaws())
