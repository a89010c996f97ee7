"""A survey as somebody might write it down, and what has to come in before it can be closed."""

from datetime import date
from typing import Any

from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.reviews.survey.counting import Counted, counts_enter
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.tallies import Method


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a survey of three questions, of which the first is about satisfaction."""
    return {
        "unit": unit,
        "title": "行风评议满意度测评",
        "happened": day,
        "due_on": day,
        "audience": "guests",
        "review": None,
        "note": "请按您的真实感受作答。",
        "questions": [
            {"text": "您对学校工作总体是否满意", "form": "choice", "options": "满意、基本满意、不满意",
             "satisfied": "满意、基本满意"},
            {"text": "您给食堂打几分", "form": "scale", "options": "1-5", "satisfied": "4-5"},
            {"text": "您的意见建议", "form": "text", "options": "", "satisfied": ""},
        ],
    }  # fmt: skip


def meanwhile(survey: Survey, actor: Member) -> None:
    """Twelve answers on paper, where the survey takes answers."""
    if survey.answering and actor.unit is not None:
        counted = Counted(14, 12, {(1, 1): 9, (1, 2): 2, (1, 3): 1, (2, 5): 12})
        counts_enter(survey=survey, unit=survey.unit, method=Method.PAPER, counted=counted, actor=actor)
