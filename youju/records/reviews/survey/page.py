"""What the page of a survey shows besides: its questions, how many answered, what they said."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from youju.lib import clock
from youju.records.heads.ledgered import Ledgered
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.moves import SurveyState
from youju.records.reviews.survey.progress import progress_of
from youju.records.reviews.survey.results import results_of


def beside(survey: Survey, visible: "QuerySet[Ledgered]", _asked: Mapping[str, str]) -> dict[str, Any]:
    """Results once it is closed; before, how many have answered, and nothing of what."""
    closed = survey.state == SurveyState.CLOSED
    return {
        "survey": survey,
        "meeting": visible.filter(pk=survey.review_id).first() if survey.review_id else None,
        "questions": list(survey.questions.all()),
        "progress": progress_of(survey) if survey.answering else (),
        "is_over": survey.answering and survey.ends <= clock.now(),
        "results": results_of(survey) if closed else None,
    }
