"""What looks like a figure and is none: codes, numbering, names in quotes, periods, thresholds."""

from __future__ import annotations

import re

from youju.claims.reading.lexicon import Unit, load

_TABLE = load("exclusions")
_DURATION, _AGE = _TABLE["duration"], _TABLE["age"]
_CODE_BEFORE = frozenset("_/+×*#&=@\\〔[【$")
_CODE_BEHIND = re.compile(r"[+×*][0-9A-Za-zN]|[_/@#\\=][0-9A-Za-z]?|[-—][A-Za-z]|[-—]?[0-9]|\.[A-Za-z]|[A-Za-z]")
_ITEM_BEHIND = re.compile(r"[.、．)）](?![0-9])|[.．][0-9]{1,2}[.、．\s]|\s*\n")
_LINE_BEGIN = re.compile(r"(?:^|[\n。；;：:！？])[\s>#*\-•·(（]*$")
_QUOTES = (("“", "”", 24), ("《", "》", 50), ("‘", "’", 24), ("「", "」", 24), ("『", "』", 24), ("〈", "〉", 40))
_OPENING = frozenset(opening for opening, _, _ in _QUOTES)

_LASTED = re.compile(f"(?:{_DURATION['licence']})[^，,。；;：:0-9]{{0,6}}$")
_PERIOD_BEFORE = re.compile(f"(?:{_DURATION['before']})$")
_PERIOD_BEHIND = re.compile(_DURATION["behind"])
_AGED = re.compile(f"(?:{_AGE['licence']})[^，,。；;0-9]{{0,6}}$")
_AGE_BEHIND = re.compile(_AGE["behind"])
_THRESHOLD = re.compile(_TABLE["threshold"]["behind"])
_CLOCK_ROUND = re.compile(_TABLE["round_the_clock"]["behind"])


def is_code(plain: str, start: int, end: int) -> bool:
    """Say whether ASCII digits belong to a code: G207, COVID-19, 1+5+N, a link, a telephone number."""
    if end - start > 24:
        return True
    before = plain[start - 1 : start]
    if before and (before in _CODE_BEFORE or (before.isascii() and before.isalpha() and before not in "Xx")):
        return True
    if before in ("-", ".") and plain[start - 2 : start - 1].isascii() and plain[start - 2 : start - 1].isalnum():
        return before == "." or not plain[start - 2].isdigit() or end - start > 4
    return False


def is_code_behind(plain: str, end: int) -> bool:
    """Say whether what follows the digits makes them a code; asked when no unit follows."""
    return _CODE_BEHIND.match(plain, end) is not None


def is_numbering(plain: str, start: int, end: int) -> bool:
    """Say whether the number numbers a heading or an item: 1. 1、 （1） at the beginning of a line or sentence."""
    if end - start > 5 or not _ITEM_BEHIND.match(plain, end):
        return False
    return begins_line(plain, start)


def begins_line(plain: str, start: int) -> bool:
    """Say whether only marks of a list stand between a place and the line or sentence before it."""
    return start == 0 or _LINE_BEGIN.search(plain, max(0, start - 12), start) is not None


def is_named(plain: str, start: int, end: int) -> bool:
    """Say whether the number stands in a short quotation or a title: a slogan or a name."""
    window = plain[max(0, start - 50) : start]
    if _OPENING.isdisjoint(window):
        return False
    for opening, closing, longest in _QUOTES:
        opened = window.rfind(opening)
        if opened >= 0 and opened > window.rfind(closing):
            closed = plain.find(closing, end, end + longest)
            if closed >= 0 and closed - start + len(window) - opened <= longest:
                return True
    return False


def is_period(unit: Unit, left: str, right: str) -> bool:
    """Say whether N年, N天 or N周岁 names a period or a group instead of measuring something."""
    if unit.group == "age":
        return _AGED.search(left) is None or (_AGE_BEHIND.match(right) is not None and "平均" not in left)
    if _PERIOD_BEHIND.match(right):
        return True
    lasted = unit.word == _DURATION["default"] or _LASTED.search(left) is not None
    if _PERIOD_BEFORE.search(left) and not (left.endswith("近") and _LASTED.search(left)):
        return True
    return not lasted


def is_threshold(right: str) -> bool:
    """Say whether 5亿元以上 only defines the group that a figure behind it counts."""
    return right[:1] in "以及" and _THRESHOLD.match(right) is not None


def is_round_the_clock(right: str) -> bool:
    """Say whether an amount of time is part of a name (24小时值班)."""
    return _CLOCK_ROUND.match(right) is not None
