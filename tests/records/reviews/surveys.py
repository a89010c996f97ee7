"""Surveys for tests: of the hill school, run by bob, with so many sheets handed out."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.kinds import get_case_kind
from youju.records.reviews.survey.answering import survey_answer
from youju.records.reviews.survey.issuing import sheets_issue
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.sample import sample
from youju.records.verbs.case_verbs import case_move, case_open

DAY, LAST = date(2025, 3, 14), date(2040, 3, 14)


def written(cast: SimpleNamespace, *, actor: Member | None = None, **values: Any) -> Survey:
    """A survey that is being prepared; it may be answered for years, whatever the day of the test."""
    given = sample(cast.hill, DAY) | {"due_on": LAST} | values
    case = case_open(kind=get_case_kind("survey"), values=given, actor=actor or cast.bob)
    assert isinstance(case, Survey)
    return case


def opened(cast: SimpleNamespace, **values: Any) -> Survey:
    survey = written(cast, **values)
    moved(survey, "start", values.get("actor") or cast.bob)
    return survey


def moved(survey: Survey, action: str, actor: Member, **rest: Any) -> Survey:
    """``action`` done with it as it now stands; a reason goes along."""
    given: dict[str, Any] = {"version": survey.version, "reason": "说明"} | rest
    case_move(case=survey, action=action, actor=actor, **given)
    there: Survey = Survey.objects.get(pk=survey.pk)
    return there


def codes(survey: Survey, actor: Member, **counts: int) -> list[str]:
    """The codes of so many sheets for each unit, by its code."""
    wanted = {Unit.objects.get(code=code): count for code, count in counts.items()}
    return [code for given in sheets_issue(survey=survey, counts=wanted, actor=actor) for code in given.codes]


def answer(given: Sequence[str], option: int = 1, text: str = "") -> None:
    """Each code is used, for this option of the first question and five points."""
    for code in given:
        survey_answer(code=code, chosen={1: option, 2: 5}, texts={3: text} if text else {})
