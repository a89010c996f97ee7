"""What is read out of a group message, and where it stands there: readers that kinds name for the fields of their form.

A reader takes the message and gives what it found, or None. It looks at the text alone: no table, no clock.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from youju.lib.numerals import parse_numeral


class Found(NamedTuple):
    """A value as it would be typed into a form, and the part of the message that says so; end: exclusive."""

    value: str
    start: int
    end: int


Reader = Callable[[str], Found | None]

_NUMERAL = r"[0-9][0-9,]*|[一二三四五六七八九十两百千零]+"
_QUOTED = re.compile(r"《([^《》\n]{2,60})》")
_LINK = re.compile(r"https?://[^\s，。；、）)】》\"'<>]+")
_LASTING = re.compile(r"(半|[0-9]+(?:\.5)?|[一二三四五六七八九十两]+)(?:个)?(半)?(小时|分钟)(半)?")
# 县教育局云教〔2025〕12号: the office that issued it is not part of the number.
_DOCUMENT = re.compile(
    r"(?:(?<=[局厅府委办据])[一-鿿]{1,6}|(?<![一-鿿])[一-鿿]{1,10})[〔\[(（](?:20)\d{2}[〕\])）]\s*\d{1,4}\s*号"
)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def even(text: str) -> str:
    """The text with full-width forms made half-width; every character keeps its place."""
    return text.translate(_WIDE)


def number_by(*words: str, measures: str = "人名位") -> Reader:
    """A whole number beside one of these words: 列席3人, 3名列席. measures: what may stand between or behind."""
    named, unit = "|".join(map(re.escape, words)), f"(?:余?[{measures}]次?)"
    after = rf"(?:{named})[^0-9，。；,;\n]{{0,4}}?(?P<after>{_NUMERAL})\s*{unit}"
    before = rf"(?P<before>{_NUMERAL})\s*余?[{measures}]?(?:{named})"
    pattern = re.compile(f"{after}|{before}")

    def read(text: str) -> Found | None:
        for match in pattern.finditer(even(text)):
            value = parse_numeral(match["after"] or match["before"])
            if value is not None:
                return Found(str(int(value)), match.start(), match.end())
        return None

    return read


def phrase(*patterns: str) -> Reader:
    """What the first group of the first pattern that fits holds."""
    compiled = [re.compile(pattern) for pattern in patterns]

    def read(text: str) -> Found | None:
        for match in (match for pattern in compiled if (match := pattern.search(text))):
            return Found(match[1].strip(), match.start(1), match.end(1))
        return None

    return read


def word_for(words: Mapping[str, tuple[str, ...]]) -> Reader:
    """A choice by words that say it; the first of them in the order given."""

    def read(text: str) -> Found | None:
        for value, said in words.items():
            for word in said:
                if (start := text.find(word)) >= 0:
                    return Found(value, start, start + len(word))
        return None

    return read


def quoted(text: str) -> Found | None:
    """What stands between the marks of a title, 《 》."""
    match = _QUOTED.search(text)
    return match and Found(match[1], match.start(1), match.end(1))


def link(text: str) -> Found | None:
    match = _LINK.search(text)
    return match and Found(match[0], match.start(), match.end())


def document(text: str) -> Found | None:
    """The number of a document: 云教〔2025〕12号."""
    match = _DOCUMENT.search(text)
    return match and Found(match[0], match.start(), match.end())


def minutes(text: str) -> Found | None:
    """How long something lasted, in minutes: 2小时, 一个半小时, 90分钟."""
    match = _LASTING.search(even(text))
    if match is None:
        return None
    count = Decimal("0.5") if match[1] == "半" else parse_numeral(match[1])
    if count is None:
        return None
    count += Decimal("0.5") if match[2] or match[4] else 0
    return Found(str(int(count * (60 if match[3] == "小时" else 1))), match.start(), match.end())
