"""Calendar files as feeds and phones write them."""

from datetime import date

import pytest

from youju.orgs.ics import read_ics

FEED = """BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20261001\r
DTEND;VALUE=DATE:20261008\r
SUMMARY;LANGUAGE=zh_CN:国庆节（\r
 休）\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20261010\r
SUMMARY:国庆节 补班 第1天/共1天\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20260920\r
DTEND;VALUE=DATE:20260921\r
SUMMARY:国庆节\r
X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20260908\r
SUMMARY:白露\r
END:VEVENT\r
END:VCALENDAR\r
"""


def _event(*lines: str) -> str:
    return "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])


def test_days_off_worked_days_and_festivals_are_told_apart():
    read = read_ics(FEED)
    assert [row for row in read.rows if row.work] == [
        (date(2026, 10, 10), True, "国庆节"),
        (date(2026, 9, 20), True, "国庆节"),
    ]
    assert [row.day.day for row in read.rows if not row.work] == [1, 2, 3, 4, 5, 6, 7]
    assert {row.name for row in read.rows} == {"国庆节"}
    assert (read.left_out, read.problems) == (["白露"], [])


@pytest.mark.parametrize(
    "lines",
    [
        ("SUMMARY:国庆节（休）",),
        ("SUMMARY:国庆节（休）", "DTSTART:tomorrow"),
        ("SUMMARY:国庆节（休）", "DTSTART:20261001", "RRULE:FREQ=YEARLY"),
        ("SUMMARY:国庆节（休）", "DTSTART:20261001", "DTEND:20261001"),
        ("SUMMARY:国庆节（休）", "DTSTART:20261001", "DTEND:99991231"),
        ("SUMMARY:国庆节（休）", "DTSTART:99991231"),
    ],
)
def test_an_event_without_certain_days_is_a_problem(lines: tuple[str, ...]):
    read = read_ics(_event(*lines))
    assert (len(read.problems), read.rows) == (1, [])


@pytest.mark.parametrize("text", ["", "date,name\n2026-10-01,国庆节", "\0" * 9])
def test_what_is_no_calendar_file_is_a_problem(text: str):
    assert read_ics(text).problems
