"""``youju figures`` and ``youju check`` where nobody names a year."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.records.cast import verified, visits
from youju.lib import clock

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> SimpleNamespace:
    from tests.records.cast import make_cast

    made = make_cast()
    verified(visits(made.bob, made.hill, 17), made.bob, made.alice)
    return made


def test_the_latest_year_with_facts_is_taken_and_named(youju, cast: SimpleNamespace):
    with clock.at(datetime(2027, 1, 5, tzinfo=UTC)):
        said = youju("figures", "--indicator", "exam.candidates", "--lang", "en")
    assert "17" in said.out
    assert said.err == "Year 2025, the latest with facts in the ledger; --year asks for another.\n"


def test_a_year_that_is_named_is_not_talked_of(youju, cast: SimpleNamespace):
    assert youju("figures", "--year", "2025", "--json").err == ""


def test_a_draft_is_checked_against_the_latest_year_with_facts(youju, cast: SimpleNamespace, tmp_path: Path):
    draft = tmp_path / "draft.txt"
    draft.write_text("今年高考考生17人。", "utf-8")
    with clock.at(datetime(2027, 1, 5, tzinfo=UTC)):
        said = youju("check", str(draft), "--json", "--lang", "en")
    assert '"verdict": "supported"' in said.out
    assert said.err.startswith("Year 2025, the latest with facts")


def test_where_nothing_was_posted_the_present_year_is_asked(youju, transactional_db: None):
    from tests.records.cast import make_cast

    make_cast()
    with clock.at(datetime(2026, 12, 31, 16, 30, tzinfo=UTC)):
        assert "Year 2027" in youju("figures", "--json", "--lang", "en").err
