"""Moves of cases, one or many: the same checks in the same order, one reading, one posting."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from django.db import transaction

from youju.errors import NotAllowed, in_place
from youju.gate.verbs import require_passed
from youju.lib import clock
from youju.lib.text import visible
from youju.orgs import audit
from youju.orgs.actors import SYSTEM, Actor
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason
from youju.records.case_rights import may_move
from youju.records.errors import NoSuchMove
from youju.records.heads.case import CLOCK, MOVED, Case, Led, Move
from youju.records.heads.changes import changes
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.moving import hold_heads, move
from youju.records.heads.sections import Section
from youju.records.kinds import get_case_kind
from youju.records.verbs.case_content import Changed, contents, follow
from youju.records.verbs.case_openings import Files, Opening, cases_open, put_files
from youju.records.verbs.case_turns import alert_turns
from youju.records.verbs.record_begin import record_hand_in
from youju.records.verbs.record_verbs import hold_rows

# The history keeps what an asker wrote whole, who is asked for more than the one sentence of a member.
LONGEST_SAID = 2000

NOTHING: Mapping[str, Any] = MappingProxyType({})


class CaseMove(NamedTuple):
    """A move that somebody wants to make with a case. version, reason, values, files: as of ``case_move``.

    actor: SYSTEM for one that time brings. version: None for whatever it is by then.
    """

    case: Case
    action: str
    actor: Actor
    version: int | None
    reason: str = ""
    values: Mapping[str, Any] = NOTHING
    files: Files = ()


class _Made(NamedTuple):
    """A move that was made, up to what is written of it. detail: what its audit row says."""

    wanted: CaseMove
    step: Move
    detail: dict[str, str]


@transaction.atomic
def cases_move_each(*, moves: Sequence[CaseMove]) -> None:
    """Make many moves at one moment, in this order: all of them, or none.

    Each is looked at as ``case_move`` looks at it, after those before it were made. Whatever one of them raises says
    of which it is. A case that is to be moved twice has by then the version that its first move leaves.
    """
    runs = list(_runs(moves))
    if len(runs) > 1:
        hold_heads([wanted.case for wanted in moves])  # two batches never wait for each other in a circle
    done = 0
    for together in runs:
        _move_together(together, first=done + 1, of=len(moves))
        done += len(together)


def _runs(moves: Iterable[CaseMove]) -> Iterator[list[CaseMove]]:
    """The moves cut where the kind changes or a case comes again: what a run has read once is right for all of it."""
    run: list[CaseMove] = []
    for wanted in moves:
        if run and (wanted.case.kind != run[0].case.kind or any(wanted.case.pk == there.case.pk for there in run)):
            yield run
            run = []
        run.append(wanted)
    if run:
        yield run


def _move_together(moves: Sequence[CaseMove], *, first: int, of: int) -> None:
    """Move different cases of one kind. first: the place of the first among all the moves; of: how many these are."""
    stored = hold_rows([wanted.case for wanted in moves])
    before = contents(stored)
    made = []
    for place, (wanted, row) in enumerate(zip(moves, stored, strict=True), first):
        with in_place(place, of, wanted.case.title):
            made.append(_move(wanted, row))
    audit.write_each(action=MOVED, done=[(wanted.actor, wanted.case.ref, detail) for wanted, _step, detail in made])
    alert_turns([(wanted.case, wanted.actor) for wanted, step, _detail in made if step.tells])
    follow([Changed(wanted.case, said, wanted.actor) for wanted, said in zip(moves, before, strict=True)])
    if led := [opening for wanted in moves for opening in _led(wanted)]:
        cases_open(openings=led)


def _move(wanted: CaseMove, stored: Ledgered) -> _Made:
    """Change the case and what hangs on it, if nothing is in the way."""
    case, action, actor = wanted.case, wanted.action, wanted.actor
    step = _step(wanted)
    reason = _reason(wanted.reason, needed=step.reason)
    heads = case.on_move(action, actor=actor, now=clock.now())
    version = case.version if wanted.version is None else wanted.version
    move(case, [case.state], {"state": step.to, "version": version + 1, **heads}, version=version)
    _write(case, {name: value for name, value in wanted.values.items() if name in step.asks}, stored)
    if isinstance(actor, Member):
        put_files([(case, actor, wanted.files)])
    case.moved(action, actor=actor)
    _become(case, action, actor)
    if (outgoing := case.goes_out(action)) is not None:
        require_passed(outgoing, actor=actor)
    return _Made(wanted, step, step_detail(action, stored, case, reason))


def step_detail(action: str, before: Ledgered, case: Case, reason: str) -> dict[str, str]:
    """What the audit row of a step says. before: the row as it was; case: as it is now."""
    return {"move": action, "to": case.state, "reason": reason, **changes(before, case, case.NOTED)}


def _reason(typed: str, *, needed: bool) -> str:
    """Raises ReasonMissing, TooLong."""
    bare = visible(typed).strip()
    return given_reason(bare, most=LONGEST_SAID) if needed or bare else ""


def _step(wanted: CaseMove) -> Move:
    """The move as its kind declares it. Raises NoSuchMove, NotAllowed, and what the kind says is in the way."""
    case, actor = wanted.case, wanted.actor
    step = case.moves.get(wanted.action)
    if step is None:
        raise NoSuchMove(title=case.title, state=case.state_label)
    if not isinstance(actor, Member):
        if actor != SYSTEM or step.right != CLOCK:
            raise NoSuchMove(title=case.title, state=case.state_label)
        return step
    if not may_move(actor, case, step):
        raise NotAllowed()
    if (obstacle := case.obstacle(wanted.action)) is not None:
        raise obstacle
    return step


def _write(case: Case, values: dict[str, Any], stored: Ledgered) -> None:
    """Write what was typed: of the row the columns that are others now, then what hangs on it."""
    case.assign(values)
    if changed := [name for name in case.EDITED if getattr(case, name) != getattr(stored, name)]:
        case.save(update_fields=changed)
    case.save_parts(values)


def _become(case: Case, action: str, actor: Actor) -> None:
    """Write the record that the move leads to and hand it in."""
    becoming = get_case_kind(case.kind).becomes
    if becoming is not None and becoming.on == action and isinstance(actor, Member):
        record_hand_in(case=case, actor=actor)


def _led(wanted: CaseMove) -> Iterator[Opening]:
    """What the move opens beside the case."""
    case, actor = wanted.case, wanted.actor
    if isinstance(actor, Member):
        for led in case.leads_to(wanted.action, actor):
            if not _runs_already(led):
                yield Opening(get_case_kind(led.kind), dict(led.values), actor, section=Section(case.section))


def _runs_already(led: Led) -> bool:
    """Whether what would be opened is there, and not at its end."""
    same = {name: led.values.get(name) for name in ("unit", "title", "due_on")}
    model = get_case_kind(led.kind).model
    return model.objects.filter(**same, state__in=model.running()).exists()
