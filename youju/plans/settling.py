"""Settling: the ledger brought to what the dues say. The rows decide; the log follows once their day is over.

Nothing of a due is in the log before its day is over: what is met early would otherwise be more than was due.
Whatever was posted and is no longer so is voided, whatever is missing is posted, so that doing it again does nothing.
"""

from collections.abc import Iterable, Sequence

from youju.ledger import lock, log
from youju.ledger.facts import Posting
from youju.ledger.reading import live_posts
from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs.actors import Actor
from youju.plans.dues import EXCUSED, MET, NOTHING, OWED, Due

_LAST_FIRST = (EXCUSED, MET, NOTHING, OWED)


def settle(*, dues: Sequence[Due], actor: Actor) -> int:
    """Void and post until the ledger holds of each due what its row says; gives how many entries that took.

    Called last in a verb, inside its transaction, with the rows as they are saved; the verb writes the audit row.
    """
    fallen = [due for due in dues if due.has_fallen(clock.today())]
    if not fallen:
        return 0
    lock.hold()
    live = _live(fallen)
    taken = [
        log.void(ref=due.ref, milestone=milestone, actor=actor.token)
        for due in fallen
        for milestone in _LAST_FIRST
        if (due.ref, milestone) in live and not _stands(due, milestone, live[due.ref, milestone])
    ]
    gone = {(entry.record_ref, entry.milestone) for entry in taken}
    missing = [
        _posting(due, milestone, actor)
        for due in fallen
        for milestone in due.standing
        if (due.ref, milestone) not in live or (due.ref, milestone) in gone
    ]
    for batch in batches(due.pk for due in fallen if not due.fallen):
        Due.objects.filter(pk__in=batch).update(fallen=True)
    return len(taken) + (len(log.post_many(missing)) if missing else 0)


def _live(dues: Iterable[Due]) -> dict[tuple[str, str], bytes]:
    """What the ledger holds of these dues now, each with what it commits to."""
    found: dict[tuple[str, str], bytes] = {}
    for batch in batches(due.ref for due in dues):
        found |= {key: live.commitment for key, live in live_posts(batch).items()}
    return found


def _stands(due: Due, milestone: str, commitment: bytes) -> bool:
    return milestone in due.standing and due.commitment(milestone) == commitment


def _posting(due: Due, milestone: str, actor: Actor) -> Posting:
    return Posting(
        ref=due.ref,
        milestone=milestone,
        unit=due.unit.code,
        actor=actor.token,
        facts=due.facts(milestone),
        commitment=due.commitment(milestone),
    )
