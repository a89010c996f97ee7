"""Study sessions that meet all four requirements: found every day, posted once."""

from datetime import date

from django.db import transaction

from youju.orgs.actors import SYSTEM
from youju.plans.planned_sessions import complete_sessions, planned_by
from youju.records.study.session.models import StudySession
from youju.records.verbs.completing import session_complete


def sessions_complete(day: date) -> list[str]:
    """Each session that is complete and not posted as such yet."""
    return [f"{session.ref}#complete" for session, _due in complete_sessions(day)]


@transaction.atomic
def count_complete(key: str) -> str:
    """Post that one session is complete."""
    session = StudySession.objects.filter(ref=key.partition("#")[0]).first()
    if session is not None:
        session_complete(record=session, planned_by=planned_by(session), actor=SYSTEM)
    return ""
