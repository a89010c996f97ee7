"""Surveys at their end: whoever runs one is told on its last day, and once it is over and can be closed."""

from datetime import date

from django.db import transaction

from youju.clockwork.lapses import liaisons_of
from youju.lib import clock
from youju.orgs.actors import SYSTEM
from youju.records.alerts import AlertSort, alert
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.moves import SurveyState


def surveys_ending(day: date) -> list[str]:
    """Each that takes answers and whose last day is ``day`` or before, with that day: one put off comes again."""
    rows = Survey.objects.filter(state=SurveyState.OPEN, due_on__lte=day).order_by("ref")
    return [f"{row.ref}#{'ends' if row.due_on == day else 'over'}-{row.due_on}" for row in rows]


@transaction.atomic
def tell_ending(key: str) -> str:
    """Tell whoever opened it and those who record for its unit: sheets still come in, or it waits to be closed."""
    ref, _sign, mark = key.partition("#")
    survey = Survey.objects.select_related("author", "unit").filter(ref=ref, state=SurveyState.OPEN).first()
    if survey is None or survey.due_on is None or survey.due_on > clock.today():
        return ""
    told = dict.fromkeys([survey.author, *liaisons_of(survey)])
    sort = AlertSort.DUE_SOON if mark.startswith("ends") else AlertSort.ASKED
    alert(told=[(member, ref) for member in told], sort=sort, actor=SYSTEM)
    return ""
