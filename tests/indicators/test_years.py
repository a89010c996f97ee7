"""Which years can be read, and which is meant where nobody names one."""

from datetime import UTC, date, datetime

import pytest

from tests.indicators.log import fact, post
from youju.indicators.years import latest_year, settled_year, years_with_facts
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.setting_verbs import setting_change

pytestmark = pytest.mark.django_db

NEW_YEARS_EVE = datetime(2026, 12, 31, 15, 59, 59, tzinfo=UTC)  # one second to midnight at the office
NEW_YEAR = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)


def _post(*days: date) -> None:
    for day in days:
        post(f"statistics-{day}", fact("exam.candidates", day=day))


def test_all_years_with_facts_are_named_the_newest_first_and_none_to_come():
    _post(date(2019, 1, 1), date(2025, 12, 31), date(2025, 1, 1), date(2026, 3, 1), date(2027, 1, 1))
    with clock.at(NEW_YEARS_EVE):
        assert years_with_facts() == [2026, 2025, 2019]
    with clock.at(NEW_YEAR):
        assert years_with_facts() == [2027, 2026, 2025, 2019]


def test_a_running_year_is_the_latest_but_not_yet_settled():
    _post(date(2025, 5, 1), date(2026, 1, 2))
    with clock.at(NEW_YEARS_EVE):
        assert (latest_year(), settled_year()) == (2026, 2025)
    with clock.at(NEW_YEAR):
        assert (latest_year(), settled_year()) == (2026, 2026)


def test_the_first_year_is_read_while_it_runs():
    _post(date(2026, 1, 2))
    with clock.at(NEW_YEARS_EVE):
        assert (latest_year(), settled_year()) == (2026, 2026)


def test_years_before_the_bureau_began_hold_opening_figures_and_are_not_meant():
    _post(date(2025, 12, 31), date(2026, 11, 30))
    with clock.at(NEW_YEARS_EVE):
        setting_change(name="live_since", text="2026-11-30", actor=CONSOLE, verb="bureau_go_live")
        assert settled_year() == 2026
    with clock.at(NEW_YEAR):
        assert settled_year() == 2026


def test_without_facts_it_is_the_present_year():
    with clock.at(NEW_YEAR):
        assert (years_with_facts(), latest_year(), settled_year()) == ([], 2027, 2027)


def test_a_year_in_which_only_time_has_passed_is_not_the_latest():
    _post(date(2025, 5, 1))
    post("plan-1", fact("plan.due", day=date(2026, 1, 31)))
    post("holding-1", fact("accreditation.held", quantity=-1, day=date(2026, 1, 1)))
    with clock.at(NEW_YEARS_EVE):
        assert (years_with_facts(), latest_year()) == ([2026, 2025], 2025)
