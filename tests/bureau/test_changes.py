"""Next year's workbook is an edit of this year's: what it changes is said before, and done by each thing's own verb."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.bureau.book import Book, as_xlsx
from youju.bureau.workbook.importing import bureau_import, bureau_preview
from youju.bureau.workbook.lines import Action
from youju.bureau.workbook.writing import write_bureau
from youju.errors import problem_text
from youju.lib import clock
from youju.lib.periods import yyyymm
from youju.orgs import tree_check
from youju.orgs.actors import CONSOLE
from youju.orgs.calendar import DayRule
from youju.orgs.groups import Group, Membership
from youju.orgs.members import Member
from youju.orgs.people import Person, Tenure
from youju.orgs.tree import timeline
from youju.orgs.units import Unit, UnitAlias

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


@pytest.fixture
def moved_in(county: Unit, book: Book) -> Iterator[Book]:
    """The filled workbook of the bureau that moved in ten days ago, its sheets as rows."""
    bureau_import(content=as_xlsx(book), name="", actor=CONSOLE)
    out = BytesIO()
    write_bureau(out, filled=True)
    pages = load_workbook(out).worksheets
    with clock.at(clock.now() + timedelta(days=10)):
        yield {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in pages}


def changed(book: Book, sheet: str, name: str, **cells: object) -> list[object]:
    """Write into the row of a name, by the headings; gives the row."""
    header = [str(label).strip("*") for label in book[sheet][0]]
    row = next(row for row in book[sheet] if row[0] == name)
    for label, value in cells.items():
        row[header.index(label)] = value
    return row


def taken(book: Book) -> list[tuple[Action, str]]:
    """What the preview says; then it is done, and doing it twice changes nothing."""
    content = as_xlsx(book)
    preview = bureau_preview(content=content, actor=CONSOLE)
    assert [problem_text(problem) for problem in preview.problems] == []
    assert bureau_import(content=content, name="", actor=CONSOLE).digest == preview.digest
    again = bureau_preview(content=content, actor=CONSOLE)
    assert [problem_text(line.said) for line in again.lines] == []
    assert list(tree_check.findings()) == []
    return [(line.action, problem_text(line.said)) for line in preview.lines]


def test_a_unit_takes_another_name(moved_in: Book):
    changed(moved_in, "单位", "云岭镇中心小学", 单位名称="云岭镇第一小学")
    assert taken(moved_in) == [(Action.RENAMED, "云岭镇中心小学 自 2026-09 起更名为云岭镇第一小学")]
    assert UnitAlias.objects.get(name="云岭镇中心小学").unit.name == "云岭镇第一小学"


def test_a_unit_moves_from_a_month_on(moved_in: Book):
    changed(moved_in, "单位", "云岭镇中心小学", 上级单位="溪口镇", 生效月份="2026-10")
    assert taken(moved_in) == [(Action.MOVED, "云岭镇中心小学：自 2026-10 起隶属溪口镇，不再隶属云岭镇")]
    school, town = Unit.objects.get(name="云岭镇中心小学"), Unit.objects.get(name="溪口镇")
    assert timeline().parent(school.code, yyyymm(SEPTEMBER)) != town.code
    assert timeline().parent(school.code, yyyymm(OCTOBER)) == town.code


def test_a_town_closes_after_its_schools_have_moved(moved_in: Book):
    changed(moved_in, "单位", "云岭镇", 变动="撤销")
    changed(moved_in, "单位", "云岭镇中心小学", 上级单位="溪口镇")
    changed(moved_in, "单位", "溪口镇中心小学", 变动="并入", 并入单位="云岭镇中心小学", 生效月份=SEPTEMBER)
    assert [action for action, _text in taken(moved_in)] == [Action.MOVED, Action.MERGED, Action.CLOSED]


def test_a_new_school_is_there_from_this_month_on(moved_in: Book):
    moved_in["单位"].append(["滨江小学", "学校", *[None] * 8])
    assert taken(moved_in) == [(Action.OPENED, "滨江小学（学校，隶属云溪县教育局）")]
    assert timeline().stays["530323.binjiangxiaoxue"][0].since == yyyymm(SEPTEMBER)


def test_a_teacher_moves_and_keeps_the_token(moved_in: Book):
    name = str(moved_in["人员"][20][0])
    person = Person.objects.get(name=name)
    changed(moved_in, "人员", name, 所在单位="教研室", 职务="教研员", 到岗日期="2026-9-1")
    ((action, _text),) = taken(moved_in)
    assert action == Action.TRANSFERRED
    assert [str(tenure.until) for tenure in person.tenures.order_by("pk")] == ["2026-08-31", "None"]
    assert Person.objects.get(name=name) == person


def test_who_moves_keeps_the_post_where_its_cell_is_empty(moved_in: Book):
    name, post = str(moved_in["人员"][20][0]), moved_in["人员"][20][2]
    changed(moved_in, "人员", name, 所在单位="教研室", 职务=None, 到岗日期="2026-9-1")
    ((_action, text),) = taken(moved_in)
    assert str(post) in text
    assert Person.objects.get(name=name).tenures.get(until=None).post == post


def test_a_day_of_a_workbook_names_its_source_in_the_readers_language(moved_in: Book):
    bureau_import(
        content=as_xlsx({"校历": [moved_in["校历"][0], ["放假", "运动会", "2026-10-23"]]}), name="", actor=CONSOLE
    )
    assert DayRule.objects.get(name="运动会").source == "建局工作簿"


def test_who_moves_needs_a_day(moved_in: Book):
    name = str(moved_in["人员"][20][0])
    changed(moved_in, "人员", name, 所在单位="教研室")
    (problem,) = bureau_preview(content=as_xlsx(moved_in), actor=CONSOLE).problems
    assert problem_text(problem).startswith("人员!D21: 请写")


def test_who_leaves_is_on_no_roster_and_in_no_group(moved_in: Book):
    row = moved_in["人员"][20]
    changed(moved_in, "人员", str(row[0]), 离开日期=date(2026, 8, 31))
    ((action, text),) = taken(moved_in)
    assert (action, text.endswith("最后一天 2026-08-31")) == (Action.LEFT, True)
    assert not Membership.objects.filter(person__name=row[0], until=None).exists()


def test_nobody_is_removed_because_a_row_is_missing(moved_in: Book):
    for sheet in ("单位", "人员", "成员", "队组", "校历", "事项"):
        del moved_in[sheet][6:]
    assert taken(moved_in) == []


def test_who_left_is_not_taken_in_again_by_an_old_file(county: Unit, book: Book):
    bureau_import(content=as_xlsx(book), name="", actor=CONSOLE)
    name = book["人员"][20][0]
    Tenure.objects.filter(person__name=name).update(until=date(2026, 6, 30))
    preview = bureau_preview(content=as_xlsx({"人员": book["人员"]}), actor=CONSOLE)
    assert preview.lines == ()
    assert [problem_text(note) for note in preview.notes if name in str(note.said)] != []
    book["人员"][20][3] = "2026-9-1"
    preview = bureau_preview(content=as_xlsx({"人员": book["人员"]}), actor=CONSOLE)
    assert [line.action for line in preview.lines] == [Action.JOINED]


def test_another_post_from_a_day_on_and_a_slip_put_right(moved_in: Book):
    first, second = str(moved_in["人员"][20][0]), str(moved_in["人员"][21][0])
    changed(moved_in, "人员", first, 职务="工会主席", 到岗日期=SEPTEMBER)
    changed(moved_in, "人员", second, 姓名="改名", 职务="总务主任")
    assert [action for action, _text in taken(moved_in)] == [Action.TRANSFERRED, Action.CORRECTED, Action.CORRECTED]
    assert Person.objects.get(name="改名").tenures.get().post == "总务主任"


def test_two_new_posts_of_one_person(moved_in: Book):
    moved_in["人员"].append(["滕新", "教研室", "教研员", "2026-9-1", None, "x"])
    moved_in["人员"].append(["滕新", "办公室", "兼职", "2026-9-1", None, "x"])
    taken(moved_in)
    assert Person.objects.get(name="滕新").tenures.count() == 2


def test_a_namesake_elsewhere_is_a_question(moved_in: Book):
    name = moved_in["人员"][20][0]
    people = [moved_in["人员"][0], [name, "教研室", "教研员", "2026-9-1", None, None]]
    preview = bureau_preview(content=as_xlsx({"人员": people}), actor=CONSOLE)
    assert ["如为同一人调动" in problem_text(note) for note in preview.notes] == [True]
    assert preview.proposals == ()


def test_every_roster_that_has_a_namesake_is_named(moved_in: Book):
    name, unit = moved_in["人员"][20][0], str(moved_in["人员"][30][1])
    moved_in["人员"].append([name, unit, "教师", None, None, "又"])
    taken(moved_in)
    people = [moved_in["人员"][0], [name, "教研室", "教研员", "2026-9-1", None, None]]
    (note,) = bureau_preview(content=as_xlsx({"人员": people}), actor=CONSOLE).notes
    assert str(moved_in["人员"][20][1]) in problem_text(note) and unit in problem_text(note)


def test_roles_are_granted_limited_and_ended(moved_in: Book):
    liaison = moved_in["成员"][2]
    moved_in["成员"].append([*liaison[:2], "审核员", liaison[3], "统计", None, "2026-9-1", "2027-8-31", None])
    other = moved_in["成员"][3]
    other[7] = "2026-9-15"
    third = moved_in["成员"][4]
    third[7] = "2027-1-31"
    assert [action for action, _text in taken(moved_in)] == [Action.GRANTED, Action.ENDED, Action.GRANTED]
    member = Member.objects.get(username=liaison[3])
    assert {(grant.role, str(grant.until)) for grant in member.grants.all()} == {
        ("liaison", "None"), ("reviewer", "2027-08-31"),
    }  # fmt: skip


def test_an_account_is_closed(moved_in: Book):
    row = moved_in["成员"][2]
    row[8] = "是"
    assert [action for action, _text in taken(moved_in)] == [Action.DEACTIVATED]
    assert not Member.objects.get(username=row[3]).is_active


def test_groups_change_their_members(moved_in: Book):
    changed(moved_in, "队组", "办公室党支部", 队组成员="全体", 退出成员=None)
    center = changed(moved_in, "队组", "局党委理论学习中心组", 变动日期=date(2026, 9, 20))
    leader = str(moved_in["人员"][2][0])
    center[4], center[5] = None, leader
    assert taken(moved_in) == [(Action.GONE_OUT, f"局党委理论学习中心组：{leader}，最后一天 2026-09-20")]
    assert Group.objects.get(name="局党委理论学习中心组").memberships.filter(until=None).count() == 8


def test_calendar_and_occasions_change(moved_in: Book):
    changed(moved_in, "校历", "学期", 结束日="2026-7-10")
    moved_in["校历"].append(["调休", "补班", "2026-9-20", None, None, "通知"])
    changed(moved_in, "事项", "读书节", 事项名称="校园读书节", 事项别名="书香")
    actions = [action for action, _text in taken(moved_in)]
    assert actions == [Action.TERMS, Action.DAYS, Action.CHANGED, Action.CHANGED]


def test_a_change_in_a_month_that_is_over_needs_its_reason(moved_in: Book):
    changed(moved_in, "单位", "云岭镇中心小学", 上级单位="溪口镇", 生效月份="2026-3")
    changed(moved_in, "单位", "溪口镇中心小学", 单位名称="溪口镇第一小学", 生效月份="2026-12")
    problems = bureau_preview(content=as_xlsx(moved_in), actor=CONSOLE).problems
    assert [problem_text(problem).partition(": ")[0][:4] for problem in problems] == ["单位!G", "单位!J"]
    changed(moved_in, "单位", "云岭镇中心小学", 变动原因="县文件三月已发")
    changed(moved_in, "单位", "溪口镇第一小学", 生效月份=None, 单位名称="溪口镇中心小学")
    assert [action for action, _text in taken(moved_in)] == [Action.MOVED]


def test_what_a_verb_refuses_is_told_at_its_cell(moved_in: Book):
    changed(moved_in, "单位", "云岭镇", 变动="撤销")
    admin = next(row for row in moved_in["成员"] if row[2] == "管理员")
    moved_in["成员"].append([*admin[:2], "审计·档案", admin[3], *[None] * 5])
    problems = bureau_preview(content=as_xlsx(moved_in), actor=CONSOLE).problems
    assert [problem.source.rstrip("0123456789") for problem in problems] == ["单位!H", "成员!C"]
    assert bureau_preview(content=as_xlsx({"校历": moved_in["校历"]}), actor=CONSOLE).lines == ()
