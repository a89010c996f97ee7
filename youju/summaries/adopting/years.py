"""The year words of a text of last year: 2024年 is {{year}}年; {{year@-1}}年 and {{year@+1}}年 are beside it.

A year inside a title (《…》), a document number (〔2024〕3号) or a school year stays, and so does a whole date, which
belongs to something that happened then.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_YEAR = re.compile(r"(?<![0-9〔\[])((?:19|20)[0-9]{2})(?=\s?年(?!级|\s?[0-9]{1,2}\s?月\s?(?:[0-9]|[上中下]旬)))")
_CHINESE_YEAR = re.compile(r"(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年(?![〇一二三四五六七八九十]{1,3}月))")
_TITLE = re.compile(r"《[^《》\n]{0,80}》")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DATE = re.compile(
    r"(?:(?:19|20)[0-9]{2}\s?年\s?)?(?<![0-9])(?:1[0-2]|0?[1-9])\s?月(?:\s?(?:[12][0-9]|3[01]|0?[1-9])\s?[日号]|[上中下]旬)"
)
_REACH = 1  # years before or after that move with the text


class YearWord(NamedTuple):
    """A year in the text, and the token that takes its place."""

    start: int
    end: int
    token: str


def year_words(source: str, year: int) -> Iterator[YearWord]:
    """The years of a text about ``year`` that move with it, in the order of the text."""
    titles = [found.span() for found in _TITLE.finditer(source)]
    found = [(each.span(), int(each[1]), "") for each in _YEAR.finditer(source)]
    found += [(each.span(), int(each[0].translate(_DIGITS)), "|chinese") for each in _CHINESE_YEAR.finditer(source)]
    for (start, end), said, form in sorted(found):
        if abs(said - year) <= _REACH and not any(first <= start < last for first, last in titles):
            moved = f"@{said - year:+d}" if said != year else ""
            yield YearWord(start, end, f"{{{{year{moved}{form}}}}}")


def dates(source: str) -> Iterator[tuple[int, int]]:
    """The days of last year that a text names: what happened then is to be said anew."""
    return (found.span() for found in _DATE.finditer(source))
