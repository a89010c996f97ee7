"""A template as people read and write it: figures by their Chinese names, forms by Chinese words.

What is kept, compared and frozen are codes, which no change of a name touches.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from youju.indicators.catalogue import indicators
from youju.summaries.binding.tokens import MARKS, NAMES, tokens

CHANGE = "增减"
WORDS = {
    "near": "近", "over": "过", "tens": "数十", "round": "约整", "floor": "不少于", "below": "多于", "ceil": "不超过",
    "above": "不足", "about": "约", "rank": "名次", "front": "前几", "top": "首位", "plain": "照实",
    "percent": "百分比", "count": "数量", "points": "百分点", "times": "倍数", "more": "多几倍", "doubled": "翻番",
    "bare": "无量词", "chinese": "汉字", "arabic": "数码", "grouped": "千分位", "short": "略一", "wan": "万",
    "yi": "亿", "tenths": "成数", "part": "分数", "half": "一半", "up": "升", "down": "降",
    "whole": "整数", "tenth": "一位小数", "hundredth": "两位小数",
}  # fmt: skip
"""What a word of a form is called. None is also a sign or a verb of how.py or change.py."""
ABOUT = dict(zip(NAMES, ("年份", "统计期", "单位"), strict=True))
_PERIODS = {"-1": "上年"}
_FORM_WORD = re.compile(r"[^\s/|]+")
_INSIDE = re.compile(
    rf"(?P<mark>(?:change|{CHANGE})\s+|(?:列表|图)\s*)?(?P<code>[^@|]*)(?P<asked>[^|]*)(?P<form>.*)", re.DOTALL
)
_NAMED = ("figure", "change", "list", "chart", "name")


class _Tongue(NamedTuple):
    """What names, words of forms and periods are called; change: what a change begins with."""

    names: Mapping[str, str]
    words: Mapping[str, str]
    periods: Mapping[str, str]
    change: str


def spoken(template: str) -> str:
    """The template with names for codes; what has no name of its own stays."""
    return _rewritten(template, _Tongue({**ABOUT, **_names()}, WORDS, _PERIODS, CHANGE))


def coded(template: str) -> str:
    """The template with codes for names. What is no name stays, so that a template of codes stays as it is."""
    return _rewritten(template, _Tongue(_back({**ABOUT, **_names()}), _back(WORDS), _back(_PERIODS), "change"))


def _rewritten(template: str, tongue: _Tongue) -> str:
    out, reached = [], 0
    for token in tokens(template):
        inside = template[token.start + 2 : token.end - 2]
        if token.sort in _NAMED or _first(inside) in tongue.names:
            out += [template[reached : token.start], "{{", _inside(inside, tongue), "}}"]
            reached = token.end
    return "".join((*out, template[reached:]))


def _first(inside: str) -> str:
    return re.split("[@|]", inside, maxsplit=1)[0].strip()


def _inside(inside: str, tongue: _Tongue) -> str:
    """A name may begin with the word that a token begins with (图书馆数 is no chart)."""
    found = _INSIDE.fullmatch(inside)
    assert found is not None, "it matches whatever there is"
    mark, code = found["mark"] or "", found["code"]
    if _first(inside) in tongue.names:
        mark, code = "", mark + code
    said = code.strip()
    if mark.strip() in ("change", CHANGE):
        mark = f"{tongue.change} "
    asked = "@".join(tongue.periods.get(part.strip(), part) for part in found["asked"].split("@"))
    form = found["form"]
    if mark.strip() not in MARKS:
        form = _FORM_WORD.sub(lambda word: tongue.words.get(word[0], word[0]), form)
    return f"{mark}{code.replace(said, tongue.names[said]) if said in tongue.names else code}{asked}{form}"


def _names() -> Mapping[str, str]:
    """The Chinese names of all indicators that can be written between braces, by code."""
    return _writable(tuple((code, indicator.name.zh) for code, indicator in indicators().items()))


@lru_cache(maxsize=4)
def _writable(named: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    taken = [name for _code, name in named]
    codes = {code for code, _name in named}
    return {
        code: name
        for code, name in named
        if name == name.strip() and not re.search(r"[{}@|\n]", name) and taken.count(name) == 1
        and name not in codes and name not in ABOUT.values()
    }  # fmt: skip


def _back(names: Mapping[str, str]) -> dict[str, str]:
    return {name: code for code, name in names.items()}
