"""Words beside a claim that belong neither to the figure nor to plain office prose: they may make it another thing.

志愿者 are not 为志愿者购买保险, and 网络咨询答复 are not 超期答复. Such words never choose a figure; where they stand,
the figure that was chosen is not said for certain.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from youju.claims.candidates.terms import pairs_of
from youju.claims.context.spans import spans_in
from youju.claims.lexicon.common_words import COMMON, acts_of, words_in
from youju.claims.lexicon.plain_words import Written
from youju.claims.reading.claim import Span

_ENOUGH = 2
# Alone they already make a part of the whole, or its opposite.
_TURNING = frozenset("女男未没无非不拟原旧缺漏误欠拒停免废退撤弃逃违")
_AMONG = "中里内其"  # 志愿者中女教师
_NO_HAN = re.compile("[^\u4e00-\u9fff]")
_PARTICLES = re.compile("[的了着之和与及或是被]")
# A quote that is never closed is none: what is looked through for its end has an end itself.
_QUOTED = re.compile("“[^”]{0,200}”|《[^》]{0,200}》|[（(][^）)]{0,200}[）)]")
# Where, by what and after what something is done tells nothing of what is counted.
_ADJUNCT = re.compile(
    "(?:赴|(?<![存现正])在|根据|按照|结合|利用|围绕|依托|通过)[\u4e00-\u9fff]*?"
    "(?=进行|开展|举行|召开|参加|中|[^\u4e00-\u9fff]|$)"
)
# 顶着烈日, 身着红马甲, 扎扎实实: how it was done.
_MANNER = re.compile(
    "[顶冒身怀带本伴踏迎趁沿]着[\u4e00-\u9fff]{1,3}|(?P<one>[\u4e00-\u9fff])(?P=one)(?P<two>[\u4e00-\u9fff])(?P=two)"
)
# A、B等 in front of what is counted only gives examples of it, and so do A、B without it.
_EXAMPLES = re.compile("^.*等(?![奖次级第同候])")

# 甲、乙 name examples; 批评、责令重写的 says which ones are meant.
_OF_IT = re.compile("[\u4e00-\u9fff]{0,2}的")

# 把身边 and 女生有: told without the little words that hang on.
_LITTLE = "有为是达的把被将在从对向给让也都就还再已又共要去来"

_STRAY, _LOOSE, _FIRM = 0, 1, 2  # loose: explained unless it is a part of a longer stray word (安全, not 安 and 全)


class OwnWords(NamedTuple):
    """What explains the words beside a number: the acts and the pairs of characters by which a figure goes.

    begins, ends: the characters its names begin and end with.
    """

    acts: Collection[str]
    pairs: frozenset[str]
    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Collection[str], pairs: frozenset[str], *, grows: bool, changed: bool = False) -> "OwnWords":
        """The words of a figure with these names. grows, changed: as acts_of has them."""
        begins, ends = (frozenset(name[at] for name in names) for at in (0, -1))
        return cls(acts_of(names, grows=grows, changed=changed), pairs, begins, ends)


class UnexplainedWords:
    """A text with all that explains itself marked once; a figure's own words come on top."""

    __slots__ = ("_acts", "_marks", "_plain", "_text")

    def __init__(self, text: str, written: Written, named: Iterable[Span]) -> None:
        """written: the text in written words; named: where figures, places and levels stand."""
        self._text = text
        self._marks = bytearray(len(text))
        self._acts: list[tuple[int, int, str]] = []
        plain = [one.plain for one in written.changed]
        self._plain = [(one.start, one.end, frozenset(pairs_of(one.written))) for one in plain]
        self._mark(self._marks, ((one.start, one.end) for one in plain if one.written in COMMON))
        for pattern in (_NO_HAN, _PARTICLES, _QUOTED, _ADJUNCT, _MANNER):
            self._mark(self._marks, (found.span() for found in pattern.finditer(text)))
        self._mark(self._marks, named)
        for start, end, word in words_in(text):
            if word not in COMMON:
                self._acts.append((start, end, word))
            elif len(word) > 1:
                self._mark(self._marks, [(start, end)])
            elif self._marks[start] == _STRAY:
                self._marks[start] = _LOOSE

    def beside(self, spans: Iterable[Span], own: OwnWords) -> tuple[str, ...]:
        """The stray words in some stretches, beside a figure's own."""
        return tuple(word for span in spans for word in self._in(span, own))

    def _in(self, span: Span, own: OwnWords) -> Iterator[str]:
        start, end = span
        marks = self._marks[start:end]
        text = self._text[start:end]
        acting = [(first, last) for first, last, word in spans_in(self._acts, start, end) if word in own.acts]
        named = [(first, last) for first, last, plain in spans_in(self._plain, start, end) if plain.issubset(own.pairs)]
        self._mark(marks, ((first - start, last - start) for first, last in (*acting, *named)))
        # 的 and 了 may stand between two characters of a name.
        places = [at for at, sign in enumerate(text) if not _PARTICLES.match(sign)]
        paired = set[int]()
        for left, right in pairwise(places):
            if text[left] + text[right] in own.pairs:
                marks[left] = marks[right] = _FIRM
                paired |= {left, right}
        foreign = {
            first - start: word
            for first, _, word in spans_in(self._acts, start, end)
            if len(word) > 1 and word not in own.acts
        }
        for first, last in _runs(marks):
            word = foreign.get(first) or _EXAMPLES.sub("", text[first:last]).lstrip(_AMONG)
            listed = "、" in text[max(0, first - 1) : last + 1] and not _OF_IT.match(text, last)
            cuts = (first - 1 in paired and text[first - 1] not in own.ends) or (
                last in paired and text[last] not in own.begins
            )
            if (len(word) >= _ENOUGH or word in _TURNING or cuts) and not listed:
                yield word.strip(_LITTLE) or word

    @staticmethod
    def _mark(marks: bytearray, spans: Iterable[Span]) -> None:
        for start, end in spans:
            marks[start:end] = bytes([_FIRM]) * (min(end, len(marks)) - start)


def _runs(marks: bytearray) -> Iterator[Span]:
    """The stretches between firm marks that hold something stray."""
    start = 0
    for at, mark in enumerate((*marks, _FIRM)):
        if mark == _FIRM:
            if _STRAY in marks[start:at]:
                yield start, at
            start = at + 1
