"""The lines of a title: ended by hand with a stroke, or where they come out nearly alike and no word is cut."""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

STROKE = "|"
MOST = 20  # full-width characters of 22 points in 156 mm

# Where a line may not begin (的, closing marks, measure words after a digit) or end; digits and Latin stay whole.
_NOT_FIRST = "的和与及、，。：；？！”’）》〕年月日"
_NOT_LAST = "“‘（《〔第"
_WHOLE = re.compile(r"[0-9A-Za-z.%]+年?度?|[\u4e00-\u9fff]{2,}?(?:工作|总结|报告|教育局|教育|思想|宣传)")
# Rather where one of these ends, or the other begins.
_ENDS, _BEGINS = ("关于", "教育局", "学校", "年度", "年"), ("关于",)


def title_lines(title: str, most: int = MOST) -> list[str]:
    """The lines, without their strokes. most: full-width characters that fit into one."""
    if STROKE in title:
        return [line.strip() for line in title.split(STROKE) if line.strip()]
    count = -(-width(title) // (2 * most)) or 1
    if count == 1:
        return [title]
    return list(_balanced(title, count, most))


def plain_title(title: str) -> str:
    """The title on one line."""
    return title.replace(STROKE, "")


def width(text: str) -> int:
    """In half-width characters."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def _balanced(title: str, count: int, most: int) -> Iterator[str]:
    """``count`` lines, each ending at the best place near its share of what is left."""
    rest = title
    for left in range(count, 1, -1):
        goal = width(rest) / left
        places = [at for at in range(1, len(rest)) if width(rest[:at]) <= 2 * most]
        places = [at for at in places if width(rest[at:]) <= 2 * most * (left - 1)] or places
        cut = min(places, key=lambda at: (abs(width(rest[:at]) - goal) + _cost(rest, at), at))
        yield rest[:cut]
        rest = rest[cut:]
    yield rest


def _cost(text: str, at: int) -> float:
    """How badly a line ends before the character at this place, in half-width characters off the middle."""
    before, after = text[:at], text[at:]
    if after[0] in _NOT_FIRST or before[-1] in _NOT_LAST:
        return 100
    if any(found.start() < at < found.end() for found in _WHOLE.finditer(text)):
        return 20
    return -8 if before.endswith(_ENDS) or after.startswith(_BEGINS) else 0
