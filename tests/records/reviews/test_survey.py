"""A survey: written, opened, answered by ticket or on paper, closed, and what is counted of it."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.records.cast import member
from tests.records.reviews.surveys import answer, codes, moved, opened, written
from youju.errors import NotAllowed, YoujuError
from youju.ledger.reading import all_facts, live_posts
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.members import Role
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_make
from youju.records.reading.drift import drifted
from youju.records.reviews.survey.answering import survey_answer
from youju.records.reviews.survey.counting import Counted, counts_enter
from youju.records.reviews.survey.errors import (
    AnswersUnfit,
    CountsUnfit,
    NotAnswering,
    QuestionsLocked,
    SurveyOver,
    TooFewAnswers,
    TooManySheets,
)
from youju.records.reviews.survey.issuing import sheets_issue, sheets_withdraw
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.questions import Question
from youju.records.reviews.survey.tallies import Method


def tallied(survey: Survey, question: int = 1) -> dict[tuple[str, int], int]:
    rows = survey.tallies.filter(question=question, n__gt=0)
    return {(row.unit, row.option): row.n for row in rows}


def told(measure: str) -> dict[tuple[str, str], int]:
    return {(fact.unit, fact.category): fact.quantity for fact in all_facts() if fact.measure == measure}


def test_an_answer_raises_one_count_a_question_and_its_ticket_is_gone(cast: SimpleNamespace):
    survey = opened(cast)
    first, second = codes(survey, cast.bob, hill=2)
    survey_answer(code=first, chosen={1: 2, 2: 4}, texts={3: "多开体育课"})
    assert tallied(survey) == {("hill", 2): 1} and tallied(survey, 2) == {("hill", 4): 1}
    assert survey.boxes.get().texts == ["多开体育课"]
    assert survey.sheets.get().returned == 1
    assert Ticket.objects.count() == 1
    answer([second])
    assert not Ticket.objects.exists()


def test_what_does_not_hold_is_told_in_one_sentence(cast: SimpleNamespace):
    survey = opened(cast)
    used, withdrawn, kept = codes(survey, cast.bob, hill=3)
    answer([used])
    Ticket.objects.filter(ref=survey.ref).update(expires="2020-01-01T00:00Z")
    expired = kept
    other = ticket_make(purpose=Purpose.GUEST, ref=survey.ref, expires=survey.ends, actor=cast.bob)
    sentences = set()
    for code in (used, withdrawn, expired, other, "0000-0000"):
        with pytest.raises(TicketInvalid) as refused:
            survey_answer(code=code, chosen={1: 1}, texts={})
        sentences.add(str(refused.value))
    assert len(sentences) == 1
    assert survey.answers() == 1


def test_an_option_that_is_none_is_refused_and_the_ticket_holds(cast: SimpleNamespace):
    survey = opened(cast)
    (code,) = codes(survey, cast.bob, hill=1)
    for chosen in ({1: 4}, {1: 0}, {7: 1}, {3: 1}):
        with pytest.raises(AnswersUnfit):
            survey_answer(code=code, chosen=chosen, texts={})
    assert survey.answers() == 0
    answer([code])
    assert survey.answers() == 1


def test_its_questions_are_locked_by_the_first_answer_and_not_before(cast: SimpleNamespace):
    survey = opened(cast)
    given = codes(survey, cast.bob, hill=5)
    survey = moved(survey, "take-back", cast.bob)
    with pytest.raises(TicketInvalid):
        answer(given[:1])
    asked = [{"text": "您是否满意", "form": "choice", "options": "是、否", "satisfied": "是"}]
    survey = moved(survey, "correct", cast.bob, values={"questions": asked})
    survey = moved(survey, "start", cast.bob)
    survey_answer(code=given[0], chosen={1: 2}, texts={})
    assert tallied(survey) == {("hill", 2): 1}
    with pytest.raises(QuestionsLocked):
        moved(survey, "take-back", cast.bob)


def test_closing_counts_sheets_answers_and_satisfied(cast: SimpleNamespace):
    survey = opened(cast)
    given = codes(survey, cast.bob, hill=9)
    answer(given[:5])
    answer(given[5:6], option=3)
    survey = moved(survey, "close", cast.bob)
    assert told("reviews.issued") == {("hill", "tickets"): 9}
    assert told("reviews.answers") == {("hill", "tickets"): 6}
    assert told("reviews.satisfied") == {("hill", ""): 5}
    assert list(drifted()) == []
    assert not Ticket.objects.exists()
    with pytest.raises(TicketInvalid):
        answer(given[6:7])


def test_withdrawing_the_result_takes_all_of_it_back(cast: SimpleNamespace):
    survey = opened(cast)
    answer(codes(survey, cast.bob, hill=5))
    survey = moved(survey, "close", cast.bob)
    survey = moved(survey, "annul", cast.alice)
    assert live_posts([survey.ref]) == {} and list(drifted()) == []


def test_too_few_answers_are_told_of_nowhere(cast: SimpleNamespace):
    survey = opened(cast)
    answer(codes(survey, cast.bob, hill=4))
    with pytest.raises(TooFewAnswers):
        moved(survey, "close", cast.bob)
    survey = moved(survey, "cancel", cast.bob)
    assert not survey.tallies.exists() and not survey.boxes.exists() and not Ticket.objects.exists()


def test_units_with_few_answers_are_put_together_at_closing(cast: SimpleNamespace):
    survey = opened(cast, unit=cast.county, actor=cast.alice)
    given = codes(survey, cast.alice, yun=6, hill=8, lake=3)
    answer(given[:6])
    answer(given[6:14])
    answer(given[14:16], option=3)
    survey = moved(survey, "close", cast.alice)
    assert {row.unit: (row.issued, row.returned) for row in survey.sheets.all()} == {"hill": (8, 8), "": (9, 8)}
    assert tallied(survey) == {("hill", 1): 8, ("", 1): 6, ("", 3): 2}
    assert told("reviews.answers") == {("hill", "tickets"): 8, ("yun", "tickets"): 8}
    assert told("reviews.satisfied") == {("hill", ""): 8, ("yun", ""): 6}
    assert list(drifted()) == []


def test_numbers_from_paper_are_entered_as_a_whole_and_mended(cast: SimpleNamespace):
    survey = opened(cast)
    for satisfied in (7, 9):
        counted = Counted(12, 10, {(1, 1): satisfied, (1, 3): 1}, {3: ["路太窄", "路太窄", " "]})
        counts_enter(survey=survey, unit=cast.hill, method=Method.PAPER, counted=counted, actor=cast.bob)
    assert tallied(survey) == {("hill", 1): 9, ("hill", 3): 1}
    assert survey.boxes.get().texts == ["路太窄", "路太窄"]
    assert (survey.sheets.get().issued, survey.sheets.get().returned) == (12, 10)


def test_whoever_typed_the_numbers_does_not_close_it(cast: SimpleNamespace):
    survey = opened(cast)
    counted = Counted(12, 10, {(1, 1): 10})
    counts_enter(survey=survey, unit=cast.hill, method=Method.PAPER, counted=counted, actor=cast.bob)
    with pytest.raises(NotAllowed):
        moved(survey, "close", cast.bob)
    assert moved(survey, "close", cast.alice).state == "closed"
    assert told("reviews.answers") == {("hill", "paper"): 10}


@pytest.mark.parametrize(
    "counted",
    [Counted(9, 10), Counted(10, 9, {(1, 1): 5, (1, 2): 5})],
    ids=["more came back", "more chose than came back"],
)
def test_numbers_that_cannot_be_are_refused(cast: SimpleNamespace, counted: Counted):
    survey = opened(cast)
    with pytest.raises(CountsUnfit):
        counts_enter(survey=survey, unit=cast.hill, method=Method.PAPER, counted=counted, actor=cast.bob)
    assert not survey.sheets.exists()


def test_sheets_are_for_units_below_and_no_more_than_are_printed_at_once(cast: SimpleNamespace):
    survey = opened(cast)
    with pytest.raises(CountsUnfit):
        sheets_issue(survey=survey, counts={cast.lake: 1}, actor=cast.bob)
    with pytest.raises(TooManySheets):
        sheets_issue(survey=survey, counts={cast.hill: 1001}, actor=cast.bob)
    with pytest.raises(NotAllowed):
        sheets_issue(survey=survey, counts={cast.hill: 1}, actor=cast.charlie)
    with pytest.raises(NotAnswering):
        sheets_issue(survey=written(cast), counts={cast.hill: 1}, actor=cast.bob)
    assert not Ticket.objects.exists()


def test_lost_sheets_hold_no_longer_and_do_not_count(cast: SimpleNamespace):
    survey = opened(cast)
    lost = codes(survey, cast.bob, hill=6)
    answer(lost[:1])
    assert sheets_withdraw(survey=survey, unit=cast.hill, actor=cast.bob) == 5
    assert (survey.sheets.get().issued, survey.sheets.get().returned) == (1, 1)
    with pytest.raises(TicketInvalid):
        answer(lost[1:2])


def test_another_last_day_holds_for_the_sheets_that_are_out(cast: SimpleNamespace):
    survey = opened(cast)
    codes(survey, cast.bob, hill=1)
    survey = moved(survey, "put-off", cast.bob, values={"due_on": date(2041, 3, 14)})
    assert Ticket.objects.get().expires == survey.ends


def test_of_an_answer_no_audit_row_is_written(cast: SimpleNamespace):
    survey = opened(cast)
    given = codes(survey, cast.bob, hill=3)
    before = AuditRow.objects.count()
    answer(given)
    assert AuditRow.objects.count() == before


def test_a_one_person_office_closes_what_it_typed(cast: SimpleNamespace):
    cast.hill.single_post = True
    cast.hill.save()
    member("olga", cast.city, Role.LIAISON)
    survey = opened(cast)
    counted = Counted(12, 10, {(1, 1): 10})
    counts_enter(survey=survey, unit=cast.hill, method=Method.PAPER, counted=counted, actor=cast.bob)
    with pytest.raises(NotAllowed):  # alice could
        moved(survey, "close", cast.bob)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"form": "choice", "options": "满意", "satisfied": ""}, "options"),
        ({"form": "choice", "options": "满意、满意", "satisfied": ""}, "options"),
        ({"form": "choice", "options": "满意、不满意", "satisfied": "很满意"}, "satisfied"),
        ({"form": "choice", "options": "满意、不满意", "satisfied": "满意、不满意"}, "satisfied"),
        ({"form": "scale", "options": "1-100", "satisfied": ""}, "options"),
        ({"form": "scale", "options": "高", "satisfied": ""}, "options"),
        ({"form": "text", "options": "满意", "satisfied": ""}, "options"),
        ({"form": "choice", "options": "满意，不满意", "satisfied": "满意"}, ""),
        ({"form": "scale", "options": "0至10", "satisfied": "8-10"}, ""),
        ({"form": "text", "options": "", "satisfied": ""}, ""),
    ],
)
def test_a_question_says_what_may_be_answered(row: dict[str, str], wrong: str):
    faults = dict(Question(text="您是否满意", **row).faults())
    assert set(faults) == ({wrong} if wrong else set())


def test_questions_agree_where_words_answers_and_meaning_do():
    def mark(text: str = "1. 您对学校是否满意？", options: str = "满意、不满意", satisfied: str = "满意") -> str:
        return Question(text=text, form="choice", options=options, satisfied=satisfied).fingerprint

    assert mark() == mark("您对学校是否满意") == mark(options="满意，不满意")
    assert len({mark(), mark("您对食堂是否满意"), mark(options="满意、一般、不满意"), mark(satisfied="不满意")}) == 4


def test_refusals_are_sentences(cast: SimpleNamespace):
    survey = opened(cast)
    with pytest.raises(YoujuError) as refused:
        moved(survey, "close", cast.bob)
    assert survey.title in str(refused.value)


def test_no_sheet_is_handed_out_that_would_open_nothing(cast: SimpleNamespace):
    survey = opened(cast, due_on=date(2040, 3, 14))
    with clock.at(clock.end_of(date(2040, 3, 14))), pytest.raises(SurveyOver):
        codes(survey, cast.bob, hill=5)
    assert not Ticket.objects.exists()
