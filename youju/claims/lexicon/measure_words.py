"""Measure words, in the classes that may stand for one another."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # its patterns take long to make
    from youju.claims.reading import Claim

CLASSES: dict[str, str] = {
    "person": "人 名 位 员 口",
    "attendance": "人次 人·次",
    "time": "次 场 批 期 届 轮 回 场次 批次 期次 轮次 届次 堂 节 讲",
    "piece": "篇 条 则 份 幅 张 稿",
    "house": "所 家 校 园 馆 座 处 所次 镇 乡 街道 村 社区",
    "household": "户",
    "household-visit": "户次",
    "book": "本 册 部 种 套 卷",
    "team": "支 队",
    "case": "起 件 例 宗 桩",
    "day": "天 日",
    "duration": "分钟 小时 个小时",
}
"""人 and 人次 differ, and so do 户 and 户次: what counts as one is not the same."""

_MINUTES = {"分钟": 1, "小时": 60, "个小时": 60}
_SHOWN = 3
# 咨询、建议、稿 are counted in 件 as well as in 条 or 篇.
_ALSO = frozenset((("件", "piece"),))
_OTHERWISE = tuple(map(frozenset, (("person", "attendance"), ("household", "household-visit"))))
_LOOSELY = tuple(
    map(
        frozenset,
        (("", "time"), ("", "piece"), ("", "household"), ("", "book"), ("house", "household"), ("time", "case")),
    )
)
_CLASS_OF = {word: name for name, words in CLASSES.items() for word in words.split()}
_OPEN = frozenset(("", "个", "项", "类"))
# 个 stands for 所, 家, 支 and 起; 次, 篇, 条, 户 and 本 count something else beside the same noun (党支部96个), and so
# does 项 where houses are counted (制度20项).
_COUNTED_BY_OPEN = {"个": frozenset(("person", "house", "team", "case", "")), "项": frozenset(("case", ""))}
_OPEN_COUNTS = frozenset(("house", "case", ""))


@lru_cache(maxsize=4096)
def class_of(word: str) -> str:
    """The class of a measure word: "" for 个 and for none, the word itself for one that stands alone (元, 公里)."""
    if word in _OPEN or word.startswith("大"):
        return ""
    return _CLASS_OF.get(word, word)


def in_words(word: str, other: str) -> Fraction:
    """How many of one measure word make one of another: 60 分钟 a 小时; one, of all that tell no time."""
    return Fraction(_MINUTES.get(other, 1), _MINUTES.get(word, 1)) if class_of(word) == class_of(other) else Fraction(1)


def counts_otherwise(claim: Claim, word: str) -> bool:
    """Whether both count the same things but not what counts as one: 人 and 人次."""
    return frozenset((class_of(claim.unit), class_of(word))) in _OTHERWISE


def counts_loosely(claim: Claim, word: str) -> bool:
    """Whether the claim's measure word may be a slip for another, or count another thing: 党支部96个, 咨询156个."""
    return bool(claim.unit) and frozenset((class_of(claim.unit), class_of(word))) in _LOOSELY


def may_count(claim: Claim, word: str) -> bool:
    """Whether a claim's measure word can stand for what is counted with ``word``."""
    said, meant = class_of(claim.unit), class_of(word)
    if said == meant:
        return True
    if (claim.unit, meant) in _ALSO or not claim.unit:  # a cell of a table may leave it out
        return True
    return (said == "" and meant in _COUNTED_BY_OPEN.get(claim.unit, ("",))) or (meant == "" and said in _OPEN_COUNTS)


def words_of(name: str) -> str:
    """Some measure words of a class, to show a reader what it stands for: 次、场、批. Other names stay as they are."""
    return "、".join(CLASSES[name].split()[:_SHOWN]) if name in CLASSES else name
