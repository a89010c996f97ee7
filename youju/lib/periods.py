"""Periods that figures are asked for: a year, a school year, a month, a year to date."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

KINDS = ("year", "school-year", "month", "to-date")

# Outside these, the year before a period may leave the calendar.
YEARS = range(1900, 2200)

# A school year runs from 1 September to 31 August of the next year.
SCHOOL_YEAR_FIRST = (9, 1)

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_SCHOOL_YEAR = re.compile(r"(\d{4})/(\d{4})")
_WRITTEN_MONTH = re.compile(r"(\d{4})(?:年|[./-])(\d{1,2})月?")
_WRITTEN_SCHOOL_YEAR = re.compile(r"(\d{4})[-/—~至](\d{4}|\d{2})学年(?:度)?")
_TO_DATE = re.compile(r"\.\.(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included."""

    kind: str
    first: date
    last: date

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls("year", date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def school_year(cls, begins: int) -> "Period":
        return cls("school-year", date(begins, *SCHOOL_YEAR_FIRST), date(begins + 1, *SCHOOL_YEAR_FIRST) - timedelta(1))

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        return cls("month", date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def to_date(cls, last: date) -> "Period":
        """From New Year to ``last``."""
        return cls("to-date", date(last.year, 1, 1), last)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read 2025, 2025-03, 2024/2025 or ..2025-06-30, also as people write them: 2025年, 2025年3月, 2024-2025学年.

        Raises ValueError for anything else.
        """
        period = cls._read(_plain(text))
        if period.first.year not in YEARS:
            raise ValueError(text)
        return period

    @classmethod
    def _read(cls, text: str) -> "Period":
        if found := _YEAR.fullmatch(text):
            return cls.year(int(found[1]))
        if found := _MONTH.fullmatch(text):
            return cls.month(int(found[1]), int(found[2]))
        if found := _TO_DATE.fullmatch(text):
            return cls.to_date(date.fromisoformat(found[1]))
        if (found := _SCHOOL_YEAR.fullmatch(text)) and int(found[2]) == int(found[1]) + 1:
            return cls.school_year(int(found[1]))
        raise ValueError(text)

    @property
    def code(self) -> str:
        """The text that ``parse`` reads back."""
        year = f"{self.first.year:04d}"
        return {
            "year": year,
            "month": f"{year}-{self.first.month:02d}",
            "school-year": f"{year}/{self.first.year + 1:04d}",
            "to-date": f"..{self.last.isoformat()}",
        }[self.kind]

    @property
    def months(self) -> tuple[int, int]:
        """First and last month as integers yyyymm, the form facts are stored in."""
        return yyyymm(self.first), yyyymm(self.last)

    @property
    def every_month(self) -> tuple[int, ...]:
        """All its months as integers yyyymm."""
        first, last = (month // 100 * 12 + month % 100 - 1 for month in self.months)
        return tuple(number // 12 * 100 + number % 12 + 1 for number in range(first, last + 1))

    @property
    def whole_months(self) -> bool:
        """False where the last month is cut short, so that days must be compared too."""
        return (self.last + timedelta(1)).day == 1

    def previous(self) -> "Period":
        """The same span one year (for a month: one month) earlier."""
        if self.kind == "month":
            return Period.month(*_month_before(self.first))
        if self.kind == "school-year":
            return Period.school_year(self.first.year - 1)
        if self.kind == "year":
            return Period.year(self.first.year - 1)
        return Period.to_date(_year_before(self.last))


def _plain(text: str) -> str:
    """The text in the form that ``code`` gives, where it is one of the usual ways to write a period."""
    text = "".join(unicodedata.normalize("NFKC", text).split())
    if found := _WRITTEN_MONTH.fullmatch(text):
        return f"{found[1]}-{int(found[2]):02d}"
    if found := _WRITTEN_SCHOOL_YEAR.fullmatch(text):
        return f"{found[1]}/{found[2] if len(found[2]) == 4 else found[1][:2] + found[2]}"
    return text.removesuffix("年度").removesuffix("年")


def yyyymm(day: date) -> int:
    return day.year * 100 + day.month


def month_before(month: int) -> int:
    """The month before one, both as yyyymm."""
    return month - 89 if month % 100 == 1 else month - 1


def _month_before(day: date) -> tuple[int, int]:
    return (day.year - 1, 12) if day.month == 1 else (day.year, day.month - 1)


def _year_before(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28) if leap_day else day.replace(year=day.year - 1)
