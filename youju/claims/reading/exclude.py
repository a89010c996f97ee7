"""What looks like a figure and is none: codes, numbering, names in quotes, periods, thresholds."""

from __future__ import annotations

import re

from youju.claims.reading.lexicon import Unit, load, words

_TABLE = load("exclusions")
_DURATION, _AGE = _TABLE["duration"], _TABLE["age"]
_CODE_BEFORE = frozenset("_/+×*#&=@\\〔[【$")
# What stands where somebody left digits out (x万余人), or where a blank cuts a numeral in two (二 十人).
_HOLE = re.compile("[xX×□■＿_?？]$|[一二三四五六七八九十百千万亿两][ \u3000]$")
_BROKEN = re.compile(r"(?<![0-9.年月第])(?!(?:19|20)[0-9]{2}\s)[0-9]{1,3}[ \u3000]$")
_LINE_BEGIN = re.compile(r"(?:^|[\n。；;：:！？])[\s>#*\-•·(（]*$")
_QUOTES = (("“", "”", 24), ("《", "》", 50), ("‘", "’", 24), ("「", "」", 24), ("『", "』", 24), ("〈", "〉", 40))
_OPENING = re.compile(f"[{''.join(opening for opening, _, _ in _QUOTES)}]")

_LASTED = re.compile(f"(?:{_DURATION['licence']})[^，,。；;：:0-9]{{0,6}}$")
_PERIOD_BEFORE = re.compile(f"(?:{_DURATION['before']})$")
_PERIOD_BEHIND = re.compile(_DURATION["behind"])
_AGED = re.compile(f"(?:{_AGE['licence']})[^，,。；;0-9]{{0,6}}$")
_AGE_BEHIND = re.compile(_AGE["behind"])
_MULTIPLE = re.compile(_TABLE["multiple"]["behind"])
_BOUND = re.compile(_TABLE["bound"]["behind"])
_CASE = re.compile(_TABLE["case"]["behind"])
_RATE = re.compile(_TABLE["rate"]["behind"])
_WHOLE, _MARKED = (re.compile(_TABLE["whole"][key]) for key in ("before", "behind"))
_WHOLE_UNITS = frozenset(words(_TABLE["whole"]["units"]))
_THRESHOLD = re.compile(_TABLE["threshold"]["behind"])
_IDIOMS = words(_TABLE["idioms"]["words"])
_IDIOM, _IDIOM_LONGEST = re.compile("|".join(_IDIOMS)), len(_IDIOMS[0])
_GROUP = re.compile(_TABLE["threshold"]["group"])
_ORDINALS = {word: (re.compile(row["before"]), re.compile(row["behind"])) for word, row in _TABLE["ordinal"].items()}
_INDICATORS = tuple(words(_TABLE["name"]["indicators"]))
_TOWN = re.compile(_TABLE["name"]["town"])
_TOPONYMS = tuple(words(_TABLE["name"]["places"]))
_NAMED_BEHIND, _NUMBERED = re.compile(_TABLE["named"]["behind"]), frozenset(words(_TABLE["named"]["of"]))
_CLASS_BEFORE = re.compile(_TABLE["name"]["class_before"])
_NOUN_BEHIND = re.compile(r"的?[\u4e00-\u9fff]")
_CLOCK_ROUND, _LATER = (re.compile(_TABLE["round_the_clock"][key]) for key in ("behind", "later"))


def is_code(plain: str, start: int, end: int) -> bool:
    """Say whether ASCII digits belong to a code: G207, COVID-19, 1+5+N, a link, a telephone number."""
    if end - start > 24:
        return True
    before = plain[start - 1 : start]
    if before.isascii() and plain.endswith(_INDICATORS, max(0, start - 5), start):
        return False
    if before and (before in _CODE_BEFORE or (before.isascii() and before.isalpha() and before not in "Xx")):
        return True
    if before in ("-", ".", "·") and plain[start - 2 : start - 1].isascii() and plain[start - 2 : start - 1].isalnum():
        return before != "-" or not plain[start - 2].isdigit() or end - start > 4
    return False


def is_broken(plain: str, start: int) -> bool:
    """Say whether a blank cuts the number in two, as bad scans do: 4 26条. A year before a number is no part of it."""
    return _BROKEN.search(plain, max(0, start - 8), start) is not None


def has_hole(plain: str, start: int) -> bool:
    """Say whether a part of a Chinese numeral is missing before it."""
    return _HOLE.search(plain, max(0, start - 2), start) is not None


def is_spaced_numbering(plain: str, start: int, end: int) -> bool:
    """Say whether a number without a measure word numbers a heading by a space alone: 3.2 队伍建设."""
    return end - start <= 5 and plain[end : end + 1].isspace() and begins_line(plain, start)


def begins_line(plain: str, start: int) -> bool:
    """Say whether only marks of a list stand between a place and the line or sentence before it."""
    return start == 0 or _LINE_BEGIN.search(plain, max(0, start - 12), start) is not None


def is_named(plain: str, start: int, end: int) -> bool:
    """Say whether the number stands in a short quotation or a title: a slogan or a name."""
    first = max(0, start - 50)
    if _OPENING.search(plain, first, start) is None:
        return False
    window = plain[first:start]
    for opening, closing, longest in _QUOTES:
        opened = window.rfind(opening)
        if opened >= 0 and opened > window.rfind(closing):
            closed = plain.find(closing, end, end + longest)
            if closed >= 0 and closed - start + len(window) - opened <= longest:
                return True
    return False


def is_frame(unit: Unit, left: str, right: str) -> bool:
    """Say whether the number only sets the frame of another: a period, an age group, a threshold, a 'per', a grade."""
    if unit.group in ("duration", "age") and is_period(unit, left, right):
        return True
    if left.endswith("每") or right.startswith("级"):
        return True
    if unit.kind == "percent":
        if left.endswith("个"):
            return True
        return _RATE.match(right) is not None or (left.endswith(("前", "后")) and _NOUN_BEHIND.match(right) is not None)
    if unit.kind == "ratio" and _MULTIPLE.match(right):
        return True
    if unit.word == "人" and left.endswith("等") and _CASE.match(right):
        return True
    if unit.word == "班" and _CLASS_BEFORE.search(left):
        return True
    if unit.word in _WHOLE_UNITS and is_whole(unit, left, right):
        return True
    if unit.word in _ORDINALS and is_ordinal(unit, left, right):
        return True
    if (unit.group == "amount" or unit.word in _NUMBERED) and _NAMED_BEHIND.match(right):
        return True
    if unit.word.endswith(("小时", "天")) and is_round_the_clock(right) and not left.endswith(("至", "到", "在")):
        return True
    if unit.word.endswith(("小时", "分钟")) and _LATER.match(right):
        return True
    # 2米×3米: the measures of one thing.
    if unit.kind == "amount" and (right[:1] == "×" or left[-1:] == "×"):
        return True
    return is_threshold(right)


def is_whole(unit: Unit, left: str, right: str) -> bool:
    """Say whether an amount only says how things are measured: 满分100分, 60分以上为合格, 一天24小时, 面值50元."""
    return _WHOLE.search(left) is not None or (unit.word == "分" and _MARKED.match(right) is not None)


def is_ordinal(unit: Unit, left: str, right: str) -> bool:
    """Say whether the number only numbers a channel or a phase: 央视13套, 3号线2期."""
    before, behind = _ORDINALS[unit.word]
    return before.search(left) is not None or behind.match(right) is not None


def is_place_name(unit: Unit, right: str) -> bool:
    """Say whether a Chinese numeral and its measure word begin a name on the map: 三元街, 八尺巷."""
    if unit.group == "amount":
        return right.startswith(_TOPONYMS)
    return unit.group == "piece" and _TOWN.match(right) is not None


def is_idiom(plain: str, start: int, end: int) -> bool:
    """Say whether a Chinese numeral is part of a set phrase."""
    window = max(0, start - _IDIOM_LONGEST)
    return any(found.start() <= start < found.end() for found in _IDIOM.finditer(plain, window, end + _IDIOM_LONGEST))


def is_period(unit: Unit, left: str, right: str) -> bool:
    """Say whether N年, N天 or N周岁 names a period or a group instead of measuring something."""
    if unit.group == "age":
        return _AGED.search(left) is None or (_AGE_BEHIND.match(right) is not None and "平均" not in left)
    if _PERIOD_BEHIND.match(right):
        return True
    long = unit.word == _DURATION["default"] or lasted(left)
    if _PERIOD_BEFORE.search(left) and not (left.endswith("近") and lasted(left)):
        return True
    return not long


def lasted(left: str) -> bool:
    """Say whether the words before an amount of time say that something lasted so long."""
    return _LASTED.search(left) is not None


def is_threshold(right: str) -> bool:
    """Say whether 5亿元以上 only defines the group that a figure behind it counts."""
    return right[:1] in "以及" and _THRESHOLD.match(right) is not None


def is_group(right: str) -> bool:
    """Say whether a bound such as 超千万元 only names the group whose count follows (的企业12家)."""
    return right.startswith("的") and _GROUP.match(right) is not None


def is_set_bound(right: str) -> bool:
    """Say whether a bound is one that somebody set: 低于1%的控制标准."""
    return right.startswith("的") and _BOUND.match(right) is not None


def is_round_the_clock(right: str) -> bool:
    """Say whether an amount of time is part of a name (24小时值班)."""
    return _CLOCK_ROUND.match(right) is not None
