"""Experts from outside: each grades his own sheet by its ticket, until it is handed in, taken back or over."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from tests.records.accreditation.applying import a_campaign, a_sheet, again, asked_by, graded, in_state, moved
from tests.records.cast import member
from youju.errors import NotAllowed, NotFound
from youju.ledger import log
from youju.lib import clock
from youju.orgs.actors import HOLDER
from youju.orgs.audit import AuditRow
from youju.orgs.errors import NameMissing
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tickets import Ticket, TicketInvalid, ticket_of
from youju.records.accreditation.application.answers import ExpertSheet
from youju.records.accreditation.application.errors import (
    ChapterTaken,
    GradeMissing,
    GraderGrants,
    GradesOwnUnit,
    NotUnderReview,
    SheetNotWhole,
    SheetOver,
)
from youju.records.accreditation.application.expert_verbs import (
    Grading,
    get_expert_sheet,
    grade_write,
    lines_of,
    sheet_for,
    sheet_hand_in,
    sheet_make,
    sheet_take_back,
    sheets_in_hand,
)
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.checklist.criteria import AGREED


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    cast.olga = member("olga", cast.county, Role.OFFICER)
    return cast


def test_it_is_of_an_application_under_review(office: SimpleNamespace):
    case = in_state(office, "admitted", a_campaign())
    with pytest.raises(NotUnderReview):
        a_sheet(case, office.alice)


def test_it_holds_the_chapters_asked_for(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    sheet, code = a_sheet(case, office.alice, "1 3")
    assert [line.criterion.no for line in lines_of(sheet)] == ["1.1", "1.2", "3.1"]
    assert get_expert_sheet(ticket_of(code)) == sheet
    second = case.checklist.leaves()[2]
    with pytest.raises(NotFound):
        grade_write(sheet=sheet, grading=Grading(second, "A"))


def test_a_chapter_is_with_one_expert(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    sheet, _code = a_sheet(case, office.alice, "1")
    with pytest.raises(ChapterTaken):
        a_sheet(case, office.alice, "")
    with pytest.raises(NameMissing):
        a_sheet(case, office.alice, "2", expert=" ")
    a_sheet(case, office.alice, "2 3", expert="另一位")
    sheet_take_back(sheet=sheet, actor=office.alice)
    a_sheet(case, office.alice, "1", expert="再一位")


def test_it_is_handed_in_whole_and_its_ticket_opens_nothing_then(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    sheet, code = a_sheet(case, office.alice)
    with pytest.raises(SheetNotWhole) as refused:
        sheet_hand_in(sheet=sheet, code=code)
    assert refused.value.details == {"left": 4, "no": "1.1"}
    for criterion in case.checklist.leaves():
        grade_write(sheet=sheet, grading=Grading(criterion, "B" if criterion.no == "1.1" else "A", "欠新"))
    sheet_hand_in(sheet=sheet, code=code)
    with pytest.raises(TicketInvalid):
        ticket_of(code)
    with pytest.raises(SheetOver):
        sheet_take_back(sheet=sheet, actor=office.alice)
    assert str(case.sheet().expert_score().total) == "89.80"


@pytest.mark.parametrize("how", ["taken back", "expired", "review over"])
def test_a_sheet_that_is_over_takes_no_grade(office: SimpleNamespace, how: str):
    case = in_state(office, "assessed", a_campaign())
    sheet, code = a_sheet(case, office.alice)
    later = clock.now() + timedelta(days=15 if how == "expired" else 0)
    if how == "taken back":
        sheet_take_back(sheet=sheet, actor=office.alice)
    if how == "review over":
        moved(case, "return", office.alice)
    with clock.at(later):
        with pytest.raises(TicketInvalid):
            get_expert_sheet(ticket_of(code))
        with pytest.raises(TicketInvalid):
            grade_write(sheet=sheet, grading=Grading(case.checklist.leaves()[0], "A"))
    assert not case.answers.exclude(expert_grade="").exists()


def test_what_does_not_apply_is_agreed_to_or_graded(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    first, second = case.checklist.leaves()[:2]
    case.answers.filter(criterion=first).update(grade="", not_applicable=True, why="没有走廊")
    sheet, _code = a_sheet(case, office.alice)
    with pytest.raises(GradeMissing):
        grade_write(sheet=sheet, grading=Grading(second, AGREED))
    grade_write(sheet=sheet, grading=Grading(first, AGREED))
    assert case.sheet().expert_score().possible == 14
    grade_write(sheet=sheet, grading=Grading(first, "D", "有走廊"))
    assert case.sheet().expert_score().possible == 20


def test_grades_are_written_down_by_the_holder_of_the_ticket_without_a_name(office: SimpleNamespace):
    case = graded(in_state(office, "assessed", a_campaign()), office.alice)
    rows = AuditRow.objects.filter(action="application.grade")
    assert {row.actor for row in rows} == {"ticket"} and rows.count() == 4
    assert not [row for row in AuditRow.objects.all() if "郑专家" in str(row.detail)]
    assert case.answers.filter(sheet=ExpertSheet.objects.get()).count() == 4
    assert Ticket.objects.get(ref=case.ref).uses_left == 0
    assert list(log.verify()) == []


def _members_sheet(case: Application, actor: Member, grader: Member) -> ExpertSheet:
    sheet, code = sheet_make(
        application=again(case), member=grader, chapters="", expires=clock.now() + timedelta(days=14), actor=actor
    )
    assert code == "" and not Ticket.objects.filter(scope=str(sheet.pk)).exists()
    return sheet


def test_a_member_grades_at_the_desk_in_the_own_name(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    sheet = _members_sheet(case, office.alice, office.charlie)
    assert sheets_in_hand(office.charlie) == [sheet] and sheets_in_hand(office.bob) == []
    for criterion in case.checklist.leaves():
        grade_write(sheet=sheet, grading=Grading(criterion, "A"), actor=office.charlie)
    sheet_hand_in(sheet=sheet, actor=office.charlie)
    assert sheets_in_hand(office.charlie) == []
    assert {row.actor for row in AuditRow.objects.filter(action="application.grade")} == {office.charlie.token}
    assert moved(case, "review", office.alice).state == "reviewed"


def test_nobody_grades_on_a_sheet_of_another(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    own = _members_sheet(case, office.alice, office.charlie)
    first = case.checklist.leaves()[0]
    for actor in (office.alice, HOLDER):
        with pytest.raises(NotAllowed):
            grade_write(sheet=own, grading=Grading(first, "A"), actor=actor)
        with pytest.raises(NotAllowed):
            sheet_hand_in(sheet=own, actor=actor)
    with pytest.raises(NotFound):
        sheet_for(office.alice, own.pk)
    sheet_take_back(sheet=own, actor=office.alice)
    outside, _code = a_sheet(case, office.alice)
    with pytest.raises(NotAllowed):
        grade_write(sheet=outside, grading=Grading(first, "A"), actor=office.alice)


def test_nobody_of_the_unit_grades_its_application(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    gina = member("gina", office.county)  # works at the bureau, and checks for the school
    RoleGrant.objects.create(member=gina, role=Role.REVIEWER, unit=office.hill)
    for grader in (office.bob, gina):
        with pytest.raises(GradesOwnUnit):
            _members_sheet(case, office.alice, grader)
    assert not case.sheets.exists()


def test_who_graded_does_not_grant(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    sheet = _members_sheet(case, office.alice, office.olga)
    for criterion in case.checklist.leaves():
        grade_write(sheet=sheet, grading=Grading(criterion, "A"), actor=office.olga)
    sheet_hand_in(sheet=sheet, actor=office.olga)
    for action in ("review", "propose", "publish"):
        case = moved(case, action, office.alice, **asked_by(action))
    third = member("theo", office.county, Role.OFFICER)
    with clock.at(clock.now() + timedelta(days=30)):
        with pytest.raises(GraderGrants):
            moved(case, "grant", office.olga, **asked_by("grant"))
        assert moved(case, "grant", third, **asked_by("grant")).state == "granted"
