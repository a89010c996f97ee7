"""Words beside a claim that belong neither to the figure nor to plain office prose: they may make it another thing.

志愿者 are not 为志愿者购买保险, and 网络咨询答复 are not 超期答复. Such words never choose a figure; where they stand,
the figure that was chosen is not said for certain.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from youju.claims.candidates.terms import pairs_of
from youju.claims.context.spans import spans_in
from youju.claims.lexicon.common_words import COMMON, DOING, GROUPS, HEADS, SORTS, THINGS, acts_of, words_in
from youju.claims.lexicon.plain_words import Written
from youju.claims.reading.claim import Span

_ENOUGH = 2
# Alone they already make a part of the whole, or its opposite.
_TURNING = frozenset("女男未没无非不拟原旧缺漏误欠拒停免废退撤弃逃违")
_AMONG = "中里内其"  # 志愿者中女教师
# Two of them make a word of their own.
_TELLING = frozenset("头条高中大小好优强实名新全快真精细评选数量率值位支出报回看收")
_NO_WORD = "，"
_HAN = re.compile("[\u4e00-\u9fff]")
_NO_HAN = re.compile("[^\u4e00-\u9fff]")
_PARTICLES = re.compile("[的了着之和与及或是被]")
# A quote that is never closed is none: what is looked through for its end has an end itself.
_QUOTED = re.compile("《[^》]{0,200}》|[（(][^）)]{0,200}[）)]")
# Where, by what and after what something is done tells nothing of what is counted, unless it is a part of the whole.
_ADJUNCT = re.compile(
    "(?:赴|(?<![存现正])在|根据|按照|结合|利用|围绕|依托|通过)[\u4e00-\u9fff]{0,40}?(?=进行|开展|举行|召开|参加|中|[，；：])"
)
# 对教育局的满意度: what is asked about makes the figure.
_ASKED_ABOUT = re.compile("对[\u4e00-\u9fff]{0,6}?(教育局|局机关|机关|党[委组]|班子|领导|部门)")
# 将满意度提高到: what is done stands behind what it is done to. Any other 将 looks ahead.
_TO = re.compile("将(?=[^，。；\n]{2,20}?[提升降作列纳评授编做汇转交办搬引结])")
# 顶着烈日, 身着红马甲, 扎扎实实: how it was done.
_MANNER = re.compile(
    "[顶冒身怀带本伴踏迎趁沿]着[\u4e00-\u9fff]{1,3}|(?P<one>[\u4e00-\u9fff])(?P=one)(?P<two>[\u4e00-\u9fff])(?P=two)"
)
# 二是, 三要 at the head of a clause number what is said.
_NUMBERED = re.compile("(?<![\u4e00-\u9fff])[一二三四五六七八九十]{1,3}(?=[是要靠])")
# A、B等 in front of what is counted only gives examples of it, and so do A、B without it.
_EXAMPLES = re.compile("^.*等(?![奖次级第同候])")

# 甲、乙 name examples; 批评、责令重写的 says which ones are meant.
_OF_IT = re.compile("[\u4e00-\u9fff]{0,2}的")

# 把身边 and 女生有: told without the little words that hang on.
_LITTLE = "有为是达的把被将在从对向给让也都就还再已又共要去来"

_LIST = "、"
_STRAY, _LOOSE, _FIRM = 0, 1, 2  # loose: explained unless it is a part of a longer stray word (安全, not 安 and 全)


class OwnWords(NamedTuple):
    """What explains the words beside a number: the acts and the pairs of characters by which a figure goes.

    begins, ends: the characters its names begin and end with. lists: names that tell of several (教师、学生志愿者);
    their words belong to it only where all of them are told. grows: it is what a period added, not all there is.
    """

    acts: frozenset[str]
    pairs: frozenset[str]
    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    grows: bool = False

    @classmethod
    def of(
        cls, names: Collection[str], pairs: frozenset[str], *, grows: bool, changed: bool = False, each: bool = False
    ) -> "OwnWords":
        """The words of a figure with these names. grows, changed, each: as acts_of has them."""
        begins, ends = (frozenset(name[at] for name in names) for at in (0, -1))
        lists = tuple(name for name in names if _LIST in name)
        acts = acts_of((name for name in names if _LIST not in name), grows=grows, changed=changed, each=each)
        return cls(acts, pairs, begins, ends, lists, grows)

    def told_in(self, text: str) -> "OwnWords":
        """The same with the words of the lists that a text tells in full."""
        told = (name for name in self.lists if all(said in text for said in _members(name)))
        return self._replace(pairs=self.pairs.union(*map(pairs_of, told))) if self.lists else self


def _members(name: str) -> list[str]:
    """What a name that tells of several must be told by: 小学 and 幼儿 of 中小学、幼儿园教师."""
    *some, last = name.split(_LIST)
    return [*(part[-2:] for part in some), last[:2]]


NOBODYS = OwnWords(frozenset(), frozenset())


class UnexplainedWords:
    """A text with all that explains itself marked once; a figure's own words come on top."""

    __slots__ = ("_acts", "_groups", "_hanging", "_marks", "_named", "_plain", "_text", "_verbs")

    def __init__(self, text: str, written: Written, named: Sequence[Span]) -> None:
        """written: the text in written words; named: where figures, places and levels stand."""
        self._text = text
        self._marks = bytearray(len(text))
        self._acts: list[tuple[int, int, str]] = []
        plain = [one.plain for one in written.changed]
        self._plain = [(one.start, one.end, frozenset(pairs_of(one.written))) for one in plain]
        self._mark(self._marks, ((one.start, one.end) for one in plain if one.written in COMMON))
        for pattern in (_NO_HAN, _PARTICLES, _QUOTED, _ADJUNCT, _MANNER, _TO, _NUMBERED):
            self._mark(self._marks, (found.span() for found in pattern.finditer(text)))
        self._named = frozenset(end for _, end in named)
        self._mark(self._marks, named)
        self._groups: list[Span] = []
        self._hanging: list[tuple[int, int, str]] = []
        self._verbs: set[int] = set()
        for start, end, word in words_in(text):
            if word in HEADS or word in SORTS:
                self._hanging.append((start, end, word))
            if word in GROUPS:
                self._groups.append((start, end))
            if word in DOING or (word not in COMMON and word not in THINGS):
                self._verbs.add(start)
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
        own = own.told_in(text)
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
        yield from (found[1] for found in _ASKED_ABOUT.finditer(text))
        yield from self._hanging_on(span, own, paired, {first - start for first, _ in acting})
        doers = list(self._doers(start, text, marks, paired))
        self._mark(marks, doers)
        beside = paired.union(*(range(*span) for span in doers))
        foreign = {
            first - start: word
            for first, _, word in spans_in(self._acts, start, end)
            if len(word) > 1 and word not in own.acts and word not in GROUPS
        }
        for first, last in _runs(marks):
            word = foreign.get(first) or _EXAMPLES.sub("", text[first:last])
            if first and _HAN.match(text[first - 1]):
                word = word.lstrip(_AMONG)
            listed = "、" in text[max(0, first - 1) : last + 1] and not _OF_IT.match(text, last)
            near = first - 1 in beside or last in beside
            stray = _STRAY in marks[first:last] or (near and self._is_word(word, start + first))
            counted = word in own.ends and start + first in self._named  # 12个镇
            if word and stray and not listed and not counted:
                yield word.strip(_LITTLE) or word

    def _hanging_on(self, span: Span, own: OwnWords, paired: set[int], acting: Collection[int]) -> Iterator[str]:
        """The common words that make another thing of the noun that they hang on.

        paired: the places of the figure's own words within the span; acting: where those for its acts begin.
        """
        start = span[0]
        for first, last, word in spans_in(self._hanging, *span):
            if word in own.acts or paired.issuperset(range(first - start, last - start)):
                continue
            before = first - 1 - (self._text[first - 1 : first] == "的")
            behind = last - start
            if (word in HEADS and before - start in paired) or (
                word in SORTS and behind in paired and behind not in acting
            ):
                yield word

    def _is_word(self, word: str, at: int) -> bool:
        """Whether characters that only fill gaps are a word here: 评优, 实名, and 中 at the head (中考)."""
        alone = word in _AMONG and not _HAN.match(self._text[at - 1 : at] or _NO_WORD)
        return bool(word) and (alone or (len(word) > 1 and all(sign in _TELLING for sign in word)))

    def _doers(self, start: int, text: str, marks: bytearray, paired: set[int]) -> Iterator[Span]:
        """The groups of people that do something: a verb follows. Beside a noun or a number they are a part."""
        for first, last in spans_in(self._groups, start, start + len(text)):
            behind = next((at for at in range(last - start, len(text)) if text[at] not in "的们"), None)
            if self._text[first - 1 : first] == "对":  # 对教师满意度: what is asked about makes the figure
                continue
            if behind is None or not marks[behind] or not _HAN.match(text[behind]):
                continue
            if start + behind in self._verbs or behind not in paired:
                yield first - start, last - start

    @staticmethod
    def _mark(marks: bytearray, spans: Iterable[Span]) -> None:
        for start, end in spans:
            marks[start:end] = bytes([_FIRM]) * (min(end, len(marks)) - start)


def _runs(marks: bytearray) -> Iterator[Span]:
    """The stretches between firm marks."""
    start = 0
    for at, mark in enumerate((*marks, _FIRM)):
        if mark == _FIRM:
            if start < at:
                yield start, at
            start = at + 1
