"""The words of all candidates in one automaton, and how much of each phrase a claim's windows hold.

A phrase is found whole by the automaton, or in part by the pairs of characters it is made of: other people's words
for a thing share most of its pairs (教学骨干教师, 骨干教师). Rare pairs weigh more than common ones.
"""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from youju.claims.candidates import Candidate
from youju.claims.common_words import without_common
from youju.claims.plain_words import Written, as_written
from youju.claims.reading import Claim
from youju.claims.windows import BEFORE, HEADING, LAST_CLAUSE, OWN, TOPIC, Window

# Not 收到, 接到: there it makes the verb.
_PARTICLES = re.compile("[的了过着]|(?<![收接达受得直遇找听看做办送])到")
_PAIR = re.compile(r"(?=([\u4e00-\u9fffA-Za-z0-9]{2}))")
# Less than this share of a phrase says nothing of it.
_LEAST = 0.34
_NEXT_TO_NOTHING = 2
_FEW = 4
# Pairs with a character of grammar or number, and what every report does all the time.
_SAYS_NOTHING = re.compile(
    "[0-9的了里来出去过给让能要做搞没更最在和与及等共有为被将已年月日个各我全本县市省局校中上下是又都也还就把向对从以其所达到名人次条篇场家户起支位项件份种]"
    "|同比|环比|增长|增幅|下降|减少|降低|上升|净增|去年|组织|开展|举办|召开|参加|加强|推进|建设|完善|落实|实施|坚持|积极|深入|认真|切实|累计|其中|新增|实现|保持|获得|荣获"
)


_DIGITS = re.compile("[0-9]+")


class Find(NamedTuple):
    """A phrase that stands whole in a window."""

    phrase: str
    weight: float


class Degree(NamedTuple):
    """How much of a phrase is there, and how near: 1 and 1 where all of it stands in the claim's own words."""

    cover: float
    weight: float

    @property
    def value(self) -> float:
        """Both together."""
        return self.cover * self.weight

    @property
    def soft(self) -> float:
        """The same for what the sentence or the heading may name as well as the clause."""
        return self.cover * math.sqrt(self.weight)


NOWHERE = Degree(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the windows of a claim say: how far each phrase is there, which stand whole, and the pairs of its own.

    unknown: the share of its own words that says something and belongs to no phrase.
    """

    degrees: dict[str, Degree]
    finds: tuple[Find, ...]
    own: frozenset[str]
    unknown: float


class Terms:
    """Every phrase of the candidates, weighed.

    categories: the names of every category by its measure, also of those the ledger holds nothing of.
    """

    def __init__(self, candidates: Sequence[Candidate], categories: Mapping[str, Iterable[str]]) -> None:
        self.phrases = {one.indicator.code: phrases_of(one) for one in candidates}
        owners: dict[str, set[int]] = defaultdict(set)
        for place, one in enumerate(candidates):
            for phrase in self.phrases[one.indicator.code]:
                owners[phrase].add(place)
        self.owners = {
            phrase: frozenset(candidates[place].indicator.code for place in places) for phrase, places in owners.items()
        }
        for phrase in (name for names in categories.values() for name in names):
            owners[phrase] |= set()
        self._phrases = list(owners)
        self._automaton = AhoCorasick(self._phrases, matchkind=MatchKind.LeftmostLongest)
        self._weights = _pair_weights(owners, len(candidates))
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._totals: list[float] = []
        self._keys: list[str] = []
        self._named: dict[str, frozenset[str]] = dict(self.owners)
        for phrase in self._phrases:
            self._hold(phrase, frozenset(pairs_of(phrase)))
        self.pairs = {
            code: frozenset(pair for phrase in phrases for pair in pairs_of(phrase))
            for code, phrases in self.phrases.items()
        }
        self._hold_categories(candidates, categories)

    def _hold(self, key: str, pairs: frozenset[str]) -> None:
        for pair in pairs:
            self._holders[pair].append(len(self._keys))
        self._keys.append(key)
        self._totals.append(self._weight(pairs) or 1.0)

    def _hold_categories(self, candidates: Sequence[Candidate], categories: Mapping[str, Iterable[str]]) -> None:
        """A category's name without what the measure's names say too: 中心组集中学习 is known by 中心组."""
        said: dict[str, set[str]] = defaultdict(set)
        of_category: dict[str, set[str]] = defaultdict(set)
        for one in candidates:
            said[one.measure] |= {pair for name in one.facets.measure for pair in pairs_of(name)}
            for name in one.facets.category:
                of_category[category_key(one.measure, name)].add(one.indicator.code)
        for measure, names in categories.items():
            for name in names:
                pairs = frozenset(pairs_of(name))
                self._hold(category_key(measure, name), pairs - said[measure] or pairs)
        self._named |= {key: frozenset(codes) for key, codes in of_category.items()}

    def read(self, text: str, written: Written) -> "Scan":
        """Find all phrases of a text once, for all its claims. written: the text in written words."""
        found = {(start, end, number) for number, start, end in self._automaton.find_matches_as_indexes(text)}
        if written.changed:
            also = self._automaton.find_matches_as_indexes(written.text)
            found |= {(*written.as_it_stands(start, end), number) for number, start, end in also}
        return Scan(self, text, [(start, end, self._phrases[number]) for start, end, number in sorted(found)])

    def degrees(self, pairs: dict[str, float]) -> dict[str, Degree]:
        """How far each phrase is covered by weighted pairs."""
        there: dict[int, float] = defaultdict(float)
        near: dict[int, float] = defaultdict(float)
        for pair, weight in pairs.items():
            share = self._weights[pair]
            for number in self._holders[pair]:
                there[number] += share
                near[number] += share * weight
        return {
            self._keys[number]: Degree(cover, near[number] / total)
            for number, total in there.items()
            if (cover := total / self._totals[number]) >= _LEAST
        }

    def named(self, degrees: Iterable[str]) -> set[str]:
        """The codes of the candidates that go by any of these phrases; no other can be meant."""
        return set().union(*(self._named.get(key, ()) for key in degrees))

    def cover(self, wanted: frozenset[str], pairs: frozenset[str]) -> float:
        """How much of some pairs, by weight, is among others."""
        there = wanted & pairs
        if not there:
            return 0.0
        return self._weight(there) / (self._weight(wanted) or 1.0)

    def _weight(self, pairs: Iterable[str]) -> float:
        # Exact: a set has no order of its own, and equal scores must stay equal in every run.
        return math.fsum(map(self._weights.__getitem__, pairs))

    def known(self, pair: str) -> bool:
        """Whether any phrase has the pair."""
        return pair in self._weights


class Scan:
    """A text with its phrases found."""

    __slots__ = ("_found", "_telling", "_terms", "_text")

    def __init__(self, terms: Terms, text: str, found: list[tuple[int, int, str]]) -> None:
        self._terms, self._text, self._found = terms, text, found
        self._telling = without_common(text)  # 教育系统里现在有 says nothing of what is counted

    @property
    def names(self) -> set[int]:
        """Where the names of figures begin."""
        return {start for start, _, _ in self._found}

    def evidence(self, windows: Iterable[Window], claim: Claim) -> Evidence:
        """Weigh what stands in the windows of a claim and in the headings over it."""
        pairs: dict[str, float] = {}
        finds: dict[str, Find] = {}
        near = self._with_topic(list(windows), claim)
        for start, end, weight in near:
            # A claim's own number names nothing: 10名 is not 前10名.
            words = self._text[start:end]
            self._add(pairs, _DIGITS.sub("", words) if start <= claim.start < end else words, weight)
            for phrase in self._inside(start, end):
                if phrase not in finds or finds[phrase].weight < weight:
                    finds[phrase] = Find(phrase, weight)
        # Without its number a claim reads on: 分两批组织 says 分批组织.
        self._add(
            pairs, self._text[claim.start - 1 : claim.start] + claim.unit + self._text[claim.end : claim.end + 1], OWN
        )
        self._add(pairs, claim.heading, HEADING)
        own = frozenset(pair for pair, weight in pairs.items() if weight >= TOPIC)
        return Evidence(self._terms.degrees(pairs), tuple(finds.values()), own, self._unknown(near))

    def _unknown(self, windows: list[Window]) -> float:
        own = [pair for one in windows if one.weight >= TOPIC for pair in self._told(one)]
        saying = [pair for pair in own if says_something(pair)]
        return sum(not self._terms.known(pair) for pair in saying) / max(_FEW, len(saying))

    def _with_topic(self, windows: list[Window], claim: Claim) -> list[Window]:
        """A clause that says next to nothing (…，我们有61人) speaks of the nearest before it that names something."""
        own = [one for one in windows if one.weight >= OWN and one.start != claim.start]
        if any(self._names(one) for one in own) or self._says(own) > _NEXT_TO_NOTHING:
            return windows
        earlier = (one for one in windows if one.weight in (LAST_CLAUSE, BEFORE) and one.end <= claim.clause[0])
        topic = next((one for one in earlier if self._names(one)), None)
        return [one._replace(weight=TOPIC) if one is topic else one for one in windows]

    def _names(self, window: Window) -> bool:
        return next(self._inside(window.start, window.end), None) is not None

    def _says(self, windows: Iterable[Window]) -> int:
        return sum(says_something(pair) for one in windows for pair in self._told(one))

    def _told(self, window: Window) -> Iterator[str]:
        return pairs_of(as_written(self._telling[window.start : window.end]))

    def _add(self, pairs: dict[str, float], text: str, weight: float) -> None:
        for pair in either_way(text):
            if self._terms.known(pair):
                pairs[pair] = max(weight, pairs.get(pair, 0.0))

    def _inside(self, start: int, end: int) -> Iterator[str]:
        """The phrases within a stretch."""
        for first, last, phrase in islice(self._found, bisect_left(self._found, (start,)), None):
            if first >= end:
                return
            if last <= end:
                yield phrase


def phrases_of(one: Candidate) -> frozenset[str]:
    """All words a candidate goes by."""
    facets = one.facets
    return frozenset((*facets.whole, *facets.measure, *facets.category, *facets.occasion))


def full(finds: Iterable[Find]) -> Iterator[Find]:
    """The phrases that stand in the claim's own words."""
    return (find for find in finds if find.weight >= TOPIC)


def says_something(pair: str) -> bool:
    """Whether two characters are more than grammar, number and what every report does all the time."""
    return len(pair) == 2 and bool(_PAIR.match(pair)) and not _SAYS_NOTHING.search(pair)


def category_key(measure: str, name: str) -> str:
    """Under what a category's name is weighed within its measure."""
    return f"{measure}/{name}"


def pairs_of(text: str) -> Iterator[str]:
    """Every two characters that stand together; 的, 了 and 到 between them do not part them."""
    return (found[1] for found in _PAIR.finditer(_PARTICLES.sub("", text)))


def either_way(text: str) -> set[str]:
    """The pairs of a text as it is and of the same in written words."""
    return {*pairs_of(text), *pairs_of(as_written(text))}


def _pair_weights(owners: dict[str, set[int]], count: int) -> dict[str, float]:
    """The rarer among candidates, the heavier."""
    holders: dict[str, set[int]] = defaultdict(set)
    for phrase, places in owners.items():
        for pair in pairs_of(phrase):
            holders[pair] |= places
    return {pair: math.log(1 + count / max(1, len(places))) for pair, places in holders.items()}
