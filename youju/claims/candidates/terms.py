"""The words of all candidates in one automaton, and how much of each phrase a claim's windows hold.

A phrase is found whole by the automaton, or in part by the pairs of characters it is made of: other people's words
for a thing share most of its pairs (教学骨干教师, 骨干教师). Rare pairs weigh more than common ones.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from youju.claims.candidates.candidate import Candidate
from youju.claims.lexicon.common_words import TITLES
from youju.claims.lexicon.plain_words import Written, as_written

# Not 收到, 接到: there it makes the verb.
_PARTICLES = re.compile("[的了过着]|(?<![收接达受得直遇找听看做办送])到")
_PAIR = re.compile(r"(?=([\u4e00-\u9fffA-Za-z0-9]{2}))")
# Less than this share of a phrase says nothing of it.
_LEAST = 0.34

Pairs = Mapping[str, frozenset[str]]
"""The pairs of each phrase."""


class Degree(NamedTuple):
    """How much of a phrase is there and how near: 1 where all of it stands in the claim's own words.

    soft: the same for what the sentence or the heading may name as well as the clause.
    """

    value: float
    soft: float


NOWHERE = Degree(0.0, 0.0)


class Terms:
    """Every phrase of the candidates, weighed.

    categories: the names of every category by its measure, also of those the ledger holds nothing of. category_keys: of
    each candidate; alone_keys: those of names that one measure alone has. telling: the phrases that name a figure; 入选
    does not say of what. titles: the candidates that none names without a title, as 优秀班主任.
    """

    def __init__(self, candidates: Sequence[Candidate], categories: Mapping[str, Iterable[str]]) -> None:
        self.phrases = {one.indicator.code: phrases_of(one) for one in candidates}
        owners: dict[str, set[int]] = defaultdict(set)
        for place, one in enumerate(candidates):
            for phrase in self.phrases[one.indicator.code]:
                owners[phrase].add(place)
        self.telling = _telling(candidates)
        self.titles = frozenset(one.indicator.code for one in candidates if _is_title(one))
        self.owners = {
            phrase: frozenset(candidates[place].indicator.code for place in places) for phrase, places in owners.items()
        }
        for phrase in (name for names in categories.values() for name in names):
            owners[phrase] |= set()
        self._phrases = list(owners)
        self._automaton = AhoCorasick(self._phrases, matchkind=MatchKind.LeftmostLongest)
        pairs = {phrase: frozenset(pairs_of(phrase)) for phrase in owners}
        self._weights = _pair_weights(owners, pairs, len(candidates))
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._totals: list[float] = []
        self._keys: list[str] = []
        self._named: dict[str, frozenset[str]] = dict(self.owners)
        for phrase in self._phrases:
            self._hold(phrase, pairs[phrase])
        self.pairs = {
            one.indicator.code: frozenset(pairs_of("，".join(_full_names(one)))).union(
                *map(pairs.__getitem__, self.phrases[one.indicator.code])
            )
            for one in candidates
        }
        self._hold_categories(candidates, categories, pairs)
        self.category_keys = {
            one.indicator.code: tuple(category_key(one.measure, name) for name in one.facets.category)
            for one in candidates
        }
        times = Counter(name for names in categories.values() for name in set(names))
        self.alone_keys = {
            one.indicator.code: tuple(
                category_key(one.measure, name) for name in one.facets.category if times[name] == 1
            )
            for one in candidates
        }

    def _hold(self, key: str, pairs: frozenset[str]) -> None:
        for pair in pairs:
            self._holders[pair].append(len(self._keys))
        self._keys.append(key)
        self._totals.append(self._weight(pairs) or 1.0)

    def _hold_categories(
        self, candidates: Sequence[Candidate], categories: Mapping[str, Iterable[str]], pairs: Pairs
    ) -> None:
        """A category's name without what the measure's names say too: 中心组集中学习 is known by 中心组."""
        said: dict[str, set[str]] = defaultdict(set)
        of_category: dict[str, set[str]] = defaultdict(set)
        for one in candidates:
            said[one.measure].update(*map(pairs.__getitem__, one.facets.measure))
            for name in one.facets.category:
                of_category[category_key(one.measure, name)].add(one.indicator.code)
        for measure, names in categories.items():
            for name in names:
                self._hold(category_key(measure, name), pairs[name] - said[measure] or pairs[name])
        self._named |= {key: frozenset(codes) for key, codes in of_category.items()}

    def find(self, text: str, written: Written) -> list[tuple[int, int, str]]:
        """Where phrases stand in a text, in its order. written: the text in written words."""
        found = {(start, end, number) for number, start, end in self._automaton.find_matches_as_indexes(text)}
        if written.changed:
            also = self._automaton.find_matches_as_indexes(written.text)
            found |= {(*written.as_it_stands(start, end), number) for number, start, end in also}
        return [(start, end, self._phrases[number]) for start, end, number in sorted(found)]

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
            self._keys[number]: Degree(cover * (weight := near[number] / total), cover * math.sqrt(weight))
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


def _is_title(one: Candidate) -> bool:
    names = one.facets.category or one.facets.whole
    return bool(names) and all(any(title in name for title in TITLES) for name in names)


def _telling(candidates: Sequence[Candidate]) -> frozenset[str]:
    """All phrases but the names of measures that have categories."""
    divided = {one.measure for one in candidates if one.facets.category}
    return frozenset().union(
        *((*one.facets.whole, *one.facets.category, *one.facets.occasion) for one in candidates),
        *(one.facets.measure for one in candidates if one.measure not in divided),
    )


def _full_names(one: Candidate) -> Iterable[str]:
    """Its names with their levels, which phrases leave out: 全国 is said of 全国文明校园, though it names no figure."""
    return (one.indicator.zh, *one.indicator.aliases) if one.declared else ()


def phrases_of(one: Candidate) -> frozenset[str]:
    """All words a candidate goes by."""
    facets = one.facets
    return frozenset((*facets.whole, *facets.measure, *facets.category, *facets.occasion))


def category_key(measure: str, name: str) -> str:
    """Under what a category's name is weighed within its measure."""
    return f"{measure}/{name}"


def pairs_of(text: str) -> Iterator[str]:
    """Every two characters that stand together; 的, 了 and 到 between them do not part them."""
    return (found[1] for found in _PAIR.finditer(_PARTICLES.sub("", text)))


def either_way(text: str) -> Iterable[str]:
    """The pairs of a text as it is and of the same in written words, each once."""
    written = as_written(text)
    return dict.fromkeys((*pairs_of(text), *(pairs_of(written) if written != text else ())))


def _pair_weights(owners: dict[str, set[int]], pairs: Pairs, count: int) -> dict[str, float]:
    """The rarer among candidates, the heavier."""
    holders: dict[str, set[int]] = defaultdict(set)
    for phrase, places in owners.items():
        for pair in pairs[phrase]:
            holders[pair] |= places
    return {pair: math.log(1 + count / max(1, len(places))) for pair, places in holders.items()}
