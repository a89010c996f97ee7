"""The two verbs of every case: open it, and make one of the moves that its kind declares."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.db import IntegrityError, transaction

from youju.errors import NotAllowed, NotFound
from youju.evidence.models import File
from youju.gate.verbs import require_passed
from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import SYSTEM, Actor
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason
from youju.records.alerts import turn_told
from youju.records.case_rights import may_move
from youju.records.errors import NewerVersion, NoSuchMove
from youju.records.heads.attachments import attachments_of
from youju.records.heads.beside import Arrived, put_beside, same_beside
from youju.records.heads.case import CLOCK, MOVED, OPENED, Case, Move
from youju.records.heads.ledgered import Item, Ledgered
from youju.records.heads.moving import move
from youju.records.heads.refs import is_ref, new_ref
from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.kinds import get_case_kind
from youju.records.reading.access import is_withheld
from youju.records.verbs.postings import fresh, post_loaded, recommit_loaded, withdraw
from youju.records.verbs.record_begin import record_hand_in
from youju.records.verbs.record_verbs import Values, hold_loaded, write

Files = Sequence[Arrived | tuple[File, str]]


class _Said(NamedTuple):
    """What a milestone that stands says."""

    items: list[Item]
    facts: list[FactLine]


_Content = dict[str, _Said]


@transaction.atomic
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
    ref = ref if is_ref(ref, kind.code) else new_ref(kind.code)
    if (there := _sent_before(kind, ref, values, actor)) is not None:
        return there
    case = kind.model(ref=ref, kind=kind.code, section=section or kind.section, author=actor, created_at=clock.now())
    case.state = kind.model.FIRST
    case.assign(values)
    try:
        with transaction.atomic():
            case.save()
    except IntegrityError:
        if (there := _sent_before(kind, ref, values, actor)) is not None:  # pressed twice, both at once
            return there
        raise
    case.save_parts(values)
    _put_beside(case, files, actor)
    audit.write(actor=actor, action=OPENED, target=ref, move="open", to=case.state)
    _alert_whose_turn_it_is(case, actor)
    _post(case, {}, actor)
    return case


@transaction.atomic
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
    (stored,) = hold_loaded([case])
    step = _step(case, action)
    if not may_move(actor, case, step):
        raise NotAllowed()
    if (obstacle := case.obstacle(action)) is not None:
        raise obstacle
    reason = given_reason(reason) if step.reason else reason.replace("\0", "").strip()[:400]
    before = _content(stored)
    heads = case.on_move(action, actor=actor, now=clock.now())
    move(case, [case.state], {"state": step.to, "version": version + 1, **heads}, version=version)
    write(case, {name: value for name, value in (values or {}).items() if name in step.asks})
    _put_beside(case, files, actor)
    _end_move(case, action, step, before, actor, reason)
    for led in case.leads_to(action, actor):
        case_open(kind=get_case_kind(led.kind), values=dict(led.values), actor=actor, section=Section(case.section))
    return case


@transaction.atomic
def case_move_by_clock(*, case: Case, action: str) -> Case:
    """Make one move that time brings, as the system. Raises NoSuchMove, also for a move that only a member makes."""
    (stored,) = hold_loaded([case])
    step = _step(case, action)
    if step.right != CLOCK:
        raise NoSuchMove(title=case.title, state=case.state_label)
    before = _content(stored)
    heads = case.on_move(action, actor=SYSTEM, now=clock.now())
    move(case, [case.state], {"state": step.to, "version": case.version + 1, **heads})
    _end_move(case, action, step, before, SYSTEM, "")
    return case


def _step(case: Case, action: str) -> Move:
    step = case.moves.get(action)
    if step is None:
        raise NoSuchMove(title=case.title, state=case.state_label)
    return step


def _end_move(case: Case, action: str, step: Move, before: "_Content", actor: Actor, reason: str) -> None:
    case.moved(action, actor=actor)
    _become(case, action, actor)
    if (outgoing := case.goes_out(action)) is not None:
        require_passed(outgoing, actor=actor)
    audit.write(actor=actor, action=MOVED, target=case.ref, move=action, to=case.state, reason=reason)
    if step.tells:
        _alert_whose_turn_it_is(case, actor)
    _post(case, before, actor)


def _become(case: Case, action: str, actor: Actor) -> None:
    """Write the record that the move leads to and hand it in, in the name of whoever made the move."""
    becoming = get_case_kind(case.kind).becomes
    if becoming is not None and becoming.on == action and isinstance(actor, Member):
        record_hand_in(case=case, actor=actor)


@transaction.atomic
def case_note(*, case: Case, step: str, actor: Actor, change: Callable[[], None], reason: str = "") -> None:
    """Bring about what is no move of the table, as time or somebody outside does: state stays, the ledger follows.

    step: one of the kind's STEPS. change: writes what changes.
    """
    (stored,) = hold_loaded([case])
    before = _content(stored)
    change()
    audit.write(actor=actor, action=MOVED, target=case.ref, move=step, to=case.state, reason=reason)
    _post(case, before, actor)


def _put_beside(case: Case, files: Files, actor: Member) -> None:
    for each in files:
        file, name, original = Arrived(*each)
        if same_beside(case, file=file) is None:
            put_beside(case, actor=actor, file=file, name=name, original=original)


@transaction.atomic
def cases_move(*, cases: Sequence[Case], action: str, actor: Member) -> int:
    """Make one move that asks nothing with each of these cases, as they were read: all of them, or none.

    Gives how many. Raises NoSuchMove, NotAllowed, NewerVersion, and ReasonMissing where the move wants one.
    """
    for case in sorted(cases, key=lambda case: case.ref):  # two batches never wait for each other in a circle
        case_move(case=case, action=action, actor=actor, version=case.version)
    return len(cases)


@transaction.atomic
def case_pass(*, case: Case, to: Member, actor: Member, reason: str) -> None:
    """Put a running case in the charge of somebody else, in whatever state it is: a part of ``member_hand_over``.

    Who may is asked there. Raises NewerVersion.
    """
    (stored,) = hold_loaded([case])
    before = _content(stored)
    move(case, [case.state], {"owner": to, "version": case.version + 1}, version=case.version)
    audit.write(actor=actor, action=MOVED, target=case.ref, move="hand-over", to=case.state, reason=reason)
    _alert_whose_turn_it_is(case, actor)
    _post(case, before, actor)


def _alert_whose_turn_it_is(case: Case, actor: Actor) -> None:
    """Those who have to act next, as far as they may read it; nobody once it is over."""
    turn = [] if case.over else [member for member in case.turn() if member is not None]
    open_to = [member for member in turn if not is_withheld(member, case)]
    turn_told(target=case.ref, members=open_to, actor=actor, over=case.over)


def _post(case: Case, before: _Content, actor: Actor) -> None:
    """Bring the ledger to what the row now says of its milestones.

    What no longer stands, or counts otherwise, is taken back; what only reads otherwise is committed to anew; what has
    come to stand is posted.
    """
    stored = fresh(case)
    after = _content(stored)
    gone = {name for name, said in before.items() if name not in after or after[name].facts != said.facts}
    if gone:
        withdraw(row=case, actor=actor.token, milestones=gone)
    for name in before.keys() & after.keys() - gone:
        if after[name].items != before[name].items:
            recommit_loaded(row=stored, milestone=name, actor=actor.token)
    post_loaded(steps=[(stored, name) for name in after if name in gone or name not in before], actor=actor.token)


def _content(stored: Ledgered) -> _Content:
    """What the milestones of a row that stand say. stored: as ``fresh`` gives it."""
    standing = stored.standing()
    attached = attachments_of([stored.ref])[stored.ref] if standing else []
    return {name: _Said(stored.items(name, attached), sorted(stored.facts(name))) for name in standing}


def _sent_before(kind: CaseKind, ref: str, values: Values, actor: Member) -> Case | None:
    there: Case | None = kind.model.objects.filter(ref=ref).first()
    if there is None:
        return None
    if there.author_id != actor.pk:
        raise NotFound()
    if not there.says(values):
        raise NewerVersion(title=there.title)
    return there
