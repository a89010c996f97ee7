"""Chinese numerals that recite or announce instead of counting: 四个意识, 一支队伍, 二次创业."""

from __future__ import annotations

import re

from youju.claims.reading.lexicon import Unit, load, words

_TABLE = load("exclusions")
_HEADS = tuple(words(_TABLE["abstract"]["heads"]))
_VERBS = re.compile("(?:" + "|".join(words(_TABLE["abstract"]["verbs"])) + r")[\u4e00-\u9fff]{0,2}$")
_RULES = re.compile(_TABLE["abstract"]["rules"])
_RULE_VERBS = re.compile(_TABLE["abstract"]["rule_verbs"])
_ONE = _TABLE["one"]
_ONE_LEFT = re.compile(_ONE["licence"])
_ONE_BEHIND = re.compile(_ONE["behind"])
_ONE_WORD = re.compile("^(?:" + _ONE["not_behind"] + ")")
_EXPLAINED = re.compile("[，：:]?(?:就是|那就是|即是)|[：:]")
_ENDS = re.compile(r"^(?:[，。；、,;！）)\n]|$)")
_CLAUSE_BEGIN = re.compile(r"(?:^|[，。；：、,;:\n])$")
_LISTED = re.compile(r"[\u4e00-\u9fff“”《》]{2,}、[^，。；：]{2,}等$")
_SERIES = re.compile(r"[0-9两二三四五六七八九十百]+[\u4e00-\u9fff]{1,7}[、和及]$")


def is_article(unit: Unit, left: str, right: str) -> bool:
    """Say whether 一 before a measure word is an article: it is, unless the sentence counts with it."""
    if _EXPLAINED.match(right):
        return True
    if (left and left[-1] in _ONE["names_before"] and not left.endswith("每")) or _ONE_WORD.match(right):
        return True
    if _ONE_LEFT.search(left) or _SERIES.search(left):
        return False
    if unit.group == "person" and _CLAUSE_BEGIN.search(left) and _ONE_BEHIND.match(right):
        return False
    if _ENDS.match(right) and not _CLAUSE_BEGIN.search(left):
        return False
    if unit.word == "个" and _CLAUSE_BEGIN.search(left):
        return not re.match(r"[\u4e00-\u9fff]{2,6}(?:入选|获|荣获|被)", right)
    return True


def is_recited(unit: Unit, left: str, right: str) -> bool:
    """Say whether a Chinese numeral with 个, 项, 种 … recites (四个意识) or announces (三个方面)."""
    if right.startswith(_HEADS):
        return not _LISTED.search(left)
    if unit.word == "项" and _RULES.match(right) and _RULE_VERBS.search(left):
        return True
    return _VERBS.search(left) is not None


def is_listed(left: str) -> bool:
    """Say whether the members of what is announced are spelled out before it (甲制、乙制等九大机制)."""
    return _LISTED.search(left) is not None
