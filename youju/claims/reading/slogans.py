"""Chinese numerals that recite or announce instead of counting: 四个意识, 一支队伍, 二次创业."""

from __future__ import annotations

import re

from youju.claims.reading.lexicon import Unit, load, unit_at, words

_TABLE = load("exclusions")
_HEADS = tuple(words(_TABLE["abstract"]["heads"]))
_CATEGORIES = re.compile(_TABLE["abstract"]["categories"])
_COUNTED = re.compile(_TABLE["abstract"]["counted"])
_FIGURATIVE = re.compile(_TABLE["abstract"]["figurative"])
_STANDING, _RESULT = re.compile(_TABLE["abstract"]["standing"]), re.compile(_TABLE["abstract"]["results"])
_RESULTED = re.compile(
    "[^，。；、]{0,12}(?:[获入评被列立有为是共]|通过|完成|办结|整改|检出|发现|结题|验收|落地|竣工|开工|均|全部)|[，。；、：（]|$"
)
_ONE = _TABLE["one"]
_ONE_LEFT = re.compile(_ONE["licence"])
_ONE_BEHIND = re.compile(_ONE["behind"])
_DENIED = re.compile(_ONE["denied"])
_EXPLAINED = re.compile("[，：:]?(?:就是|那就是|即是)|[：:]")
_FIRST_NINE = frozenset("一二三四五六七八九两")
_SESSION = _TABLE["session"]
_ASSEMBLIES = tuple(words(_SESSION["assemblies"]))
_ASSEMBLY_BEFORE = re.compile("(?:" + "|".join(words(_SESSION["before"])) + ")$")
_NUMBERED = frozenset(words(_TABLE["numbered"]["words"]))
_SERIES_BEFORE = re.compile(r"[一二三四五六七八九十]([^\W0-9])、$")
_POLICIES = tuple(words(_TABLE["policy"]["before"]))
_METHOD = re.compile(_TABLE["method"]["behind"])
_ENDS = re.compile(r"^(?:[，。；、,;！（）()\n]|$)")
_CLAUSE_BEGIN = re.compile(r"(?:^|[，。；：、,;:\n])$")
_LISTED = re.compile(r"[\u4e00-\u9fff“”《》]{2,}、[^，。；：]{2,}等$")
_SERIES = re.compile(r"[0-9两二三四五六七八九十百]+[\u4e00-\u9fff]{1,7}[、和及]$")


def is_article(unit: Unit, left: str, right: str) -> bool:
    """Say whether 一 before a measure word is an article: it is, unless the sentence counts with it."""
    if _EXPLAINED.match(right) or is_paired(right):
        return True
    if left and left[-1] in _ONE["names_before"] and not left.endswith("每"):
        return True
    if _ONE_LEFT.search(left) or _SERIES.search(left):
        return False
    if unit.group in ("person", "place") and _CLAUSE_BEGIN.search(left) and _ONE_BEHIND.match(right):
        return False
    if _ENDS.match(right) and not _CLAUSE_BEGIN.search(left):
        return False
    if unit.word == "个" and _CLAUSE_BEGIN.search(left):
        return not re.match(r"[\u4e00-\u9fff]{2,6}(?:入选|获|荣获|被)", right)
    return True


def is_figurative(unit: Unit, right: str) -> bool:
    """Say whether what the numeral counts is a figure of speech: 五张牌, 三条红线."""
    return _FIGURATIVE.match(unit.word + right) is not None


def is_denied(right: str) -> bool:
    """Say whether what follows 一 and its measure word says that there was not one: 一天也不放松, 一户都没有落下."""
    return _DENIED.match(right) is not None


def is_recited(unit: Unit, left: str, right: str) -> bool:
    """Say whether a Chinese numeral with 个, 项, 种 … recites (四个意识) or announces (三个方面)."""
    if right.startswith(_HEADS) and not _COUNTED.match(right):
        return not _LISTED.search(left)
    if unit.word == "类" and _CATEGORIES.match(right):
        return True
    if unit.word == "项" and _STANDING.match(right) and not _RESULT.search(left):
        return True
    return unit.word in ("项", "类", "种") and bool(_CLAUSE_BEGIN.search(left)) and not _RESULTED.match(right)


def is_numbered(unit: Unit, left: str) -> bool:
    """Say whether 三期 follows 一期 and so numbers what it names; counts are 两期."""
    return unit.word in _NUMBERED and any(first + unit.word in left for first in "一二")


def is_in_series(unit: Unit, left: str) -> bool:
    """Say whether the numeral is one of a series of numbers: 五组 in 三组、五组."""
    before = _SERIES_BEFORE.search(left)
    return unit.word in _NUMBERED and before is not None and unit.word == before[1]


def is_paired(right: str) -> bool:
    """Say whether the numeral begins a recited pair: 三支一扶, 三通一平."""
    return right[:1] in _FIRST_NINE and right[1:2].isalpha() and unit_at(right, 1) is None


def is_session(unit: Unit, left: str, right: str) -> bool:
    """Say whether N次 numbers an assembly: 五次全会, 人大四次会议."""
    if unit.word != "次":
        return False
    return right.startswith(_ASSEMBLIES) or (right.startswith("会议") and _ASSEMBLY_BEFORE.search(left) is not None)


def is_policy(unit: Unit, left: str) -> bool:
    """Say whether N条 is what a policy is called: 惠企十条, 人才新政三十条."""
    return unit.word == "条" and left.endswith(_POLICIES)


def is_method(unit: Unit, right: str) -> bool:
    """Say whether a measure of time or 步 begins what a method or campaign is called: 六步工作法, 二十天冲刺行动."""
    return (unit.group == "duration" or unit.word in ("步", "小时", "分钟")) and _METHOD.match(right) is not None


def is_listed(left: str, announced: int) -> bool:
    """Say whether the members of what is announced are spelled out before it (甲制、乙制等九大机制).

    `left` may be cut off, so half of them are enough.
    """
    return _LISTED.search(left) is not None and 2 * (left.count("、") + 1) >= announced
