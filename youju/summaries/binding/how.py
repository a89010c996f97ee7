"""How a token asks to be printed: words behind the bar, in any order, and other ways behind a slash.

``near/over 余/plain`` is the first of the three that the value allows. One word of a way is its style, the others say
how numbers and measure words are written in it.
"""

import re
from typing import NamedTuple

from youju.summaries.binding.unprintable import unknown

# What a way of printing may be called besides plain; styles.py has them.
STYLES = ("plain", "near", "over", "tens", "round", "floor", "below", "ceil", "above", "about", "rank", "front", "top")
CHANGES = ("percent", "count", "points", "times", "more", "doubled")
PLACES = {"whole": 0, "tenth": 1, "hundredth": 2}
# bare: no measure word. chinese, arabic: numerals. grouped: 1,200. short: 百 for 一百. wan, yi, tenths: in 万, 亿, 成.
# part: 三分之二; half: 一半 alone. up, down: of a change whose word stands apart, its size while it goes that way.
MARKS = ("bare", "chinese", "arabic", "grouped", "short", "wan", "yi", "tenths", "part", "half", "up", "down")
# Behind or before a number: what it is beyond, or near to.
SIGNS = ("多", "余", "超", "超过", "逾", "突破", "数", "几", "上", "接近", "将近")
MONTH_BEFORE = "环比"
# What a change is told against where that is not the year before: the month before, so many years before, a year.
_BASE = re.compile(rf"{MONTH_BEFORE}|-[2-9]|(?:19|20)[0-9]{{2}}")
_MOST_DIGITS = 4
_WORD = "="


class How(NamedTuple):
    """One way of printing.

    places: decimals, None for as many as the figure has. digits: leading digits that are kept, None for the usual.
    sign: 多, 余 … word: the measure word in place of the figure's own (written =条), None for that.
    change: how a change is told, one of CHANGES, or ""; verb: what it is called (提升, 增加了); base: what it is told
    against, as a form says it, "" for the year before.
    """

    style: str = "plain"
    change: str = ""
    marks: frozenset[str] = frozenset()
    places: int | None = None
    digits: int | None = None
    sign: str = ""
    word: str | None = None
    verb: str = ""
    base: str = ""

    def asks(self, mark: str) -> bool:
        """mark: one of MARKS."""
        return mark in self.marks

    def marked(self, mark: str) -> "How":
        return self._replace(marks=self.marks | {mark})


PLAIN = How()
BARE = PLAIN.marked("bare")


def ways(form: str) -> list[How]:
    """The ways that a form names, in their order. Raises Unprintable where a word of it is unknown."""
    return [_way(part, form, ()) for part in form.split("/")]


def change_ways(form: str, verbs: tuple[str, ...]) -> list[How]:
    """The same of a change. verbs: the words that it may be called by."""
    return [_way(part, form, verbs) for part in form.split("/")]


def _way(part: str, form: str, verbs: tuple[str, ...]) -> How:
    how = How()
    for word in part.split():
        if word in STYLES:
            how = how._replace(style=word)
        elif verbs and word in CHANGES:
            how = how._replace(change=word)
        elif verbs and _BASE.fullmatch(word):
            how = how._replace(base=word)
        elif word in MARKS:
            how = how.marked(word)
        elif word in PLACES:
            how = how._replace(places=PLACES[word])
        elif word.isdecimal() and 1 <= int(word) <= _MOST_DIGITS:
            how = how._replace(digits=int(word))
        elif word in verbs:
            how = how._replace(verb=word)
        elif word in SIGNS:
            how = how._replace(sign=word)
        elif word.startswith(_WORD) and len(word) > 1:
            how = how._replace(word=word[1:])
        else:
            raise unknown(form, ", ".join((*(CHANGES if verbs else ()), *STYLES, *MARKS, *PLACES)))
    return how
