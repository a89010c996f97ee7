"""Satisfaction of two years is compared only where the same was asked; n, rate and method stand beside it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.desk.conftest import Desk
from tests.records.reviews.surveys import codes, moved, opened
from youju.claims.check import check
from youju.desk.figures.lines import line_of, lines_of
from youju.indicators.alike import comparable
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.lib.periods import Period
from youju.records.reviews.survey.answering import survey_answer
from youju.summaries.binding.change import changed
from youju.summaries.binding.unprintable import Unprintable

CODE = "reviews.satisfaction"
ASKED = {
    "text": "您对学校工作总体是否满意",
    "form": "choice",
    "options": "满意、基本满意、不满意",
    "satisfied": "满意、基本满意",
}


def held(cast: SimpleNamespace, year: int, pleased: int, others: int = 0, **asked: Any) -> None:
    """A survey of the school in March of a year, closed with so many answers."""
    questions = [ASKED | asked]
    survey = opened(cast, happened=date(year, 3, 14), questions=questions)
    given = codes(survey, cast.bob, hill=pleased + others)
    _answered(given[:pleased], 1)
    _answered(given[pleased:], 3)
    moved(survey, "close", cast.bob)


def _answered(given: list[str], option: int) -> None:
    for code in given:
        survey_answer(code=code, chosen={1: option}, texts={})


def of(cast: SimpleNamespace, year: int, code: str = CODE) -> Figure:
    return figures(cast.county, Period.year(year))[code]


def test_the_same_question_is_compared_though_its_number_and_marks_differ(cast: SimpleNamespace):
    held(cast, 2024, 9, 1)
    held(cast, 2025, 19, 1, text="1．您对学校工作总体是否满意？")
    now, before = of(cast, 2025), of(cast, 2024)
    assert comparable(now, before)
    line = line_of(now, before, {}, figures(cast.county, Period.year(2025)))
    assert "5" in line.change and line.before_text == "90.00%"
    assert changed(now, before, "") == "提高5个百分点"


@pytest.mark.parametrize(
    "otherwise",
    [
        {"text": "您对学校食堂是否满意"},
        {"options": "满意、一般、不满意", "satisfied": "满意"},
        {"satisfied": "满意"},
    ],
)
def test_what_was_asked_otherwise_is_compared_nowhere(cast: SimpleNamespace, desk: Desk, otherwise: dict[str, str]):
    held(cast, 2024, 9, 1)
    held(cast, 2025, 19, 1, **otherwise)
    now, before = of(cast, 2025), of(cast, 2024)
    assert not comparable(now, before)
    line = next(each for each in lines_of(cast.county, Period.year(2025)) if each.figure.indicator.code == CODE)
    assert (line.change, line.alike) == ("", False)
    with pytest.raises(Unprintable):
        changed(now, before, "")
    page = desk(cast.alice).get(reverse("figure", args=[CODE]), {"period": "2025"}).text
    assert "asked otherwise, not compared" in page and "90.00%" not in page
    counted = of(cast, 2025, "reviews.answers")
    assert comparable(counted, of(cast, 2024, "reviews.answers"))  # how many answered is compared all the same


def test_a_year_without_answers_hinders_nothing(cast: SimpleNamespace):
    held(cast, 2025, 9, 1)
    assert comparable(of(cast, 2025), of(cast, 2024))


def test_how_many_and_how_they_were_asked_stand_beside_it_on_every_list(cast: SimpleNamespace, desk: Desk):
    held(cast, 2025, 9, 1)
    with override("en"):
        line = next(each for each in lines_of(cast.county, Period.year(2025)) if each.figure.indicator.code == CODE)
    assert " 10 answers" in line.beside and " 100%" in line.beside and "without names" in line.beside
    alice = desk(cast.alice)
    for address in (reverse("workbench"), reverse("figures"), reverse("figure-section", args=["reviews"])):
        page = alice.get(address, {"year": "2025", "period": "2025"}).text
        assert line.beside in page, address


@pytest.mark.parametrize("agrees", [True, False])
def test_a_sentence_that_compares_is_supported_only_where_the_questions_agree(cast: SimpleNamespace, agrees: bool):
    held(cast, 2024, 9, 1)
    held(cast, 2025, 19, 1, **({} if agrees else {"text": "您对学校食堂是否满意"}))
    told = "2025年社会对教育满意度比上年提高5个百分点。"
    (checked,) = check(told, unit=cast.county, period=Period.year(2025), aliases={})
    assert (checked.verdict == "supported") == agrees
