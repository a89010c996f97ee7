"""Letting a study session count as complete: once, when all four requirements are met."""

from collections.abc import Sequence

from django.db import transaction

from youju.ledger.log import Entry
from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.records.declared.later import REACHED
from youju.records.heads.attachments import attachments_of
from youju.records.heads.states import State
from youju.records.study.session.models import COMPLETE, StudySession
from youju.records.study.session.requirements import Requirement, requirements_met
from youju.records.verbs.postings import post
from youju.records.verbs.record_verbs import hold


def session_complete(*, record: StudySession, planned_by: str, actor: Actor) -> Entry | None:
    """Post that a verified session meets the four requirements; None where it does not, or is posted already.

    planned_by: the reference of the due that asked for it. What was found stays: a correction takes it along.
    """
    return next(iter(sessions_complete(asked=[(record, planned_by)], actor=actor)), None)


@transaction.atomic
def sessions_complete(*, asked: Sequence[tuple[StudySession, str]], actor: Actor) -> list[Entry]:
    """As ``session_complete`` of each session, with the due that asked for it, in this order: all of it, or nothing.

    Gives the entries of those that meet the requirements.
    """
    hold(*(record for record, _due in asked))
    whole = _whole(asked)
    for session, due in whole:
        session.complete_on, session.planned_by = clock.today(), due
    StudySession.objects.bulk_update([session for session, _due in whole], ["complete_on", "planned_by"])
    reached = [(actor, session.ref, {"milestone": COMPLETE, "due": due}) for session, due in whole]
    audit.write_each(action=REACHED, done=reached)
    return post(rows=[session for session, _due in whole], milestone=COMPLETE, actor=actor.token)


def _whole(asked: Sequence[tuple[StudySession, str]]) -> list[tuple[StudySession, str]]:
    """Those that meet all of it as they stand and are not posted yet, as the database has them."""
    open_ones = StudySession.objects.filter(state=State.VERIFIED, complete_on=None).prefetch_related("attendance")
    found = []
    for batch in batches(asked):
        there = {session.pk: session for session in open_ones.filter(pk__in=[record.pk for record, _due in batch])}
        attached = attachments_of(session.ref for session in there.values())
        waiting = [(there[record.pk], due) for record, due in batch if record.pk in there]
        found += [
            (session, due) for session, due in waiting
            if len(requirements_met(session, attached.get(session.ref, []), due)) == len(Requirement)
        ]  # fmt: skip
    return found
