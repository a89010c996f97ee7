"""The gate: look at what is about to go out, and let it through where a second person answers for it.

A verb that makes something public asks ``require_passed`` inside its transaction. Where that raises, nothing is kept:
the desk's one place for errors then calls ``gate_check`` in a transaction of its own and shows what was found.
"""

from collections import Counter
from collections.abc import Sequence

from django.db import transaction

from youju.errors import NotAllowed
from youju.gate.access import may_decide
from youju.gate.checks import Check, CheckState
from youju.gate.errors import NothingHeld, NotThroughGate, OverrideNeedsAnother
from youju.gate.finding import Finding
from youju.gate.outgoing import Outgoing
from youju.gate.scan import findings_in
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason

_LONGEST_TITLE = 200
_DECIDED = (CheckState.ASKED, CheckState.THROUGH, CheckState.REFUSED)


def gate_check(*, outgoing: Outgoing, actor: Actor) -> Check:
    """Look at all parts and keep what was found. The same parts again are looked at again: rosters change.

    What a second person let through stays so, unless something is found that they have not seen.
    """
    found = findings_in(outgoing)
    with transaction.atomic():
        kept = Check.objects.select_for_update().filter(digest=outgoing.digest).first()
        return _again(kept, found, actor) if kept is not None else _new(outgoing, found, actor)


@transaction.atomic
def require_passed(outgoing: Outgoing, *, actor: Actor) -> None:
    """Part of every verb that makes something public. Raises NotThroughGate unless exactly this may go out.

    It is looked at here, whatever was said of it before: a consent may be gone since. What nobody looked at before
    goes on where nothing is found; what a second person let through, where nothing is found that they have not seen.
    """
    check = Check.objects.filter(digest=outgoing.digest).first()
    if check is not None and not check.is_open:
        raise NotThroughGate(outgoing)
    found = findings_in(outgoing)
    if check is None and not found:
        check = _new(outgoing, found, actor)
    if check is None or not check.is_open or not set(found) <= set(check.found):
        raise NotThroughGate(outgoing)


@transaction.atomic
def override_ask(*, check: Check, reason: str, actor: Member) -> None:
    """Say why it should go out all the same; somebody else decides. Raises ReasonMissing, NothingHeld."""
    reason = given_reason(reason)
    _move(check, (CheckState.HELD, CheckState.REFUSED), CheckState.ASKED, pleaded_by=actor, reason=reason, answer="")
    audit.write(actor=actor, action="gate.override-ask", target=check.target, ref=check.ref, reason=reason)


@transaction.atomic
def override_grant(*, check: Check, actor: Member) -> None:
    """Let it through as the second person. Raises NotAllowed, OverrideNeedsAnother, NothingHeld."""
    _refuse_others(check, actor)
    _move(check, (CheckState.ASKED,), CheckState.THROUGH, decided_by=actor, decided_at=clock.now())
    audit.write(
        actor=actor, action="gate.override", target=check.target, ref=check.ref, reason=check.reason,
        digest=check.digest, **_counts(check),
    )  # fmt: skip


@transaction.atomic
def override_refuse(*, check: Check, reason: str, actor: Member) -> None:
    """Keep it held, and say why. Raises NotAllowed, OverrideNeedsAnother, ReasonMissing, NothingHeld."""
    _refuse_others(check, actor)
    answer = given_reason(reason)
    _move(check, (CheckState.ASKED,), CheckState.REFUSED, decided_by=actor, decided_at=clock.now(), answer=answer)
    audit.write(actor=actor, action="gate.override-refuse", target=check.target, ref=check.ref, reason=answer)


def _new(outgoing: Outgoing, found: Sequence[Finding], actor: Actor) -> Check:
    """The check as it is kept, by whoever of two was first."""
    check, is_new = Check.objects.get_or_create(
        digest=outgoing.digest,
        defaults={
            "purpose": outgoing.purpose, "ref": outgoing.ref, "title": outgoing.title[:_LONGEST_TITLE],
            "unit": outgoing.unit, "state": CheckState.HELD if found else CheckState.PASSED,
            "findings": [finding.as_json() for finding in found],
            "asked_by": actor if isinstance(actor, Member) else None,
        },
    )  # fmt: skip
    if is_new:
        _note(check, actor)
    return check


def _again(check: Check, found: Sequence[Finding], actor: Actor) -> Check:
    """The kept check after another look."""
    if check.state in _DECIDED and set(found) <= set(check.found):
        return check
    state = CheckState.HELD if found else CheckState.PASSED
    if (state, set(found)) != (check.state, set(check.found)):
        check.state, check.findings, check.at = state, [finding.as_json() for finding in found], clock.now()
        check.save(update_fields=["state", "findings", "at"])
        _note(check, actor)
    elif state == CheckState.HELD:  # handed in once more as it was: it waits anew
        Check.objects.filter(pk=check.pk).update(at=clock.now())
    return check


def _refuse_others(check: Check, actor: Member) -> None:
    check.refresh_from_db()
    if actor.pk in (check.asked_by_id, check.pleaded_by_id):
        raise OverrideNeedsAnother(title=check.title)
    if not may_decide(actor, check):
        raise NotAllowed()


def _move(check: Check, before: tuple[CheckState, ...], after: CheckState, **columns: object) -> None:
    moved = Check.objects.filter(pk=check.pk, state__in=before).update(state=after, **columns)
    if not moved:
        raise NothingHeld(title=check.title)
    check.refresh_from_db()


def _note(check: Check, actor: Actor) -> None:
    audit.write(
        actor=actor, action="gate.check", target=check.target, ref=check.ref, state=check.state, digest=check.digest,
        **_counts(check),
    )  # fmt: skip


def _counts(check: Check) -> dict[str, int]:
    """How many of each rule, for the audit row: never what."""
    return dict(Counter(f"{finding.rule}s" for finding in check.found))
