"""What is masked without being known: years, telephone numbers, accounts, long numbers, titles of works."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from youju.summaries.masking.masked import Sort


class Pattern(NamedTuple):
    """One sort of thing. mask: what takes its place; "" where it gets a name of its own (《XXA》).

    found: the thing itself, or in its group ``it`` where words before it tell it.
    """

    sort: Sort
    mask: str
    found: re.Pattern[str]


# The century stays, as in the texts that are passed on: 20_年 is no figure, and its month is still told.
_YEAR = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}"
    r"(?=\s?年|\s?[-—–~至/]\s?(?:20)?[0-9]{2}\s?学?年|[-.][01]?[0-9][-.][0-3]?[0-9](?![0-9]))"
)
_SCHOOL_YEAR_END = re.compile(r"(?<=[-—–~至/])(?:20)?[0-9]{2}(?=\s?学年)")
_CHINESE_YEAR = re.compile(r"(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)")
_IN_BRACKETS = re.compile(r"(?<=[〔\[])(?:19|20)[0-9]{2}(?=[〕\]])")

PATTERNS = (
    Pattern("account", "XXXX", re.compile(r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    Pattern(
        "account",
        "XXXX",
        re.compile(r"(?<=[“「‘])[^”」’\n]{2,20}(?=[”」’](?:微信)?(?:公众号|订阅号|视频号|抖音号?|微博|账号))"),
    ),
    Pattern("account", "XXXX", re.compile(r"(?:账号|微信号)[：:]\s?(?P<it>[^\s，。；、]{3,30})")),
    Pattern("account", "XXXX", re.compile(r"QQ[群号]{0,2}[：:]?\s?(?P<it>[1-9][0-9]{4,10})")),
    Pattern("number", "XXXX", re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")),
    Pattern("number", "XXXX", re.compile(r"(?<![0-9])[1-9][0-9]{15,18}(?![0-9])")),
    Pattern("phone", "XXXX", re.compile(r"(?<![0-9])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])")),
    Pattern("phone", "XXXX", re.compile(r"(?<![0-9])0[0-9]{2,3}[-— ]?[2-9][0-9]{6,7}(?![0-9])")),
    Pattern("phone", "XXXX", re.compile(r"(?:电话|热线|专线|座机|传真)[：:]?\s?(?P<it>[2-9][0-9]{6,7})(?![0-9])")),
    Pattern("year", "20_", _YEAR),
    Pattern("year", "20_", _SCHOOL_YEAR_END),
    Pattern("year", "20_", _CHINESE_YEAR),
    Pattern("year", "20_", _IN_BRACKETS),
    # Laws and rules of the nation are everybody's; a work of the bureau's own is not.
    Pattern(
        "title",
        "",
        re.compile(r"(?<=《)[^《》\n]{2,60}(?<!法)(?<!条例)(?<!准则)(?<!规定)(?<!纲要)(?<!办法)(?<!规程)(?=》)"),
    ),
)


def matches(text: str) -> Iterator[tuple[int, int, Pattern]]:
    """Every place of a text that a pattern finds; they may overlap."""
    for pattern in PATTERNS:
        for found in pattern.found.finditer(text):
            start, end = found.span("it" if "it" in pattern.found.groupindex else 0)
            yield start, end, pattern
