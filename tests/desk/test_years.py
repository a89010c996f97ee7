"""Which year the desk opens with: the last that is over, until the reader chooses another."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import verified, visits
from youju.lib import clock

JANUARY = datetime(2026, 1, 5, 2, tzinfo=UTC)


@pytest.fixture
def january(cast: SimpleNamespace) -> SimpleNamespace:
    """2019 and 2025 have facts, and the first record of 2026 has just been verified."""
    with clock.at(JANUARY):
        for year in (2019, 2025, 2026):
            verified(visits(cast.bob, cast.hill, year - 2000, happened=date(year, 1, 2)), cast.bob, cast.alice)
    return cast


def _offered(page: str) -> list[str]:
    return [
        str(option["value"])
        for option in BeautifulSoup(page, "html.parser").select("#period optgroup:first-of-type option")
    ]


def test_one_record_of_a_new_year_blanks_no_page(january: SimpleNamespace, desk: Desk):
    with clock.at(JANUARY):
        alice = desk(january.alice)
        assert "The figures of 2025" in alice.get(reverse("workbench")).text
        figures = alice.get(reverse("figures"))
        assert figures.context["period"].code == "2025"
        assert _offered(figures.text) == ["2026", "2025", "2019"]
        assert 'value="2025"' in alice.get(reverse("check")).text
        assert alice.get(reverse("newest-summary"))["Location"] == reverse("summary", args=[2025])


def test_a_year_that_was_chosen_is_kept_for_its_reader_alone(january: SimpleNamespace, desk: Desk):
    with clock.at(JANUARY):
        alice = desk(january.alice)
        alice.get(reverse("figures"), {"period": "2026"})
        assert "The figures of 2026" in alice.get(reverse("workbench")).text
        alice.get(reverse("figures"), {"period": "2019-03"})  # a month is looked at, not moved to
        assert alice.get(reverse("newest-summary"))["Location"] == reverse("summary", args=[2026])
        assert desk(january.dora).get(reverse("newest-summary"))["Location"] == reverse("summary", args=[2025])


@pytest.mark.parametrize("page", [("figures",), ("figure", "exam.candidates")])
@pytest.mark.parametrize("typed", ["next", "0000", "2025-13", "..2025-02-30", "<b>", "9" * 300])
def test_what_is_no_period_is_said_over_the_figures_of_the_year_that_is_open(
    january: SimpleNamespace, desk: Desk, typed: str, page: tuple[str, ...]
):
    with clock.at(JANUARY):
        answer = desk(january.alice).get(reverse(page[0], args=page[1:]), {"period": typed})
    assert answer.status_code == 422
    assert answer.context["wrong"] == typed
    assert "is no period. The figures of 2025 are shown." in answer.text


def test_a_year_as_people_write_it_is_that_year(january: SimpleNamespace, desk: Desk):
    with clock.at(JANUARY):
        assert desk(january.alice).get(reverse("figures"), {"period": "2019年"}).context["period"].code == "2019"
