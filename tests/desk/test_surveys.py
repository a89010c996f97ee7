"""测评 at the desk and on a telephone: printed, answered without a trace, typed in, shown when it is closed."""

import io
import json
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.conftest import Desk
from tests.records.reviews.surveys import DAY, answer, codes, moved, opened, written
from tests.records.reviews.test_service_list import BEFORE, book
from tests.weights import PUBLIC_BYTES, weight
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.invitations import member_invite
from youju.orgs.setting_verbs import setting_change
from youju.orgs.tickets import Ticket
from youju.records.reviews.survey import sheets_paper
from youju.records.reviews.survey.issuing import UnitSheets
from youju.records.reviews.survey.sample import sample


def telephone() -> Client:
    """One that checks what a browser sends along, and speaks English."""
    return Client(enforce_csrf_checks=True, headers={"accept-language": "en"})


def test_a_telephone_answers_once_and_keeps_nothing(cast: SimpleNamespace):
    survey = opened(cast)
    (code,) = codes(survey, cast.bob, hill=1)
    phone, address = telephone(), reverse("ticket", args=[code])
    page = phone.get(address)
    assert survey.title in page.text and "Nobody learns what you answered" in page.text
    assert "<script" not in page.text and "csrf" not in page.text
    assert weight(page.text) < PUBLIC_BYTES
    sent = phone.post(address, {"q1": "3", "q2": "4", "q3": "多开体育课"})
    thanks = phone.get(sent.headers["Location"])
    assert (sent.status_code, thanks.status_code) == (302, 200) and "Thank you" in thanks.text
    assert not phone.cookies and all("Set-Cookie" not in each.headers for each in (page, sent, thanks))
    assert survey.answers() == 1
    again = phone.post(address, {"q1": "1", "q2": "4"})
    assert again.status_code == 404 and "does not hold" in again.text
    assert survey.answers() == 1


def test_a_question_left_out_is_marked_and_the_code_still_holds(cast: SimpleNamespace):
    survey = opened(cast)
    (code,) = codes(survey, cast.bob, hill=1)
    page = telephone().post(reverse("ticket", args=[code]), {"q2": "9", "q3": "甲" * 600})
    assert page.status_code == 422 and page.text.count("Choose one of the answers.") == 2
    assert survey.answers() == 0 and Ticket.objects.count() == 1


def test_a_survey_that_takes_no_answers_looks_like_a_wrong_code(cast: SimpleNamespace):
    survey = opened(cast)
    (code,) = codes(survey, cast.bob, hill=1)
    moved(survey, "cancel", cast.bob)
    pages = [telephone().get(reverse("ticket", args=[each])).text for each in (code, "0000-0000")]
    first, second = (page.split("<main")[1].split("<form")[0] for page in pages)
    assert first == second and "does not hold" in first


def test_other_tickets_are_still_guarded_by_a_token(cast: SimpleNamespace):
    code = member_invite(member=cast.bob, actor=cast.eve)
    sent = telephone().post(reverse("ticket", args=[code]), {"new_password1": "a b c d e f", "new_password2": "a b c"})
    assert sent.status_code == 403
    assert Ticket.objects.get().uses_left == 1


def test_a_member_who_answers_leaves_no_trace_in_their_log_in(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast)
    (code,) = codes(survey, cast.bob, hill=1)
    client = desk(cast.bob)
    before, audited = dict(client.session.items()), AuditRow.objects.count()
    sent = client.post(reverse("ticket", args=[code]), {"q1": "1", "q2": "5"})
    assert sent.status_code == 302 and "Set-Cookie" not in sent.headers
    assert (dict(client.session.items()), AuditRow.objects.count()) == (before, audited)


def test_sheets_are_printed_for_each_unit(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast, unit=cast.county, actor=cast.alice)
    client, address = desk(cast.alice), reverse("survey-sheets", args=[survey.ref])
    assert "青山小学" in client.get(address).text
    assert client.post(address, {}).status_code == 422
    file = client.post(address, {"every": "2", "unit-hill": "9", "unit-yun": "0"})
    assert b"".join(file.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]  # a FileResponse
    assert {row.unit: row.issued for row in survey.sheets.all()} == {"hill": 9, "lake": 2}
    client.post(reverse("survey-withdraw", args=[survey.ref]), {"unit": "lake"})
    assert {row.unit: row.issued for row in survey.sheets.all()} == {"hill": 9, "lake": 0}


def test_pressed_twice_the_file_is_made_once(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast)
    client, address = desk(cast.bob), reverse("survey-sheets", args=[survey.ref])
    assert 'name="shown" value="0"' in client.get(address).text
    assert client.post(address, {"unit-hill": "9", "shown": "0"}).status_code == 200
    again = client.post(address, {"unit-hill": "9", "shown": "0"})
    assert again.status_code == 409 and "9 sheets were made since this page was opened" in again.text
    assert survey.sheets.get().issued == 9
    assert client.post(address, {"unit-hill": "3", "shown": "9"}).status_code == 200  # more are wanted: it says so
    assert survey.sheets.get().issued == 12
    client.post(reverse("survey-withdraw", args=[survey.ref]), {"unit": "hill"})
    assert client.post(address, {"unit-hill": "3", "shown": "12"}).status_code == 409
    assert client.post(address, {"unit-hill": "3", "shown": "9" * 400}).status_code == 200  # no number: nothing shown
    assert survey.sheets.get().issued == 3


def test_an_answered_survey_offers_no_way_back_to_its_questionnaire(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast)
    back = reverse("case-move", args=[survey.ref, "take-back"])
    assert back in desk(cast.bob).get(reverse("case", args=[survey.ref])).text
    answer(codes(survey, cast.bob, hill=1))
    assert back not in desk(cast.bob).get(reverse("case", args=[survey.ref])).text


def test_numbers_from_paper_are_typed_in_and_shown_again(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast)
    client, address = desk(cast.bob), reverse("survey-paper", args=[survey.ref])
    wrong = client.post(address, {"issued": "9", "returned": "10"})
    assert wrong.status_code == 422 and "More sheets came back" in wrong.text
    client.post(address, {"issued": "12", "returned": "10", "n-1-1": "8", "n-1-3": "2", "t-3": "路太窄\n\n多通风"})
    assert survey.answers() == 10 and len(survey.boxes.get().texts) == 2
    assert 'value="8"' in client.get(address).text


def test_nothing_is_told_of_what_was_answered_before_it_is_closed(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast)
    answer(codes(survey, cast.bob, hill=9)[:4], text="多开体育课")
    page = desk(cast.bob).get(reverse("case", args=[survey.ref])).text
    assert "fewer than 5" in page and "多开体育课" not in page and "survey-bars" not in page
    answer(codes(survey, cast.bob, hill=2))
    moved(survey, "close", cast.bob)
    page = desk(cast.bob).get(reverse("case", args=[survey.ref])).text
    assert "多开体育课" in page and "100.00%" in page and "survey-bars" in page


def test_a_questionnaire_is_changed_row_by_row(cast: SimpleNamespace, desk: Desk):
    survey = written(cast)
    client, address = desk(cast.bob), reverse("survey-edit", args=[survey.ref])
    assert "您给食堂打几分" in client.get(address).text
    rows = {"questions-0-text": "您是否满意", "questions-0-form": "choice", "questions-0-options": "是、否",
            "questions-0-satisfied": "是"}  # fmt: skip
    rest = {"title": "测评", "happened": "2025-03-14", "due_on": "2040-03-14", "audience": "parents", "note": ""}
    assert client.post(address, rest | rows | {"then": "redraw add questions"}).status_code == 200
    assert client.post(address, rest | rows | {"version": "0"}).status_code == 409
    assert client.post(address, rest | rows | {"version": survey.version}).status_code == 302
    assert [question.text for question in survey.questions.all()] == ["您是否满意"]
    assert "您是否满意" in client.get(reverse("survey-preview", args=[survey.ref])).text
    moved(survey, "start", cast.bob, version=survey.version + 1)
    assert client.get(address).status_code == 409


@pytest.mark.parametrize("name", ["survey-edit", "survey-preview", "survey-sheets", "survey-paper"])
def test_another_school_finds_nothing(cast: SimpleNamespace, desk: Desk, name: str):
    survey = opened(cast) if name != "survey-edit" else written(cast)
    address = reverse(name, args=[survey.ref])
    assert desk(cast.charlie).get(address).status_code == 404
    assert desk(cast.bob).get(address).status_code == 200


def test_the_file_of_a_service_is_entered_or_told_what_is_wrong(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast)
    client, address = desk(cast.bob), reverse("survey-service", args=[survey.ref])
    good = book(*([*BEFORE, "满意", 5, ""] for _row in range(6)))
    given = {"unit": cast.hill.pk, "issued": "8"}
    bad = client.post(address, given | {"file": upload(book([*BEFORE, "<b>好</b>", 5, ""]))})
    assert bad.status_code == 422 and "&lt;b&gt;好" in bad.text and "Sheet!F2" in bad.text
    assert client.post(address, given | {"issued": "3", "file": upload(good)}).status_code == 422
    assert client.post(address, given | {"file": upload(io.BytesIO(b"no"))}).status_code == 422
    assert not survey.sheets.exists()
    assert client.post(address, given | {"file": upload(good)}).status_code == 302
    assert survey.answers() == 6


def upload(content: io.BytesIO) -> SimpleUploadedFile:
    return SimpleUploadedFile("问卷.xlsx", content.getvalue())


def test_results_are_taken_away_as_a_workbook_once_it_is_closed(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast)
    answer(codes(survey, cast.bob, hill=8)[:6], text="=1+1")
    address = reverse("survey-results", args=[survey.ref])
    assert desk(cast.bob).get(address).status_code == 404
    moved(survey, "close", cast.bob)
    taken = desk(cast.bob).get(address)
    pages = load_workbook(io.BytesIO(b"".join(taken.streaming_content)))  # type: ignore[attr-defined]  # a file
    cells = [[cell.value for cell in row] for page in pages for row in page]
    assert ["您对学校工作总体是否满意", "满意", 6, 100, None] in cells
    assert ["青山小学", 8, 6, 75, 100] in [row[:5] for row in cells]
    assert all(cell.data_type != "f" for page in pages for row in page for cell in row)
    assert desk(cast.charlie).get(address).status_code == 404
    audited = AuditRow.objects.filter(action="download", target=survey.ref)
    assert audited.count() == 1


def test_questions_are_compared_only_where_they_agree(cast: SimpleNamespace, desk: Desk):
    earlier = opened(cast, happened=DAY.replace(year=2024))
    answer(codes(earlier, cast.bob, hill=6))
    moved(earlier, "close", cast.bob)
    asked = sample(cast.hill, DAY)["questions"]
    later = opened(cast, questions=[asked[0], asked[1] | {"options": "1-10", "satisfied": "8-10"}])
    answer(codes(later, cast.bob, hill=6), option=3)
    moved(later, "close", cast.bob)
    page = " ".join(desk(cast.bob).get(reverse("case", args=[later.ref])).text.split())
    assert page.count("<dt>The time before</dt> <dd>100.00%") == 1
    assert "It had 6 answers, a rate of return of 100.00%: " in page and "100.00% (6 sheets handed out)" in page
    assert page.count("not compared: it was asked otherwise") == 1


def test_a_survey_about_something_else_is_no_comparison(cast: SimpleNamespace, desk: Desk):
    asked = sample(cast.hill, DAY)["questions"]
    comparable = opened(cast, title="前年的测评", happened=DAY.replace(year=2023))
    about = [asked[0] | {"text": "托管是否满意"}, asked[1] | {"text": "给托管打几分"}]
    other = opened(cast, title="托管调查", happened=DAY.replace(year=2024), questions=about)
    for survey in (comparable, other):
        answer(codes(survey, cast.bob, hill=6))
        moved(survey, "close", cast.bob)
    later = opened(cast)
    answer(codes(later, cast.bob, hill=6))
    moved(later, "close", cast.bob)
    page = desk(cast.bob).get(reverse("case", args=[later.ref])).text
    assert "前年的测评" in page and "托管调查" not in page
    alone = desk(cast.bob).get(reverse("case", args=[other.ref])).text
    assert "前年的测评" in alone and ": asked otherwise, so it is not compared." in alone


def test_a_question_left_blank_lowers_what_stands_above_and_below_alike(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast)
    numbers = {"unit": "hill", "issued": 10, "returned": 10, "n-1-1": 6, "n-1-3": 2}
    desk(cast.bob).post(reverse("survey-paper", args=[survey.ref]), numbers)
    moved(survey, "close", cast.alice)
    page = " ".join(desk(cast.bob).get(reverse("case", args=[survey.ref])).text.split())
    assert page.count("60.00%") == 2 and "75.00%" not in page


def test_how_many_questions_there_may_be_is_a_setting(cast: SimpleNamespace, desk: Desk):
    asked = sample(cast.hill, DAY)["questions"][0]
    setting_change(name="survey_most_questions", text="2", actor=CONSOLE)
    rows = {f"questions-{place}-{name}": value for place in range(3) for name, value in asked.items()}
    form = {
        "title": "测评",
        "unit": cast.hill.pk,
        "happened": "2025-03-14",
        "due_on": "2040-03-14",
        "audience": "parents",
    }
    answer = desk(cast.bob).post(reverse("case-new", args=["survey"]), form | rows)
    assert answer.status_code == 422 and "more than the 2 that fit" in answer.text


def test_a_new_survey_begins_with_what_most_ask(cast: SimpleNamespace, desk: Desk):
    client, address = desk(cast.bob), reverse("case-new", args=["survey"])
    assert "Are you satisfied with our work on the whole" in client.get(address).text
    rest = {
        "unit": cast.hill.pk,
        "title": "测评",
        "happened": "2025-03-14",
        "audience": "parents",
        "due_on": "2025-03-01",
    }
    asked = {"questions-0-text": "您是否满意", "questions-0-form": "choice", "questions-0-options": "是、否"}
    early = client.post(address, rest | asked)
    assert early.status_code == 422 and "Before its first day nobody can have answered." in early.text
    wrong = client.post(address, rest | asked | {"due_on": "2040-03-01", "questions-0-satisfied": "也许"})
    assert wrong.status_code == 422 and "is none of the answers to choose from" in wrong.text
    assert (
        client.post(address, rest | asked | {"due_on": "2040-03-01", "questions-0-satisfied": "是"}).status_code == 302
    )


def test_behind_a_figure_a_survey_says_its_state_in_words(cast: SimpleNamespace, desk: Desk):
    survey = opened(cast)
    answer(codes(survey, cast.bob, hill=6))
    moved(survey, "close", cast.bob)
    page = (
        desk(cast.alice).get(reverse("figure", args=["reviews.satisfaction"]), {"unit": "yun", "period": "2025"}).text
    )
    assert "closed and counted" in page and "Answers to the satisfaction questions" in page


def test_sheets_are_headed_by_the_full_names_that_the_pages_bear(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
):
    for unit, short in ((cast.county, "云溪县"), (cast.hill, "青山")):
        type(unit).objects.filter(pk=unit.pk).update(short_name=short)
        unit.refresh_from_db()
    given: dict[str, Any] = {}
    monkeypatch.setattr(sheets_paper, "typeset", lambda _path, data: given.update(json.loads(data["given"])) or b"")
    survey = opened(cast, unit=cast.county, actor=cast.alice)
    issued = [UnitSheets(cast.county, ["0000-0001"]), UnitSheets(cast.hill, ["0000-0002"])]
    sheets_paper.sheets_pdf(survey, issued, site="https://office.example")
    assert (given["asks"], [unit["name"] for unit in given["units"]]) == (
        cast.county.name, [cast.county.name, "青山小学"],
    )  # fmt: skip
