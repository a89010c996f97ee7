"""The shipped table says what the package it was copied from says."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from youju.orgs.days_off import announced_days


def test_it_names_each_day_once_in_order():
    days = [row.day for row in announced_days()]
    assert days == sorted(set(days))
    assert all(row.work == (row.day.weekday() >= 5) for row in announced_days() if row.work)


@pytest.mark.skipif(find_spec("chinese_calendar") is None, reason="chinesecalendar is not installed")
def test_the_table_is_that_of_the_package():
    from docs.days_off import FILE, lines

    assert Path(FILE).read_text("utf-8").splitlines() == lines()
