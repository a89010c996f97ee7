"""Answering without a name: the ticket is used up and the counts go up, in one transaction or not at all."""

from collections.abc import Mapping

from django.db import transaction

from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_of, ticket_spend
from youju.records.heads.moving import hold_heads
from youju.records.reviews.survey.ballots import Chosen, ballot_add
from youju.records.reviews.survey.models import Survey


def asked_survey(ticket: Ticket) -> Survey:
    """The survey that a ticket opens. Raises TicketInvalid where it takes no answers, as for every code that fails."""
    survey: Survey | None = (
        Survey.objects.select_related("unit").prefetch_related("questions").filter(ref=ticket.ref).first()
    )
    if ticket.purpose != Purpose.SURVEY or survey is None or not survey.answering:
        raise TicketInvalid()
    return survey


@transaction.atomic
def survey_answer(*, code: str, chosen: Chosen, texts: Mapping[int, str]) -> None:
    """Count one answer. Nothing is kept of who sent it, when, and what else the same answer said.

    Whoever closes the survey holds its head as this does: an answer is counted before, or refused after. The head is
    always held before the ticket is touched, so that no two wait for each other in a circle. No audit row is written:
    it would bear the time. The number of answers is told by the counts. Raises TicketInvalid, AnswersUnfit.
    """
    ticket = ticket_of(code)
    hold_heads(Survey.objects.filter(ref=ticket.ref))
    survey = asked_survey(ticket)  # as it stands now that nobody can move it
    unit = ticket_spend(code=code, purpose=Purpose.SURVEY)
    ballot_add(survey, unit, chosen, texts)
