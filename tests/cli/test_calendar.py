from pathlib import Path

import pytest

from tests.orgs.test_ics import FEED

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_calendar_is_filled_once(youju):
    assert "771" in youju("calendar", "fill").err
    assert "0" in youju("--lang", "en", "calendar", "fill").err


def test_a_year_is_shown(youju):
    youju("calendar", "fill")
    said = youju("calendar", "show", "2025")
    assert "2025-10-11\t上班\t国庆节" in said.out
    assert "尚未" in youju("calendar", "show", "2027").err


def test_a_file_is_taken_over(youju, tmp_path: Path):
    file = tmp_path / "days.ics"
    file.write_text(FEED, "utf-8")
    said = youju("calendar", "import", str(file))
    assert (said.status, "白露" in said.err) == (0, True)
    assert "2026-10-10\t上班" in youju("calendar", "show", "2026").out


def test_a_file_with_a_problem_changes_nothing(youju, tmp_path: Path):
    file = tmp_path / "days.ics"
    file.write_text(FEED.replace("20261010", "someday"), "utf-8")
    assert youju("calendar", "import", str(file)).status == 2
    assert youju("calendar", "show", "2026").out == ""


def test_a_file_that_names_no_day_is_told_so(youju, tmp_path: Path):
    file = tmp_path / "days.ics"
    file.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "utf-8")
    assert youju("calendar", "import", str(file)).status == 2


def test_a_due_day_is_explained(youju):
    youju("calendar", "fill")
    said = youju("calendar", "due", "2025-09-30", "2")
    assert said.out.splitlines()[1] == "2025-10-01\t放假：国庆节"
    assert "2025-10-10 到期" in said.err
    assert "2025-10-02 到期" in youju("calendar", "due", "2025-09-30", "2", "--calendar-days").err


def test_what_is_no_day_is_told_so(youju):
    assert "2025-02-30" in youju("calendar", "due", "2025-02-30", "2").err


@pytest.mark.parametrize("start", ["9999-12-31", "0001-01-01"])
def test_a_day_beyond_all_calendars_is_said_to_be_one(youju, start: str):
    assert "2199" in youju("calendar", "due", start, "5").err
