"""Which due of a plan a study session answers, and which sessions meet all that is asked of a complete one."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from youju.lib import clock
from youju.lib.batches import batches
from youju.plans.dues import Due, DueState
from youju.records.heads.attachments import attachments_of
from youju.records.heads.states import State
from youju.records.study.session.models import StudySession
from youju.records.study.session.requirements import Requirement, requirements_met

# Sessions whose papers are added later than a year after they were verified are not looked at again.
_LOOKED_AT = timedelta(days=366)


def planned_by(session: StudySession) -> str:
    """The reference of the due within whose window the session lies; "" where no plan asked for it."""
    asked = Due.objects.filter(
        Q(group=None) | Q(group=session.group_id),
        unit=session.unit_id,
        first__lte=session.happened,
        last__gte=session.happened,
        item__measure="study.sessions",
        item__category__in=("", session.sort),
    )
    due = asked.exclude(state=DueState.WITHDRAWN).order_by("due_on", "pk").first()
    return due.ref if due else ""


def complete_sessions(day: date) -> Iterator[tuple[StudySession, str]]:
    """Those verified in the year before ``day`` that meet every requirement and are not posted as complete yet, each
    with the reference of the due that asked for it.
    """
    open_ones = StudySession.objects.filter(
        state=State.VERIFIED, complete_on=None, verified_at__gte=clock.end_of(day - _LOOKED_AT)
    )
    for batch in batches(open_ones.order_by("ref").values_list("ref", flat=True)):
        attached = attachments_of(batch)
        for session in StudySession.objects.filter(ref__in=batch).prefetch_related("attendance").order_by("ref"):
            found = requirements_met(session, attached.get(session.ref, []), "?")
            if len(found) == len(Requirement) and (due := planned_by(session)):  # asked last: it costs a query
                yield session, due
