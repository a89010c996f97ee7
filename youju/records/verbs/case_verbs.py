"""The verbs of every case: open it, and make the moves that its kind declares; of one, or of many."""

from collections.abc import Callable, Sequence

from django.db import transaction

from youju.orgs import audit
from youju.orgs.actors import SYSTEM, Actor
from youju.orgs.members import Member
from youju.records.heads.case import MOVED, Case
from youju.records.heads.moving import move
from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.verbs.case_content import Changed, contents, follow
from youju.records.verbs.case_moves import NOTHING, CaseMove, cases_move_each, step_detail
from youju.records.verbs.case_openings import Files, Opening, cases_open
from youju.records.verbs.case_turns import alert_turns
from youju.records.verbs.record_verbs import Values, hold_rows

__all__ = [
    "CaseMove", "Files", "Opening", "case_move", "case_move_by_clock", "case_note", "case_open", "case_pass",
    "cases_move", "cases_move_each", "cases_open",
]  # fmt: skip


def case_open(
    *,
    kind: CaseKind,
    values: Values,
    actor: Member,
    ref: str = "",
    section: Section | None = None,
    files: Files = (),
) -> Case:
    """Open a case, with its evidence, and post the milestones that stand from the beginning, if any.

    values: cleaned values of the kind's form. ref: chosen when the form was opened, so that sending it twice opens
    one case. section: where a kind has none of its own, that of what it came from. Raises NewerVersion where the
    same form was sent before with other values, NotFound where the reference is somebody else's.
    """
    return cases_open(openings=[Opening(kind, values, actor, ref, section, files)])[0]


def case_move(
    *,
    case: Case,
    action: str,
    actor: Member,
    version: int,
    reason: str = "",
    values: Values | None = None,
    files: Files = (),
) -> Case:
    """Make one move: state, content, evidence, step and posting stand or fall together.

    version: of the case as it was shown. values: cleaned values of the fields that the move asks. files: evidence
    that comes with it, each with its name. Raises NoSuchMove, NotAllowed, ReasonMissing, NewerVersion, what the kind
    says is in the way, and NotThroughGate where it makes something public that must not go out.
    """
    cases_move_each(moves=[CaseMove(case, action, actor, version, reason, values or NOTHING, files)])
    return case


def cases_move(*, cases: Sequence[Case], action: str, actor: Member) -> int:
    """Make one move that asks nothing with each of these cases, as they were read: all of them, or none.

    Gives how many. Raises NoSuchMove, NotAllowed, NewerVersion, and ReasonMissing where the move wants one.
    """
    cases_move_each(moves=[CaseMove(case, action, actor, case.version) for case in cases])
    return len(cases)


def case_move_by_clock(*, case: Case, action: str) -> Case:
    """Make one move that time brings, as the system. Raises NoSuchMove, also for a move that only a member makes."""
    cases_move_each(moves=[CaseMove(case, action, SYSTEM, version=None)])
    return case


@transaction.atomic
def case_note(*, case: Case, step: str, actor: Actor, change: Callable[[], None], reason: str = "") -> None:
    """Bring about what is no move of the table, as time or somebody outside does: state stays, the ledger follows.

    step: one of the kind's STEPS. change: writes what changes.
    """
    rows = hold_rows([case])
    (before,) = contents(rows)
    change()
    audit.write(actor=actor, action=MOVED, target=case.ref, **step_detail(step, rows[0], case, reason))
    follow([Changed(case, before, actor)])


@transaction.atomic
def case_pass(*, case: Case, to: Member, actor: Member, reason: str) -> None:
    """Put a running case in the charge of somebody else, in whatever state it is: a part of ``member_hand_over``.

    Who may is asked there. Raises NewerVersion.
    """
    rows = hold_rows([case])
    (before,) = contents(rows)
    move(case, [case.state], {"owner": to, "version": case.version + 1}, version=case.version)
    audit.write(actor=actor, action=MOVED, target=case.ref, **step_detail("hand-over", rows[0], case, reason))
    alert_turns([(case, actor)])
    follow([Changed(case, before, actor)])
