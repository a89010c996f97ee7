"""How a token asks to be printed: words behind the bar, in any order, and other ways behind a slash.

``near/over 余/plain`` is the first of the three that the value allows. One word of a way is its style, the others say
how numbers and measure words are written in it.
"""

from typing import NamedTuple

from youju.summaries.binding.unprintable import unknown

# What a way of printing may be called besides plain; styles.py has them.
STYLES = ("plain", "near", "over", "tens", "round", "floor", "below", "ceil", "above", "about", "rank", "front", "top")
CHANGES = ("percent", "count", "points", "times")
PLACES = {"whole": 0, "tenth": 1, "hundredth": 2}
# bare: no measure word. chinese, arabic: numerals. grouped: 1,200. short: 百 for 一百. wan: in 万.
MARKS = ("bare", "chinese", "arabic", "grouped", "short", "wan")
# Behind or before a number: what it is beyond.
SIGNS = ("多", "余", "超", "超过", "逾", "突破", "数", "几", "上")
_MOST_DIGITS = 4
_WORD = "="


class How(NamedTuple):
    """One way of printing.

    places: decimals, None for as many as the figure has. digits: leading digits that are kept, None for the usual.
    sign: 多, 余 … word: the measure word in place of the figure's own (written =条), None for that. verb: what a change
    is called (提升, 增加了).
    """

    style: str = "plain"
    marks: frozenset[str] = frozenset()
    places: int | None = None
    digits: int | None = None
    sign: str = ""
    word: str | None = None
    verb: str = ""

    def asks(self, mark: str) -> bool:
        """mark: one of MARKS."""
        return mark in self.marks

    def marked(self, mark: str) -> "How":
        return self._replace(marks=self.marks | {mark})


PLAIN = How()
BARE = PLAIN.marked("bare")


def ways(form: str, *, styles: tuple[str, ...] = STYLES, verbs: tuple[str, ...] = ()) -> list[How]:
    """The ways that a form names, in their order. Raises Unprintable where a word of it is unknown."""
    return [_way(part, styles, verbs, form) for part in form.split("/")]


def _way(part: str, styles: tuple[str, ...], verbs: tuple[str, ...], form: str) -> How:
    how = How()
    for word in part.split():
        if word in styles:
            how = how._replace(style=word)
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
            raise unknown(form, ", ".join((*styles, *MARKS, *PLACES)))
    return how
