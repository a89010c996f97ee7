"""Each row of deadlines.tsv is a case picked by hand; what it must give was worked out by other code than ours.

A rule is written 5w (工作日) or 15d (日), with ! where the day of receipt counts. The days are written in runs:
r receipt, + counted, m counted as a make-up workday, w weekend, h holiday, p paused.
"""

import os
from collections.abc import Sequence
from csv import DictReader
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from youju.lib.clock import day_of
from youju.lib.deadlines import Calendar, Day, DayType, Deadline, Mark, Pause, Rule, Special, days_used, deadline

_FOLDER = Path(__file__).parent
_LETTERS = {
    Mark.RECEIPT: "r",
    Mark.COUNTED: "+",
    Mark.MAKE_UP: "m",
    Mark.WEEKEND: "w",
    Mark.HOLIDAY: "h",
    Mark.PAUSED: "p",
}
_TYPES = {"w": DayType.WORKING, "d": DayType.CALENDAR}
_EXAMPLES = 50_000 if os.environ.get("YOUJU_SOAK") else 300


def _announced() -> Calendar:
    lines = Path("youju/orgs/days_off.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return Calendar({date.fromisoformat(day): Special(what == "work", name) for day, what, name in rows})


def _cases() -> list[dict[str, str]]:
    with (_FOLDER / "deadlines.tsv").open(encoding="utf-8") as file:
        return list(DictReader(file, delimiter="\t"))


def _start(text: str) -> date:
    return day_of(datetime.fromisoformat(text)) if "T" in text else date.fromisoformat(text)


def _rule(text: str, extra: int) -> Rule:
    plain = text.rstrip("!")
    return Rule(int(plain[:-1]), _TYPES[plain[-1]], from_receipt=plain != text, extension=extra)


def _pauses(text: str) -> list[Pause]:
    pairs = [part.split("..") for part in text.split(",") if part != "-"]
    return [Pause(date.fromisoformat(first), date.fromisoformat(last) if last else None) for first, last in pairs]


def _runs(days: Sequence[Day]) -> str:
    runs = [(letter, len(list(run))) for letter, run in groupby(_LETTERS[day.mark] for day in days)]
    return "".join(f"{length if length > 1 else ''}{letter}" for letter, length in runs)


def test_there_are_two_hundred_cases():
    assert len(_cases()) >= 200


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case['start']} {case['rule']} {case['why']}")
def test_it_is_due_on_the_day_worked_out_otherwise_and_each_day_is_explained(case: dict[str, str]):
    extra = int(case["extra"])
    found = deadline(
        _start(case["start"]), _rule(case["rule"], extra), _announced(), _pauses(case["pauses"]), extra=extra
    )
    assert (str(found.due or "-"), _runs(found.days)) == (case["due"], case["days"])
    assert found.provisional == (case["standing"] == "provisional")


def test_a_holiday_and_a_make_up_workday_are_named():
    found = deadline(date(2025, 10, 8), Rule(3, DayType.WORKING), _announced())
    assert [(day.number, day.name) for day in found.days] == [(None, ""), (1, ""), (2, ""), (3, "国庆节")]


def test_while_a_pause_is_open_it_says_how_many_days_are_left():
    rule, paused = Rule(5, DayType.WORKING, extension=5), [Pause(date(2025, 3, 6), None)]
    assert [deadline(date(2025, 3, 3), rule, _announced(), paused, extra).left for extra in (0, 2)] == [3, 5]
    from_receipt = Rule(5, DayType.WORKING, from_receipt=True)
    assert deadline(date(2025, 3, 3), from_receipt, _announced(), [Pause(date(2025, 3, 3), None)]).left == 5
    assert deadline(date(2025, 3, 3), rule, _announced()).left is None


def test_what_a_paused_day_would_have_been_does_not_matter():
    known = Calendar({date(year, 1, 1): Special(False, "元旦") for year in (2024, 2025, 2027, 2028)})
    paused = [Pause(date(2025, 12, 25), date(2027, 1, 3))]
    found = deadline(date(2025, 12, 23), Rule(2, DayType.WORKING), known, paused)
    assert (found.due, found.provisional) == (date(2027, 1, 4), False)


@pytest.mark.parametrize(("n", "extension"), [(0, 0), (-1, 0), (5, -1), (10**9, 0)])
def test_a_rule_that_cannot_be_is_refused(n: int, extension: int):
    with pytest.raises(ValueError, match="days"):
        Rule(n, DayType.WORKING, extension=extension)


@pytest.mark.parametrize("extra", [-1, 31])
def test_an_extension_beyond_the_rule_is_refused(extra: int):
    with pytest.raises(ValueError, match="extension"):
        deadline(date(2025, 3, 3), Rule(60, DayType.CALENDAR, extension=30), Calendar(), extra=extra)


# --- against a slow reference that knows nothing of how the engine walks ------------------------------------------

_DAYS = st.dates(date(2023, 1, 1), date(2028, 12, 31))
_PAUSES = st.lists(
    st.builds(lambda first, more: Pause(first, first + timedelta(more)), _DAYS, st.integers(0, 40)), max_size=3
)
_RULES = st.builds(
    Rule, st.integers(1, 60), st.sampled_from(DayType), from_receipt=st.booleans(), extension=st.just(30)
)
_SPECIALS = st.dictionaries(_DAYS, st.builds(Special, st.booleans(), st.just("节")), max_size=60)


def _counts(day: date, rule: Rule, calendar: Calendar, pauses: list[Pause]) -> bool:
    if any((day - pause.first).days in range((pause.last - pause.first).days + 1) for pause in pauses if pause.last):
        return False
    if rule.day_type == DayType.CALENDAR:
        return True
    return calendar.days[day].work if day in calendar.days else day.isoweekday() not in (6, 7)


def _by_trying_every_day(start: date, rule: Rule, calendar: Calendar, pauses: list[Pause], extra: int) -> date:
    """The first day up to which exactly enough days count."""
    first = 0 if rule.from_receipt else 1
    counting = [
        start + timedelta(more)
        for more in range(first, 700)
        if _counts(start + timedelta(more), rule, calendar, pauses)
    ]
    return counting[rule.n + extra - 1]


@settings(max_examples=_EXAMPLES, deadline=None)
@given(_DAYS, _RULES, _SPECIALS, _PAUSES, st.integers(0, 30))
def test_it_agrees_with_trying_every_day(start, rule, specials, pauses, extra):
    calendar = Calendar(specials)
    found = deadline(start, rule, calendar, pauses, extra)
    assert found.due == _by_trying_every_day(start, rule, calendar, pauses, extra)
    assert found.due is not None
    assert days_used(start, found.due, rule, calendar, pauses) == rule.n + extra
    assert days_used(start, found.due - timedelta(1), rule, calendar, pauses) == rule.n + extra - 1


@settings(max_examples=_EXAMPLES // 3, deadline=None)
@given(_DAYS, _RULES, _PAUSES)
def test_its_days_follow_each_other_and_are_numbered_without_a_gap(start, rule, pauses):
    found = deadline(start, rule, _announced(), pauses)
    assert [day.day for day in found.days] == [start + timedelta(place) for place in range(len(found.days))]
    assert [day.number for day in found.days if day.number] == list(range(1, rule.n + 1))
    assert found.days[-1].day == found.due


@settings(max_examples=_EXAMPLES // 3, deadline=None)
@given(_DAYS, _RULES, _SPECIALS, _SPECIALS, _PAUSES)
def test_what_is_settled_no_later_announcement_moves(start, rule, known, later, pauses):
    """Only days that the calendar calls unsettled change."""
    before = Calendar(known)
    after = Calendar(known | {day: special for day, special in later.items() if not before.is_settled(day)})
    found = deadline(start, rule, before, pauses)
    if not found.provisional:
        assert deadline(start, rule, after, pauses).due == found.due


@given(_DAYS, st.integers(1, 60), _SPECIALS)
def test_calendar_days_know_no_calendar(start, n, specials):
    found: Deadline = deadline(start, Rule(n, DayType.CALENDAR), Calendar(specials))
    assert (found.due, found.provisional) == (start + timedelta(n), False)
