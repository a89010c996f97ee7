"""Chinese numerals that recite or announce instead of counting: 四个意识, 一支队伍, 二次创业."""

from __future__ import annotations

import re

from youju.claims.reading.lexicon import Unit, load, unit_at, words

_TABLE = load("exclusions")
_HEADS = tuple(words(_TABLE["abstract"]["heads"]))
_VERBS = re.compile("(?:" + "|".join(words(_TABLE["abstract"]["verbs"])) + r")[\u4e00-\u9fff]{0,2}$")
_CATEGORIES = re.compile(_TABLE["abstract"]["categories"])
_COUNTED = re.compile(_TABLE["abstract"]["counted"])
_FIGURATIVE = re.compile(_TABLE["abstract"]["figurative"])
_RULES = re.compile(_TABLE["abstract"]["rules"])
_RULE_VERBS = re.compile(_TABLE["abstract"]["rule_verbs"])
_STANDING, _RESULT = re.compile(_TABLE["abstract"]["standing"]), re.compile(_TABLE["abstract"]["results"])
_RESULTED = re.compile(
    "[^，。；、]{0,12}(?:[获入评被列立有为是共]|通过|完成|办结|整改|检出|发现|结题|验收|落地|竣工|开工|均|全部)|[，。；、：（]|$"
)
_SHARE_BEHIND = re.compile("[0-9]|百分")
_ONE = _TABLE["one"]
_ONE_LEFT = re.compile(_ONE["licence"])
_ONE_BEHIND = re.compile(_ONE["behind"])
_ONE_WORD = re.compile("^(?:" + _ONE["not_behind"] + ")")
_DENIED, _KIN = re.compile(_ONE["denied"]), tuple(words(_ONE["kin"]))
_EXPLAINED = re.compile("[，：:]?(?:就是|那就是|即是)|[：:]")
_FIRST_NINE, _NUMERALS = frozenset("一二三四五六七八九两"), frozenset("一二三四五六七八九两十百千万亿余多几")
_PAIR_BEFORE = re.compile(
    "(?:^|[，。；、：“（以按]|[一二三四五六七八九两]\\w)[一二三四五六七八九][^\\W0-9a-zA-Z一二三四五六七八九十百千万亿两个名次人]$"
)
_SESSION = _TABLE["session"]
_ASSEMBLIES = tuple(words(_SESSION["assemblies"]))
_ASSEMBLY_BEFORE = re.compile("(?:" + "|".join(words(_SESSION["before"])) + ")$")
_NUMBERED = frozenset(words(_TABLE["numbered"]["words"]))
_NUMBERED_BEFORE = re.compile("(?<![一二三四五六七八九十百千万])[一二三四五六七八九]、$")
_SERIES_BEFORE = re.compile(r"[一二三四五六七八九十]([^\W0-9])、$")
_SERIES_BEHIND = re.compile(r"、[一二三四五六七八九十]{1,3}([^\W0-9])")
_POLICIES = tuple(words(_TABLE["policy"]["before"]))
_METHOD = re.compile(_TABLE["method"]["behind"])
_ENDS = re.compile(r"^(?:[，。；、,;！（）()\n]|$)")
_CLAUSE_BEGIN = re.compile(r"(?:^|[，。；：、,;:\n])$")
_LISTED = re.compile(r"[\u4e00-\u9fff“”《》]{2,}、[^，。；：]{2,}等$")
_SERIES = re.compile(r"[0-9两二三四五六七八九十百]+[\u4e00-\u9fff]{1,7}[、和及]$")


def is_article(unit: Unit, left: str, right: str) -> bool:
    """Say whether 一 before a measure word is an article: it is, unless the sentence counts with it."""
    if _EXPLAINED.match(right) or is_paired(left, right):
        return True
    if (left and left[-1] in _ONE["names_before"] and not left.endswith("每")) or _ONE_WORD.match(right):
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


def is_kin(unit: Unit, left: str) -> bool:
    """Say whether the number of people only says who they are: 夫妻二人."""
    return unit.word == "人" and left.endswith(_KIN)


def is_recited(unit: Unit, left: str, right: str) -> bool:
    """Say whether a Chinese numeral with 个, 项, 种 … recites (四个意识) or announces (三个方面)."""
    if right.startswith(_HEADS) and not _COUNTED.match(right):
        return not _LISTED.search(left)
    if unit.word == "类" and _CATEGORIES.match(right):
        return True
    if unit.word == "项" and _RULES.match(right) and _RULE_VERBS.search(left):
        return True
    if unit.word == "项" and _STANDING.match(right) and not _RESULT.search(left):
        return True
    if unit.word in ("项", "类", "种") and _CLAUSE_BEGIN.search(left) and not _RESULTED.match(right):
        return True
    if unit.word == "个" and _SHARE_BEHIND.match(right):
        return True
    return _VERBS.search(left) is not None


def is_numbered(unit: Unit, left: str) -> bool:
    """Say whether 三期 follows 一期 or 五类 follows 四、 and so numbers what it names; counts are 两期."""
    if unit.word not in _NUMBERED:
        return False
    return any(first + unit.word in left for first in "一二") or _NUMBERED_BEFORE.search(left) is not None


def is_in_series(unit: Unit, left: str, right: str) -> bool:
    """Say whether the numeral is one of a series of numbers: 三组、五组、十一组."""
    if unit.word not in _NUMBERED:
        return False
    before, behind = _SERIES_BEFORE.search(left), _SERIES_BEHIND.match(right)
    return unit.word in (before and before[1], behind and behind[1])


def is_paired(left: str, right: str) -> bool:
    """Say whether the numeral is half of a recited pair: 三支一扶, 三通一平, 一正两副."""
    if right[:1] in _FIRST_NINE and right[1:2].isalpha() and unit_at(right, 1) is None and right[1:2] not in _NUMERALS:
        return True
    return _PAIR_BEFORE.search(left) is not None


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
