"""The verbs of dues: excused by an officer with a reason, or asked again."""

from collections.abc import Sequence

from django.db import transaction

from youju.errors import NotAllowed
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason
from youju.plans.access import may_excuse
from youju.plans.dues import Due, DueState
from youju.plans.errors import WrongDueState
from youju.plans.meeting import restate
from youju.plans.settling import settle


@transaction.atomic
def dues_excuse(*, dues: Sequence[Due], actor: Member, reason: str) -> None:
    """Excuse units from what they have not met: it no longer counts as due, and is counted as excused.

    All of them or none. Raises ReasonMissing, NotAllowed, WrongDueState.
    """
    reason = given_reason(reason)
    for due in _held(dues, actor, DueState.DUE):
        due.state, due.excused_reason, due.excused_by = DueState.EXCUSED, reason, actor
        due.save(update_fields=["state", "excused_reason", "excused_by"])
        audit.write(actor=actor, action="due.excuse", target=due.ref, reason=reason)
    settle(dues=dues, actor=actor)


@transaction.atomic
def due_reopen(*, due: Due, actor: Member, reason: str) -> None:
    """Ask again for what was excused or answered by a zero report. Raises ReasonMissing, NotAllowed, WrongDueState."""
    reason = given_reason(reason)
    _held([due], actor, DueState.EXCUSED, DueState.ZERO)
    due.state, due.excused_reason, due.excused_by, due.zero_report = DueState.DUE, "", None, None
    restate([due])
    due.save(update_fields=["state", "on_time", "excused_reason", "excused_by", "zero_report"])
    audit.write(actor=actor, action="due.reopen", target=due.ref, reason=reason)
    settle(dues=[due], actor=actor)


def _held(dues: Sequence[Due], actor: Member, *states: str) -> Sequence[Due]:
    """The dues as the database has them, kept to the end of the transaction."""
    stored = {due.pk: due for due in Due.objects.select_for_update().filter(pk__in=[due.pk for due in dues])}
    for due in dues:
        due.state, due.on_time, due.fallen = stored[due.pk].state, stored[due.pk].on_time, stored[due.pk].fallen
        if not may_excuse(actor, due):
            raise NotAllowed()
        if due.state not in states:
            raise WrongDueState(title=str(due), state=due.get_state_display())
    return dues
