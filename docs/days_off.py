"""Write youju/orgs/days_off.tsv from the package chinesecalendar: ``python docs/days_off.py`` once a year is announced.

The package is needed for this only. The change of the table is read like any other before it is kept.
"""

from datetime import date
from pathlib import Path

import chinese_calendar

FILE = Path(__file__).parent.parent / "youju" / "orgs" / "days_off.tsv"
_NAMES = {holiday.value: holiday.chinese for holiday in chinese_calendar.Holiday}
# The package's names in the words of the announcements.
_WORDS = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}


def lines() -> list[str]:
    """One line a day, by date: date, off or work, the holiday."""
    off = {day: ("off", name) for day, name in chinese_calendar.holidays.items()}
    work = {day: ("work", name) for day, name in chinese_calendar.workdays.items()}
    return [_line(day, *what) for day, what in sorted((off | work).items())]


def _line(day: date, what: str, english: str) -> str:
    name = _NAMES[english]
    return f"{day}\t{what}\t{_WORDS.get(name, name)}"


def main() -> None:
    FILE.write_text("".join(f"{line}\n" for line in lines()), "utf-8")


if __name__ == "__main__":
    main()
