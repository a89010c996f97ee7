"""Periods: reading, writing, months, the one before."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.lib.periods import Period


@pytest.mark.parametrize("code", ["2025", "2025-03", "2024/2025", "..2024-02-29"])
def test_a_code_is_read_and_written_back(code: str) -> None:
    assert Period.parse(code).code == code


@pytest.mark.parametrize("code", ["", "25", "2025-13", "2024/2026", "..2025-02-30", "今年", "0000"])
def test_anything_else_is_refused(code: str) -> None:
    with pytest.raises(ValueError):
        Period.parse(code)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2025年", "2025"),
        ("２０２５年度", "2025"),
        ("2025年3月", "2025-03"),
        ("2025/3", "2025-03"),
        ("2024-2025学年", "2024/2025"),
        ("2024—25学年", "2024/2025"),
    ],
)
def test_a_period_is_read_as_people_write_it(written: str, code: str) -> None:
    assert Period.parse(written).code == code


def test_a_school_year_ends_on_31_august() -> None:
    assert Period.parse("2024/2025").last == date(2025, 8, 31)


@given(st.dates(min_value=date(2, 1, 1)))
def test_the_period_before_a_day_to_date_lies_a_year_back(day: date) -> None:
    before = Period.to_date(day).previous()
    assert before.first == date(day.year - 1, 1, 1)
    assert before.last <= day


def test_every_month_of_a_school_year_is_named_once_across_the_new_year() -> None:
    months = Period.parse("2024/2025").every_month
    assert (months[0], months[3], months[4], months[-1]) == (202409, 202412, 202501, 202508)
    assert len(months) == 12


@given(st.dates(min_value=date(2, 1, 1)))
def test_every_month_runs_from_the_first_to_the_last(day: date) -> None:
    period = Period.to_date(day)
    assert (period.every_month[0], period.every_month[-1]) == period.months
