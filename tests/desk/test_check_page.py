"""The check page: verdicts in the text and beside it; and what keeps a summary from being written."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper
from tests.records.cast import verified, visits
from youju.claims.check import check
from youju.desk.check.check_result import result_of
from youju.lib.periods import Period


@pytest.mark.parametrize(
    ("text", "verdict"), [("今年高考考生17人。", "supported"), ("今年高考考生19人。", "contradicted")]
)
def test_a_figure_is_marked_with_its_verdict(cast: SimpleNamespace, desk: Desk, text: str, verdict: str):
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    page = desk(cast.alice).post(reverse("check"), {"text": text, "period": "2025"}).text
    assert f'class="mark mark-{verdict}"' in page
    assert reverse("record", args=[record.ref]) in page


def test_a_file_is_checked_as_well(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    form = {"upload": paper("草稿.txt", "今年高考考生17人。".encode()), "period": "2025"}
    assert "mark-supported" in desk(cast.alice).post(reverse("check"), form).text


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"text": " ", "period": "2025"}, "Paste a text, or choose a file."),
        ({"text": "走访17人", "period": "next"}, "Write a year like 2025"),
        ({"text": "走访17人", "period": "2025", "aliases": "望川市"}, "is not of the form name=unit."),
        ({"text": "走访17人", "period": "2025", "aliases": "望川市=@moon"}, "There is no unit"),
    ],
)
def test_bad_input_gets_one_sentence(cast: SimpleNamespace, desk: Desk, form: dict[str, str], sentence: str):
    answer = desk(cast.alice).post(reverse("check"), form)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_an_unreadable_file_gets_one_sentence(cast: SimpleNamespace, desk: Desk):
    form = {"upload": paper("草稿.docx", b"not a document"), "period": "2025"}
    answer = desk(cast.alice).post(reverse("check"), form)
    assert answer.status_code == 422
    assert "草稿.docx" in answer.text


def test_script_in_a_text_stays_text(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.alice).post(reverse("check"), {"text": "<script>x</script>走访17人", "period": "2025"}).text
    assert "<script>x" not in page


def test_a_summary_with_figures_missing_is_a_draft_with_blanks_and_who_owes_them(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    answer = desk(cast.alice).get(reverse("summary", args=[2025]))
    assert answer.status_code == 200
    assert 'class="figure blank"' in answer.text
    assert answer.context["blanks"] > 10
    assert all(owed.owner and owed.blanks for owed in answer.context["page"].owed)


def test_a_summary_of_no_year_is_not_found(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.alice).get(reverse("summary", args=[12])).status_code == 404


def test_a_long_text_asks_for_its_records_no_oftener(cast: SimpleNamespace):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)

    def queries(text: str) -> int:
        found = check(text, unit=cast.county, period=Period.year(2025), aliases={})
        with CaptureQueriesContext(connection) as asked:
            assert all(
                answer.records for group in result_of(text, found, cast.alice).groups for answer in group.answers
            )
        return len(asked)

    queries("今年高考考生17人。\n")  # what is asked about the member is asked once
    assert queries("今年高考考生17人。\n" * 20) == queries("今年高考考生17人。\n")


def test_the_form_says_that_a_text_or_a_file_is_needed(cast: SimpleNamespace, desk: Desk):
    assert "one of the two is needed" in desk(cast.alice).get(reverse("check")).text
