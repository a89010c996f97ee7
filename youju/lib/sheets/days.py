"""The reader of days: 2025-3-5, 2025.3.5, 2025年3月5日, 3月5日 of a known year, a spreadsheet's own dates."""

import re
from datetime import date, datetime, timedelta

from youju.lib.numerals import parse_numeral
from youju.lib.sheets.problems import Unread, gettext_noop
from youju.lib.sheets.values import Scalar, is_blank, normal, shown

# The day before the first of a spreadsheet's days, as it counts from March 1900 on.
_BEFORE_FIRST = date(1899, 12, 30)
# Numbers that can be meant as a day: from 1954 to 2064. Smaller ones are years or quantities.
_SERIALS = range(20_000, 60_000)
_CLOCK = re.compile(r"[ T]0?0:00(:00(\.0+)?)?$")
_FULL = re.compile(r"(\d{4}) ?([-./年]) ?(\d{1,2}) ?([-./月]) ?(\d{1,2}) ?([日号]?)", re.ASCII)
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_IN_YEAR = re.compile(r"(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]", re.ASCII)
_CHINESE = re.compile(
    r"(?:([〇零○一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]"
)
_SAME = {"-": "-", ".": ".", "/": "/", "年": "月"}

_NOT_A_DAY = gettext_noop("“%(value)s” is not a date: write it as 2025-3-5 or 2025年3月5日")
_NO_SUCH_DAY = gettext_noop("“%(value)s” is a day that no calendar has: check month and day")
_NO_YEAR = gettext_noop("“%(value)s” has no year: write it as 2025年3月5日")


def as_date(value: Scalar, year: int | None = None) -> date | None:
    """The day; None where blank. year: of days written without one. Raises Unread."""
    if is_blank(value):
        return None
    if isinstance(value, datetime):
        return date(value.year, value.month, value.day)
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return _from_text(value, year)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and int(value) in _SERIALS:
        return _BEFORE_FIRST + timedelta(days=int(value))
    raise Unread(_NOT_A_DAY, value=shown(value))


def _from_text(value: str, year: int | None) -> date:
    text = _CLOCK.sub("", normal(value))
    parts = _parts(text)
    if parts is None:
        raise Unread(_NOT_A_DAY, value=shown(value))
    of_year, month, day = parts
    if of_year is None and (of_year := year) is None:
        raise Unread(_NO_YEAR, value=shown(value))
    try:
        return date(of_year, month, day)
    except ValueError:
        raise Unread(_NO_SUCH_DAY, value=shown(value)) from None


def _parts(text: str) -> tuple[int | None, int, int] | None:
    """Year, month and day as they are written."""
    if (full := _FULL.fullmatch(text)) and _SAME[full[2]] == full[4] and (bool(full[6]) <= (full[2] == "年")):
        return int(full[1]), int(full[3]), int(full[5])
    if run := _RUN.fullmatch(text):
        return int(run[1]), int(run[2]), int(run[3])
    if short := _IN_YEAR.fullmatch(text):
        return None, int(short[1]), int(short[2])
    if chinese := _CHINESE.fullmatch(text):
        year, month, day = (None if part is None else _number(part) for part in chinese.groups())
        return year, month or 0, day or 0
    return None


def _number(text: str) -> int:
    return int(parse_numeral(text) or 0)
