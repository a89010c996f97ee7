"""Codes and log-in names proposed where a cell is left empty: the name's pinyin, made unlike those that are taken."""

import re
from collections.abc import Container

from pypinyin import lazy_pinyin

# What must not make a code too long for its column: the county's code and a point stand before it.
_LONGEST = 30
_UNFIT = re.compile(r"[^a-z0-9]+")
# Family names that are read otherwise than the character is most of the time (通用规范汉字; 汉语大词典).
_FAMILY = {
    "仇": "qiu", "单": "shan", "曾": "zeng", "解": "xie", "区": "ou", "查": "zha", "朴": "piao", "盖": "ge",
    "乐": "yue", "覃": "qin", "缪": "miao", "宓": "mi", "翟": "zhai", "折": "she", "黑": "he", "种": "chong",
    "秘": "bi", "冼": "xian", "繁": "po", "员": "yun", "尹": "yin", "燕": "yan", "尉迟": "yuchi", "万俟": "moqi",
}  # fmt: skip


def code_of(name: str, taken: Container[str], *, front: str = "", longest: int = _LONGEST) -> str:
    """A code from a name: its pinyin, or only the first letters where that is too long. front: what it begins with."""
    syllables = _syllables(name)
    code = "".join(syllables)
    if len(code) > longest:
        code = "".join(syllable[0] for syllable in syllables)[:longest]
    return free(f"{front}{code or 'x'}", taken)


def login_of(name: str, taken: Container[str]) -> str:
    """A log-in name from a person's name, read as family names are."""
    for length in (2, 1):
        if name[:length] in _FAMILY:
            rest = "".join(_syllables(name[length:]))
            return free(f"{_FAMILY[name[:length]]}{rest}"[:_LONGEST], taken)
    return free("".join(_syllables(name))[:_LONGEST] or "member", taken)


def free(wanted: str, taken: Container[str]) -> str:
    """The text itself, or with the first number behind it that makes it free."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}{number}" in taken:
        number += 1
    return f"{wanted}{number}"


def _syllables(name: str) -> list[str]:
    """Small letters and digits only; ü is written v, as in passports' machine-readable lines."""
    return list(filter(None, (_UNFIT.sub("", part.casefold()) for part in lazy_pinyin(name))))
