"""Codes proposed where a cell is left empty: the name's pinyin, made unlike those that are taken."""

import re
from collections.abc import Container

# What must not make a code too long for its column: the county's code and a point stand before it.
_LONGEST = 30
_UNFIT = re.compile(r"[^a-z0-9]+")


def code_of(name: str, taken: Container[str], *, front: str = "", longest: int = _LONGEST) -> str:
    """A code from a name: its pinyin, or only the first letters where that is too long. front: what it begins with."""
    syllables = _syllables(name)
    code = "".join(syllables)
    if len(code) > longest:
        code = "".join(syllable[0] for syllable in syllables)[:longest]
    return free(f"{front}{code or 'x'}", taken)


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
    from pypinyin import lazy_pinyin  # its dictionary takes long to load: not for every command

    return list(filter(None, (_UNFIT.sub("", part.casefold()) for part in lazy_pinyin(name))))
