"""One spelling of a line, so that a number is found however it is written: １３８, 138, 一三八 and l38 are one."""

import re
import unicodedata

from youju.lib.patterns import late
from youju.lib.text import visible

_CHINESE = dict(
    zip("零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "00012345678911 23456789".replace(" ", ""), strict=True)
)
_LETTERS = {"O": "0", "o": "0", "I": "1", "l": "1"}
_DASHES = dict.fromkeys("‐‑‒–—―−－﹣", "-")
_SPACES = dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000", " ")
_AS_WRITTEN = str.maketrans(_CHINESE | _LETTERS)
_PLAIN = str.maketrans(_DASHES | _SPACES)
# Seven numerals that follow each other are read out one by one; no count is written so. Among plain digits, eleven.
_NUMERALS = "".join(_CHINESE)
_SPELLED = late(rf"(?:[{_NUMERALS}][ -]?){{6,}}[{_NUMERALS}][Xx]?|[0-9{_NUMERALS}]{{11,}}")
_WHOLE = late("[0-9]{11}")
# Eleven signs of which six are digits: a letter among them stands for the digit it looks like.
_LOOKALIKE = late(r"(?:(?<![0-9A-Za-z])|(?<=G))[0-9OoIl]{11,19}(?![0-9A-WYZa-wyz])")
_FEWEST_DIGITS = 6


def plain(text: str) -> str:
    """The line in half-width forms, with plain digits, blanks and dashes, and nothing that nobody sees."""
    folded = unicodedata.normalize("NFKC", visible(text.translate(_PLAIN))).translate(_PLAIN)
    if not folded.isascii():
        folded = "".join(_digit(char) for char in folded)
        folded = _SPELLED.sub(_with_digits, folded)
    return _LOOKALIKE.sub(_without_letters, folded)


def _with_digits(found: re.Match[str]) -> str:
    """The digits of what is spelled out. In 张三13812345678 the number is plain already, and 三 belongs to the name."""
    said = found[0]
    return said if _WHOLE.search(said) else said.translate(_AS_WRITTEN)


def _digit(char: str) -> str:
    """A digit of another script as ours; all else as it is."""
    number = unicodedata.decimal(char, None)
    return char if number is None else str(number)


def _without_letters(found: re.Match[str]) -> str:
    said = found[0]
    return said.translate(_AS_WRITTEN) if sum(char.isdigit() for char in said) >= _FEWEST_DIGITS else said
