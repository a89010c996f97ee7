"""A bureau moves in with one workbook: the same file twice changes nothing, and what it holds can be written again."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.bureau.book import COUNTY, Book, as_xlsx
from tests.records.cast import member
from youju.bureau.workbook.importing import PreviewOutdated, bureau_import, bureau_preview
from youju.bureau.workbook.preview import Preview
from youju.bureau.workbook.writing import write_bureau
from youju.errors import NotAllowed, SheetRefused, problem_text
from youju.orgs import tree_check
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.calendar import Term
from youju.orgs.groups import Group
from youju.orgs.members import Member, Role
from youju.orgs.people import Person, Tenure
from youju.orgs.placements import Placement
from youju.orgs.units import Unit, UnitAlias
from youju.records.heads.occasions import Occasion
from youju.records.sealing import committed


def imported(book: Book) -> Preview:
    return bureau_import(content=as_xlsx(book), name="建局.xlsx", actor=CONSOLE)


def filled() -> bytes:
    out = BytesIO()
    write_bureau(out, filled=True)
    return out.getvalue()


def told(preview: Preview) -> list[str]:
    return [problem_text(line.said) for line in preview.lines]


def test_one_workbook_makes_the_bureau(county: Unit, book: Book):
    imported(book)
    assert Unit.objects.filter(code__startswith=f"{COUNTY}.").count() == 30
    assert Tenure.objects.filter(until=None).count() == Person.objects.count() == 150
    assert Member.objects.count() == 38
    assert Member.objects.get(unit__name="云岭镇").grants.get().role == Role.LIAISON
    assert Member.objects.filter(grants__role=Role.ADMIN).get().grants.get().unit == county
    assert Group.objects.get(name="云岭镇党支部").memberships.filter(post="书记").count() == 1
    assert Group.objects.get(code=f"{COUNTY}.leading-group").memberships.count() == 9
    assert Term.objects.count() == 2
    assert Occasion.objects.get().code == "dushujie"


def test_what_stands_below_what_is_in_the_ledger(county: Unit, book: Book):
    imported(book)
    school = Placement.objects.get(unit__name="云岭镇中心小学")
    assert (school.parent and school.parent.name, school.since) == ("云岭镇", None)
    assert list(tree_check.findings()) == []
    committed.digest_post(actor="system")
    assert list(committed.flaws()) == []
    assert AuditRow.objects.filter(action="bureau.import").get().detail["joined"] == 150


def test_the_same_file_twice_changes_nothing(county: Unit, book: Book):
    imported(book)
    rows = AuditRow.objects.count()
    assert imported(book).lines == ()
    assert AuditRow.objects.count() == rows


def test_the_preview_says_what_will_be_and_changes_nothing(county: Unit, book: Book):
    preview = bureau_preview(content=as_xlsx(book), actor=CONSOLE)
    assert not Person.objects.exists() and Unit.objects.count() == 4
    counts = {action.name: count for action, count, _lines in preview.by_action()}
    assert counts == {
        "OPENED": 30, "JOINED": 150, "ENROLLED": 38, "GRANTED": 38, "FORMED": 31, "TAKEN_IN": 150, "TERMS": 2,
        "DECLARED": 1,
    }  # fmt: skip
    assert imported(book).digest == preview.digest


def test_codes_and_log_in_names_are_proposed_and_said(county: Unit, book: Book):
    notes = [problem_text(note) for note in bureau_preview(content=as_xlsx(book), actor=CONSOLE).proposals]
    assert "单位!F2: 拟定编码：办公室 530323.bangongshi" in notes
    assert sum("拟定登录名" in note for note in notes) == 38


def test_a_filled_workbook_changes_nothing(county: Unit, book: Book):
    book["人员"] += [
        ["王双", "办公室", "科员", "2020-9-1", None, "1"],
        ["王双", "办公室", "科员", None, None, "2"],
        ["李兼", "人事科", "科员", None, None, "甲"],
        ["李兼", "教研室", "教研员", "2024-9-1", "2030-8-31", "甲"],
    ]
    book["成员"].append(
        ["王双", "办公室", "科室干事、审核员", "wangshuang", "理论学习、统计", None, "2026-9-1", "2027-8-31", None]
    )
    book["校历"] += [
        ["放假", "三月三", "2027-4-8", "2027-4-9", None, "本县通知"],
        ["调休", "三月三", "2027-4-10", None, None, None],
    ]
    imported(book)
    again = bureau_preview(content=filled(), actor=CONSOLE)
    assert (told(again), again.problems) == ([], ())


def test_an_empty_template_changes_nothing_and_explains_itself(county: Unit):
    out = BytesIO()
    write_bureau(out, filled=False)
    preview = bureau_preview(content=out.getvalue(), actor=CONSOLE)
    assert (preview.lines, preview.problems, preview.notes, preview.proposals) == ((), (), (), ())
    pages = load_workbook(out)
    assert pages.sheetnames[:8] == ["说明", "单位", "人员", "成员", "队组", "期初", "校历", "事项"]
    assert "云溪县教育局" in str(pages["说明"]["A1"].value)
    assert all(cell.comment for cell in pages["人员"][1])


def test_a_sheet_that_is_not_there_says_nothing(county: Unit, book: Book):
    imported(book)
    assert bureau_preview(content=as_xlsx({"校历": book["校历"]}), actor=CONSOLE).lines == ()


def test_another_workbook_is_refused(county: Unit):
    with pytest.raises(SheetRefused, match="单位、人员"):
        bureau_preview(content=as_xlsx({"成绩": [["姓名", "分数"], ["王一", 98]]}), actor=CONSOLE)
    with pytest.raises(SheetRefused):
        bureau_preview(content=b"no workbook", actor=CONSOLE)


def test_only_administrators_of_the_bureau_import(county: Unit, book: Book):
    imported(book)
    school = Unit.objects.get(name="云岭镇中心小学")
    admin = member("eve", county, Role.ADMIN)
    for other in (member("alice", county, Role.OFFICER), member("bob", school, Role.ADMIN), member("nora", county)):
        with pytest.raises(NotAllowed):
            bureau_preview(content=as_xlsx(book), actor=other)
        with pytest.raises(NotAllowed):
            bureau_import(content=as_xlsx(book), name="", actor=other)
    book["事项"].append(["艺术节", "活动", *[None] * 5])
    assert bureau_import(content=as_xlsx(book), name="", actor=admin).changes == 1
    assert AuditRow.objects.get(action="bureau.import", actor=admin.token)


def test_what_was_looked_at_is_what_is_done(county: Unit, book: Book):
    seen = bureau_preview(content=as_xlsx(book), actor=CONSOLE).digest
    imported({"事项": book["事项"]})
    with pytest.raises(PreviewOutdated):
        bureau_import(content=as_xlsx(book), name="", actor=CONSOLE, seen=seen)
    assert not Person.objects.exists()


def test_other_ways_to_write_are_read(county: Unit):
    imported({
        "说明": [["随便写"]],
        "单 位": [
            ["全县单位一览"],
            ["单位名称*", "简称", "单位类型（下拉）", "上级单位", "生效月份"],
            ["云岭镇", None, "乡镇", "县教育局", None],
            ["云岭镇中心小学", "云岭中心校", "小学", "云岭镇", "2026年9月"],
        ],
        "人员": [["姓名", "所在单位", "职务", "到岗日期"], ["王　一", "云岭中心校", "教师", "２０２６年９月１日"]],
        "成员": [["成员姓名", "所属单位", "角色"], ["王一", "云岭镇中心小学", "填报员"]],
    })  # fmt: skip
    assert str(Placement.objects.get(unit__short_name="云岭中心校").since) == "2026-09-01"
    person = Person.objects.get()
    assert (person.name, str(person.tenures.get().since)) == ("王一", "2026-09-01")
    assert person.member == Member.objects.get(username="wangyi")


def test_a_unit_is_found_by_its_other_names(county: Unit):
    imported({"单位": [["单位名称", "单位类型", "其他叫法"], ["青山小学", "学校", "青小、青山校"]]})
    assert set(UnitAlias.objects.values_list("name", flat=True)) == {"青小", "青山校"}
    imported({"人员": [["姓名", "所在单位"], ["王一", "青小"], ["李二", "qingshanxiaoxue"]]})
    assert set(Tenure.objects.values_list("unit__name", flat=True)) == {"青山小学"}


def test_units_typed_into_the_first_sheet_are_offered_in_the_others(county: Unit):
    out = BytesIO()
    write_bureau(out, filled=False)
    pages = load_workbook(out)
    (rule,) = (each for each in pages["人员"].data_validations.dataValidation if str(each.sqref).startswith("B"))
    letter = rule.formula1.partition("$")[2].partition("$")[0]
    offered = [cell.value for cell in pages["lists"][letter][:3]]
    assert offered[0] == county.name
    assert all(f"单位'!A{row}" in cell for row, cell in zip((3, 4), offered[1:], strict=True))


@pytest.mark.parametrize("name", ["张三 13887456123", "530323198001011234"])
def test_a_number_is_no_part_of_a_name(county: Unit, book: Book, name: str):
    book["人员"][1][0] = name
    problems = bureau_preview(content=as_xlsx(book), actor=CONSOLE).problems
    assert any("姓名里有号码" in problem_text(problem) for problem in problems)


def test_namesakes_may_bear_a_figure(county: Unit, book: Book):
    book["人员"][1][0] = "王芳2"
    assert not bureau_preview(content=as_xlsx(book), actor=CONSOLE).problems
