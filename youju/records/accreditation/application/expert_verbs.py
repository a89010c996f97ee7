"""Experts: a sheet is made, graded criterion by criterion, handed in, or taken back.

Somebody from outside comes to it by a ticket, a member at the desk.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q, QuerySet

from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.lib.text import one_line, visible
from youju.orgs import audit
from youju.orgs.actors import HOLDER, Actor
from youju.orgs.errors import NameMissing
from youju.orgs.members import Member, Role
from youju.orgs.reasons import in_full
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_burn, ticket_make, ticket_revoke
from youju.records.accreditation.application.answer_verbs import application_hold
from youju.records.accreditation.application.answers import Answer, ExpertSheet
from youju.records.accreditation.application.errors import (
    ChapterTaken,
    GradeMissing,
    GradesOwnUnit,
    NotUnderReview,
    SheetNotWhole,
    SheetOver,
)
from youju.records.accreditation.application.marks import Line
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ApplicationState
from youju.records.accreditation.checklist.criteria import AGREED, GRADES
from youju.records.accreditation.checklist.models import Criterion
from youju.records.rights import own_units


@transaction.atomic
def sheet_make(
    *, application: Application, chapters: str, expires: datetime, actor: Member, expert: str = "",
    member: Member | None = None,
) -> tuple[ExpertSheet, str]:  # fmt: skip
    """Make a sheet, and its ticket's code, which is nowhere to be read again; "" of a member's, who needs none.

    expert: the name of somebody from outside. chapters: as of ExpertSheet. Raises NotUnderReview, NameMissing,
    GradesOwnUnit, ChapterTaken, TooLong.
    """
    require_review(application)
    expert = member.name[:40] if member else in_full(one_line(expert), 40)
    if not expert:
        raise NameMissing()
    if member is not None:
        _refuse_own(member, application)
    asked = chapters.split() or chapters_of(application)
    for other in open_sheets(application):
        if taken := next((chapter for chapter in asked if other.covers(chapter)), None):
            raise ChapterTaken(chapter=taken, expert=other.expert)
    sheet = ExpertSheet.objects.create(
        application=application, expert=expert, member=member, chapters=" ".join(chapters.split()),
        made_by=actor.token, expires=expires,
    )  # fmt: skip
    audit.write(actor=actor, action="application.sheet", target=application.ref, chapters=sheet.chapters)
    if member is not None:
        return sheet, ""
    code = ticket_make(purpose=Purpose.EXPERT, ref=application.ref, scope=str(sheet.pk), expires=expires, actor=actor)
    return sheet, code


def _refuse_own(member: Member, application: Application) -> None:
    """Raises GradesOwnUnit for who is of the unit, records for it, or assesses in its name."""
    own = own_units(member, Role.LIAISON, Role.REVIEWER)
    if application.unit_id in {member.unit_id, *own} or application.owner_id == member.pk:
        raise GradesOwnUnit(name=member, unit=application.unit)


def get_expert_sheet(ticket: Ticket) -> ExpertSheet:
    """The sheet that a ticket opens. Raises TicketInvalid, as for every code that does not hold."""
    sheets = ExpertSheet.objects.select_related("application__unit", "application__checklist")
    found = sheets.filter(pk=int(ticket.scope), application__ref=ticket.ref).first()
    if found is None or not found.is_open or found.application.state != ApplicationState.ASSESSED:
        raise TicketInvalid()
    return found


def graders(application: Application) -> QuerySet[Member]:
    """The accounts to choose from: those at work, but for who is of the unit that applies."""
    active = Member.objects.filter(is_active=True).exclude(unit=application.unit_id)
    return active.select_related("unit").order_by("unit__code", "name", "pk")


def sheet_for(member: Member, pk: int) -> ExpertSheet:
    """The sheet that a member grades, while it is open. Raises NotFound, of another's as of none."""
    sheets = ExpertSheet.objects.select_related("application__unit", "application__checklist")
    found = sheets.filter(pk=pk, member=member).first()
    if found is None or not found.is_open or found.application.state != ApplicationState.ASSESSED:
        raise NotFound()
    return found


def sheets_in_hand(member: Member) -> list[ExpertSheet]:
    """The sheets that wait for a member's grades."""
    every = ExpertSheet.objects.filter(
        member=member, handed_in=None, taken_back=None, application__state=ApplicationState.ASSESSED
    )
    return [sheet for sheet in every.select_related("application") if sheet.is_open]


def chapters_of(application: Application) -> list[str]:
    """The numbers at the top of its checklist."""
    return list(dict.fromkeys(criterion.chapter for criterion in application.checklist.leaves()))


def open_sheets(application: Application) -> list[ExpertSheet]:
    every = ExpertSheet.objects.filter(application=application, handed_in=None, taken_back=None)
    return [sheet for sheet in every if sheet.is_open]


def lines_of(sheet: ExpertSheet) -> list[Line]:
    """The criteria that an expert grades, with what the unit says of each."""
    return [line for line in sheet.application.sheet().lines if sheet.covers(line.criterion.chapter)]


class Grading(NamedTuple):
    """An expert's grade of one criterion. AGREED: it does not apply, as the unit says."""

    criterion: Criterion
    grade: str
    note: str = ""


def grade_write(*, sheet: ExpertSheet, grading: Grading, actor: Actor = HOLDER) -> None:
    """Write an expert's grade of one criterion. Raises as ``grades_write``."""
    grades_write(sheet=sheet, gradings=[grading], actor=actor)


@transaction.atomic
def grades_write(*, sheet: ExpertSheet, gradings: Sequence[Grading], actor: Actor = HOLDER) -> None:
    """Write an expert's grades of different criteria: all of them, or none. actor: whose sheet it is.

    Raises NotAllowed for everybody else, TicketInvalid once the sheet or the review is over, NotFound for what is not
    on the sheet, GradeMissing, TooLong.
    """
    application = sheet.application
    _require_own(sheet, actor)
    application_hold(application)
    held = ExpertSheet.objects.select_for_update().get(pk=sheet.pk)
    if not held.is_open or application.state != ApplicationState.ASSESSED:
        raise TicketInvalid()
    answers = {answer.criterion_id: answer for answer in Answer.objects.filter(application=application)}
    Answer.objects.bulk_create(
        [_graded(held, each, answers.get(each.criterion.pk)) for each in gradings],
        update_conflicts=True, unique_fields=["application", "criterion"],
        update_fields=["expert_grade", "expert_note", "sheet"],
    )  # fmt: skip
    expert = f"sheet-{sheet.pk}"
    done = [(actor, application.ref, {"no": each.criterion.no, "expert": expert}) for each in gradings]
    audit.write_each(action="application.grade", done=done)


def _graded(sheet: ExpertSheet, grading: Grading, there: Answer | None) -> Answer:
    """The row with the grade. there: what the unit says of the criterion, if anything."""
    criterion, grade = grading.criterion, grading.grade
    if criterion.checklist_id != sheet.application.checklist_id or not sheet.covers(criterion.chapter):
        raise NotFound()
    agreed = (AGREED,) if there is not None and there.not_applicable else ()
    if grade not in (*GRADES, *agreed):
        raise GradeMissing(no=criterion.no)
    note = in_full(visible(grading.note).strip(), 400)
    return Answer(
        application=sheet.application, criterion=criterion, expert_grade=grade, expert_note=note, sheet=sheet
    )  # fmt: skip


@transaction.atomic
def sheet_hand_in(*, sheet: ExpertSheet, code: str = "", actor: Actor = HOLDER) -> None:
    """End a sheet: every criterion is graded; its ticket is used. code: of the ticket, where it has one.

    Raises NotAllowed, SheetNotWhole, TicketInvalid, NotUnderReview, SheetOver.
    """
    _require_own(sheet, actor)
    require_review(sheet.application)
    if left := [line for line in lines_of(sheet) if not line.is_graded]:
        raise SheetNotWhole(left=len(left), no=left[0].criterion.no)
    if sheet.member_id is None:
        ticket_burn(code=code, purpose=Purpose.EXPERT)
    _end(sheet, handed_in=clock.now())
    audit.write(actor=actor, action="application.sheet-in", target=sheet.application.ref, expert=f"sheet-{sheet.pk}")


@transaction.atomic
def sheet_take_back(*, sheet: ExpertSheet, actor: Member) -> None:
    """Close a sheet before its time: its ticket opens nothing any more; what was graded stays. Raises SheetOver."""
    application_hold(sheet.application)
    _end(sheet, taken_back=clock.now())
    for ticket in Ticket.objects.filter(purpose=Purpose.EXPERT, ref=sheet.application.ref, scope=str(sheet.pk)):
        ticket_revoke(ticket=ticket, actor=actor)
    audit.write(actor=actor, action="application.sheet-back", target=sheet.application.ref, expert=f"sheet-{sheet.pk}")


def require_review(application: Application) -> None:
    """Hold the application while its review goes on. Raises NotUnderReview."""
    application_hold(application)
    if application.state != ApplicationState.ASSESSED:
        raise NotUnderReview(title=application.title, state=application.state_label)


def _require_own(sheet: ExpertSheet, actor: Actor) -> None:
    """Raises NotAllowed unless it is the member's own, or without a member that of whoever holds the ticket."""
    owner = sheet.member.token if sheet.member else HOLDER.token
    if actor.token != owner:
        raise NotAllowed()


def _end(sheet: ExpertSheet, **columns: datetime) -> None:
    if not ExpertSheet.objects.filter(Q(handed_in=None, taken_back=None), pk=sheet.pk).update(**columns):
        raise SheetOver()
