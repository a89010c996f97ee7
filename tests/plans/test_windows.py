"""Windows and due days, for any year and any rhythm."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from youju.lib.deadlines import Calendar, DayType, Rule, Special, deadline
from youju.plans import windows

YEARS = st.integers(2000, 2100)
MONTHS = st.lists(st.integers(1, 12), max_size=12)


@given(YEARS)
def test_months_quarters_and_half_years_cover_the_year_once(year):
    for parts in (windows.months(year, ()), windows.quarters(year), windows.half_years(year)):
        days = [part.first + timedelta(n) for part in parts for n in range((part.last - part.first).days + 1)]
        assert days == [date(year, 1, 1) + timedelta(n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


@given(YEARS, MONTHS)
def test_only_the_months_asked_for(year, wanted):
    found = windows.months(year, wanted)
    assert [part.first.month for part in found] == (sorted(set(wanted)) or list(range(1, 13)))
    assert all(part.first.month == part.last.month and part.first.day == 1 for part in found)


@given(YEARS, st.integers(0, 30), st.integers(0, 30), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_given_day_lies_inside_its_window(year, before, after, day):
    code = f"{day:%m-%d}"
    (found,) = windows.given_days(year, [{"name": "日", "day": code}], Calendar(), before, after)
    assert (found.last - found.first).days == before + after
    assert found.first <= date(year, day.month, min(day.day, 28)) + timedelta(3) and not found.provisional


@given(st.integers(2010, 2030), st.integers(3, 6))
def test_a_day_that_follows_a_day_off_is_where_the_calendar_has_it(year, number):
    known = Calendar(
        {date(year, 4, number): Special(False, "清明节"), date(year, 4, number + 1): Special(False, "清明节")}
    )
    given_day = windows.GivenDay("清明", "04-05", "清明节")
    assert windows.day_in(year, given_day, known) == (date(year, 4, number), False)
    assert windows.day_in(year + 1, given_day, known) == (date(year + 1, 4, 5), True)


@given(st.dates(date(2015, 1, 1), date(2024, 12, 1)), st.integers(1, 30))
def test_a_due_day_is_a_working_day_after_its_window_with_so_many_between(last, n):
    found = deadline(last, Rule(n, DayType.WORKING), Calendar())
    assert found.due is not None and found.due > last
    between = [last + timedelta(place) for place in range(1, (found.due - last).days + 1)]
    assert sum(day.weekday() < 5 for day in between) == n and found.due.weekday() < 5
