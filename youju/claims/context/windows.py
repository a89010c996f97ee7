"""The parts of a text that say what a claim counts, each with its weight.

A clause with several claims is cut into the gaps between them. Who owns a gap depends on which way the claims look:
“61人评为学科带头人” counts what follows it, “文明单位28个” what stands before. Claims with nothing but 、 or 和 between
them (文科第一、第二名) share what stands round them all. 前10名 before another figure is its frame, no claim beside it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from youju.claims.reading import Claim
from youju.claims.reading.claim import Span

OWN, EXAMPLES, SHARED, NEIGHBOUR, FAR = 1.0, 0.7, 0.7, 0.5, 0.4
# A clause or a sentence without end is heard only so far: what is named further off says nothing of a claim.
HEARD = 24
_REACH = 600  # characters of the sentence behind a claim
_SENTENCE = 120  # characters of the sentence before
_RUN = 120  # characters on each side, in a run of bare numbers
TOPIC, TOTAL, LAST_CLAUSE, BEFORE, AFTER, BEYOND, HEADING = 0.9, 0.7, 0.55, 0.5, 0.3, 0.15, 0.15

_STOPS = "。！？!?"
_ENDS = f"{_STOPS}\n"
_LOOKS_AHEAD = re.compile(r"[\u4e00-\u9fffA-Za-z“《〈\"【（(]")
_OPENS, _CLOSES = ("（", "("), re.compile("[）)]")
_BREAKS = re.compile(r"的?[、和及与跟或，,；;以]|分别|其中|左右|以上|以内|上下")
_ADDS_UP = re.compile(r"\s*(?:[两三四五六七八九]?[项者类级]?(?:合计|共计|总计|一共|总共)|[合加]起来)[为有是达]?\s*")
_BARE = re.compile(r"[\s、和及与以,，分别各]*$")
_RESPECTIVELY = re.compile("分别|依次")
_LIST_MARK = re.compile("[、和与及]")
_EXAMPLES = re.compile(r"[、和及与].*(?<![一二三四五特优上中下高平同])等(?![奖次级第同])")


class Window(NamedTuple):
    """A stretch of the text and how much a word in it counts."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True)
class _Clause:
    """The runs of claims in one clause: each a first and a last claim that share what surrounds them."""

    span: Span
    runs: tuple[Span, ...]

    @cached_property
    def gaps(self) -> list[Span]:
        """What stands before, between and behind the runs."""
        edges = [self.span[0], *(edge for run in self.runs for edge in run), max(self.span[1], self.runs[-1][1])]
        return list(zip(edges[::2], edges[1::2], strict=True))


class Windows:
    """Looks up the windows of each claim of a text."""

    __slots__ = ("_claims", "_clauses", "_last_words", "_starts", "_text")

    def __init__(self, text: str, claims: Sequence[Claim]) -> None:
        self._text, self._claims = text, claims
        self._starts = [claim.start for claim in claims]
        # Shares and ranks stand behind what they tell of.
        self._last_words = frozenset(claim.end for claim in claims if claim.kind in ("percent", "rank"))
        self._clauses = {clause.span: clause for clause in _clauses(text, claims)}

    def of(self, index: int) -> list[Window]:
        """The windows of a claim: its clause, the total it is a part of, the rest of its sentence."""
        claim = self._claims[index]
        found = [*self._in_clause(claim), *(Window(*span, TOTAL) for span in claim.shared if span[0] < claim.clause[0])]
        found += self._before_clause(claim)
        return [*found, *self._after_clause(claim)]

    def of_sentence_before(self, claim: Claim) -> Iterator[Window]:
        """The clauses of the sentence before, the nearest first, where it is of the same line and states no figure."""
        end = claim.sentence[0]
        low = max(0, end - _SENTENCE)
        first = max(low, *(self._text.rfind(mark, low, max(low, end - 1)) + 1 for mark in _ENDS))
        stops = end > 0 and self._text[end - 1] in _STOPS
        if stops and bisect_left(self._starts, first) == bisect_left(self._starts, end):
            yield from self._backwards(first, end)

    def _before_clause(self, claim: Claim) -> Iterator[Window]:
        """The clauses before in its sentence, the nearest first."""
        return self._backwards(claim.sentence[0], claim.clause[0])

    def _backwards(self, first: int, last: int) -> Iterator[Window]:
        """The clauses of a stretch from its end on; beyond a semicolon the talk is of something else."""
        weight = LAST_CLAUSE
        for _ in range(HEARD):
            if first >= last:
                return
            if self._text[last - 1] in ";；":
                yield Window(first, last, BEYOND)
                return
            cut = max(first, *(self._text.rfind(mark, first, last - 1) + 1 for mark in "，；：,;:"))
            yield Window(cut, last, weight)
            last, weight = cut, BEFORE

    def _after_clause(self, claim: Claim) -> Iterator[Window]:
        start, end = claim.clause[1], min(claim.sentence[1], claim.clause[1] + _REACH)
        stops = [at for mark in ";；" if (at := self._text.find(mark, start, end)) >= 0]
        cut = min(stops, default=end)
        if start < cut:
            yield Window(start, cut, AFTER)
        if cut < end:
            yield Window(cut, end, BEYOND)

    def _in_clause(self, claim: Claim) -> Iterator[Window]:
        clause = self._clauses.get(claim.clause)
        if clause is None or not any(start <= claim.start < end for start, end in clause.runs):
            yield Window(*claim.clause, OWN)  # a frame stands alone
            return
        own = next(place for place, (start, end) in enumerate(clause.runs) if start <= claim.start < end)
        gaps = clause.gaps
        if listed := self._respectively(claim, gaps[own], clause.runs[own]):
            yield from listed
            return
        before, behind = self._before(clause, own), self._behind(clause, own)
        yield from self._without_examples(gaps[own], before)
        run = clause.runs[own]
        yield Window(max(run[0], claim.start - _RUN), min(run[1], claim.end + _RUN), OWN)
        yield Window(*gaps[own + 1], behind)
        ends = {0, len(gaps) - 1}
        heard = range(max(0, own - HEARD), min(len(gaps), own + HEARD))
        for place in sorted(ends.union(heard) - {own, own + 1}):
            yield Window(*gaps[place], SHARED if place in ends else FAR)

    def _respectively(self, claim: Claim, gap: Span, run: Span) -> list[Window]:
        """甲、乙分别为1、2: the first number is that of the first word, and what follows the last is said of all."""
        head = _RESPECTIVELY.search(self._text, *gap)
        if head is None:
            return []
        members = [each.start for each in self._claims_in(run)]
        starts = [gap[0], *(mark.end() for mark in _LIST_MARK.finditer(self._text, gap[0], head.start()))]
        starts = starts[-len(members) :]
        if len(members) < 2 or len(starts) < len(members):
            return []
        bounds = pairwise([*starts, head.start()])
        own = members.index(claim.start)
        named = [Window(*span, OWN if place == own else SHARED) for place, span in enumerate(bounds)]
        return [Window(gap[0], starts[0], SHARED), *named, Window(*run, OWN)]

    def _claims_in(self, run: Span) -> Sequence[Claim]:
        first = bisect_left(self._starts, run[0])
        return self._claims[first : bisect_left(self._starts, run[1])]

    def _without_examples(self, gap: Span, weight: float) -> Iterator[Window]:
        """A、B等 in front of what is counted only gives examples of it."""
        found = _EXAMPLES.match(self._text, *self._from_first_mark(gap))
        if found is None:
            yield Window(*gap, weight)
            return
        yield Window(gap[0], found.end(), min(weight, EXAMPLES))
        yield Window(found.end(), gap[1], weight)

    def _from_first_mark(self, gap: Span) -> Span:
        marks = [at for mark in "、和及与" if (at := self._text.find(mark, *gap)) >= 0]
        return (min(marks), gap[1]) if marks else (gap[1], gap[1])

    def _before(self, clause: _Clause, own: int) -> float:
        """The gap before a claim is its own unless the claim in front looks ahead into it, as it does itself."""
        if own == 0:
            return OWN
        return NEIGHBOUR if self._ahead(clause, own - 1) and self._ahead(clause, own) else OWN

    def _behind(self, clause: _Clause, own: int) -> float:
        return OWN if own + 1 == len(clause.runs) or self._ahead(clause, own) else NEIGHBOUR

    def _ahead(self, clause: _Clause, run: int) -> bool:
        """Whether a run counts what follows it."""
        end = clause.runs[run][1]
        following = clause.runs[run + 1][0] if run + 1 < len(clause.runs) else clause.span[1]
        if self._text[end : end + 1] in _OPENS and not _CLOSES.search(self._text, end, following):
            return False  # 学校7所（幼儿园2所、小学4所）: the brackets hold its parts
        behind = self._text[end : min(clause.span[1], end + 2)]
        return bool(_LOOKS_AHEAD.match(behind)) and not _BREAKS.match(behind) and end not in self._last_words


def frames(text: str, claims: Sequence[Claim]) -> frozenset[int]:
    """Places of the claims that only set the frame of the one beside them: 前10名我市有9名, 9人进入前十名."""
    return frozenset(
        place + (first.kind == "count")
        for place, (first, second) in enumerate(pairwise(claims))
        if first.clause == second.clause
        and ((_bounds(first) and second.kind == "count") or (_bounds(second) and first.kind == "count"))
        and len(_BARE.sub("", text[first.end : second.start])) > 0
    )


def _bounds(claim: Claim) -> bool:
    return claim.kind == "rank" and "前" in claim.text


def totals(text: str, claims: Sequence[Claim]) -> frozenset[int]:
    """Places of the claims that only add up those before them: 市级28个、县级76个，合计104个."""
    return frozenset(
        place
        for place, claim in enumerate(claims)
        if claim.kind == "count"
        and _ADDS_UP.fullmatch(text, claim.clause[0], claim.start)
        and not text[claim.end : claim.clause[1]].strip()
        and [one.sentence == claim.sentence and one.unit == claim.unit for one in claims[max(0, place - 2) : place]]
        == [True, True]
    )


def _clauses(text: str, claims: Sequence[Claim]) -> Iterator[_Clause]:
    framing = frames(text, claims)
    by_clause: dict[Span, list[Span]] = {}
    for place, claim in enumerate(claims):
        if place in framing:
            continue
        runs = by_clause.setdefault(claim.clause, [])
        if runs and _BARE.fullmatch(text, runs[-1][1], claim.start):
            runs[-1] = (runs[-1][0], claim.end)
        else:
            runs.append((claim.start, claim.end))
    for span, found in by_clause.items():
        yield _Clause(span, tuple(found))
