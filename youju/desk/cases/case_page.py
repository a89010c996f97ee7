"""One case: what it is about, what may be done now, and what was done."""

from typing import Any, NamedTuple

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.cases.case_list import row_of
from youju.desk.records.cell_words import shown_value
from youju.desk.records.details import Detail
from youju.desk.records.evidence_forms import FilesForm
from youju.desk.records.group_text import case_text
from youju.desk.records.releasing import released_among
from youju.desk.scope import BUREAU, member_of
from youju.ledger.reading import entries_of
from youju.lib import clock
from youju.orgs.actors import names_of
from youju.orgs.members import Member
from youju.records.case_rights import open_moves
from youju.records.followup.models import Followup
from youju.records.forms.case_forms import MoveForm
from youju.records.forms.form_fields import LinkField
from youju.records.forms.rows.field import RowsField
from youju.records.heads.attachments import attachments_of
from youju.records.heads.case import Case, Move, Step, came_back, steps_of, telling_actions
from youju.records.heads.changes import Change, changes_in_words
from youju.records.heads.ledgered import Ledgered
from youju.records.kind import CaseKind
from youju.records.kinds import get_case_kind
from youju.records.reading.access import get_case_for, is_confidential, visible_to
from youju.records.reading.files import shown_to
from youju.records.rights import may_decide, reached_units, units_to_decide_for


class Act(NamedTuple):
    """A move that the member may make, with its form and the files that come with it.

    is_open: whether the form stands there unfolded.
    """

    action: str
    move: Move
    form: MoveForm
    files: FilesForm
    is_open: bool = False


class Told(NamedTuple):
    """A step in words. is_telling: whether its reason goes with what was done, and is not all that was said of it, as
    where something is refused. changes: whom it was given to, until when, by how much more.
    """

    step: Step
    who: str
    label: str
    is_telling: bool
    changes: list[Change]


@require_GET
def case_show(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one case, with what the member may do next."""
    member = member_of(request)
    case = get_case_for(member, ref)
    return case_page(request, case, member)


def case_page(
    request: HttpRequest,
    case: Case,
    member: Member,
    *,
    wrong: "dict[str, MoveForm] | None" = None,
    files: FilesForm | None = None,
    status: int = 0,
) -> HttpResponse:
    """The case's page; ``wrong``: the form of a move that has to be mended, by its action; or, with status 200, one
    that is only drawn anew.
    """
    kind = get_case_kind(case.kind)
    attached = shown_to(member, case, attachments_of([case.ref])[case.ref])
    followups = list(visible_to(member, Followup).filter(source=case.pk))
    context = {
        "case": case,
        "followups": followups,
        "raised": {followup.note: followup for followup in followups},
        "may_raise": units_to_decide_for(member, case.section).filter(pk=case.unit_id).exists(),
        "kind": kind,
        "row": row_of(case, clock.today()),
        "back": came_back([case], member).get(case.ref),
        "details": details(kind, case, member),
        "source": _source(case, member),
        "group_text": case_text(request, case) if case.state in type(case).owed() and not is_confidential(case) else "",
        "attachments": attached,
        "released": released_among(attached),
        "may_release": may_decide(member, case),
        "acts": _acts(case, member, wrong or {}, files),
        "runs": case.unit_id in reached_units(member, *BUREAU, section=case.section),
        "beside": _beside(request, kind, case, member),
        "steps": _told(case, member),
        "entries": entries_of(case.ref)[::-1],  # the newest first, as the steps are
    }
    return render(request, "desk/cases/case.html", context, status=status or (422 if wrong else 200))


def _acts(case: Case, member: Member, wrong: "dict[str, MoveForm]", files: FilesForm | None) -> list[Act]:
    """What leads on stands open where it is the only thing; what undoes asks for a reason, and is never in the way.

    A form that has to be mended stands there too, also where something keeps its move from being made meanwhile.
    """
    moves = open_moves(member, case) | {action: case.moves[action] for action in wrong}
    return [
        Act(
            action, move, wrong.get(action) or move_form(case, action, move, member),
            (files if action in wrong else None) or files_form(action, member),
            is_open=action in wrong or (len(moves) == 1 and not move.reason),
        )
        for action, move in moves.items()
    ]  # fmt: skip


def files_form(action: str, member: Member, *sent: Any) -> FilesForm:
    """The files of one move, with ids of their own: several such forms stand on a page. sent: what came, and files."""
    return FilesForm(*sent, auto_id=f"{action}_%s", member=member)


def _beside(request: HttpRequest, kind: CaseKind, case: Case, member: Member) -> dict[str, Any] | None:
    if kind.beside is None:
        return None
    own = kind.beside_for(case, member) if kind.beside_for else {}
    return kind.beside(case, visible_to(member), request.GET.dict()) | own


def _source(case: Case, member: Member) -> Ledgered | None:
    """What the case comes from, where the member may read that."""
    source: int | None = getattr(case, "source_id", None)
    return visible_to(member).filter(pk=source).first() if source else None


def move_form(case: Case, action: str, move: Move, member: Member, data: Any = None, initial: Any = None) -> MoveForm:
    """The form of one move: the fields it asks, and the reason. initial: what was typed so far, unchecked."""
    kind = get_case_kind(case.kind)
    return kind.move_form(data, initial=initial, instance=case, move=move, actor=member, auto_id=f"{action}_%s")


def details(kind: CaseKind, case: Case, member: Member) -> list[Detail]:
    """Each field of the case that holds something, in the words of the forms that asked for it."""
    found: dict[str, Detail] = {}
    asked = tuple({name: None for moves in kind.model.MOVES.values() for move in moves.values() for name in move.asks})
    every = Move("", "", "", asks=asked)
    for form in (kind.opens(instance=case, actor=member), kind.move_form(instance=case, actor=member, move=every)):
        for name, field in form.fields.items():
            if (
                name not in ("title", "unit", "reason", *kind.beside_shows)
                and not isinstance(field, RowsField)
                and hasattr(case, name)
                and name not in found
            ):
                text = shown_value(field, _held(case, name, member))
                found[name] = Detail(str(field.label), text, isinstance(field, LinkField))
    return [detail for detail in found.values() if detail.text]


def _held(case: Case, name: str, reader: Member) -> Any:
    """What a field of the case holds, as far as its reader may know; of several, as partner units, all of them."""
    value = case.told(name, reader)
    return list(value.all()) if isinstance(value, models.Manager) else value


def _told(case: Case, reader: Member) -> list[Told]:
    """What was done, newest first, as far as its reader may know."""
    steps = [step._replace(reason=case.said(step.reason, reader)) for step in steps_of(case)]
    names = names_of(step.actor for step in steps)
    labels = {action: str(move.label) for moves in case.MOVES.values() for action, move in moves.items()}
    labels |= {step: str(label) for step, label in case.STEPS.items()}
    telling = telling_actions(case)
    noted = changes_in_words(case, [step.noted for step in steps])
    told = [
        Told(step, names.get(step.actor, step.actor), labels.get(step.action, ""), step.action in telling, changed)
        for step, changed in zip(steps, noted, strict=True)
    ]
    return told[::-1]
