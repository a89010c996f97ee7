"""Letting a study session count as complete: once, when all four requirements are met."""

from django.db import transaction

from youju.ledger.log import Entry
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.records.declared.later import REACHED
from youju.records.heads.attachments import attachments_of
from youju.records.heads.states import State
from youju.records.study.session.models import COMPLETE, StudySession
from youju.records.study.session.requirements import Requirement, requirements_met
from youju.records.verbs.postings import post
from youju.records.verbs.record_verbs import hold


@transaction.atomic
def session_complete(*, record: StudySession, planned_by: str, actor: Actor) -> Entry | None:
    """Post that a verified session meets the four requirements; None where it does not, or is posted already.

    planned_by: the reference of the due that asked for it. What was found stays: a correction takes it along.
    """
    hold(record)
    session = StudySession.objects.filter(pk=record.pk, state=State.VERIFIED, complete_on=None).first()
    attached = attachments_of([record.ref]).get(record.ref, [])
    if session is None or len(requirements_met(session, attached, planned_by)) < len(Requirement):
        return None
    StudySession.objects.filter(pk=record.pk).update(complete_on=clock.today(), planned_by=planned_by)
    audit.write(actor=actor, action=REACHED, target=record.ref, milestone=COMPLETE, due=planned_by)
    return post(rows=[record], milestone=COMPLETE, actor=actor.token)[0]
