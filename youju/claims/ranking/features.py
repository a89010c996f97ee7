"""What the score of a candidate is made of: by how much a claim's words name it, and what speaks against it.

Each feature lies between 0 and 1 and is told by words alone; values play no part here.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from youju.claims.candidates.candidate import Candidate
from youju.claims.candidates.siblings import Siblings
from youju.claims.candidates.terms import NOWHERE, Degree, Terms, category_key
from youju.claims.context.qualifiers import Named
from youju.claims.context.scan import Evidence
from youju.claims.lexicon.measure_words import class_of, counts_loosely, counts_otherwise
from youju.claims.reading import Claim

_IDLE = 0.3  # a candidate that is named less is not looked at
_CATEGORY_SHARE = 0.6  # of what a category's and its measure's names say together
_SHARED_NAME = 0.4  # what a name loses that several candidates have, where nothing says which
_WORD, _WORD_MOST = 0.15, 0.6  # what a measure word says of the measure, by its rarity
_IS_NAMED = 0.8
_BOTH = 2  # with what a neighbour lends and without
_SEVERAL = 0.5  # of another category's part, where the candidate's own is named beside it
_TOLD_APART = 0.75  # how much of what is another category's own must be there to name it too
_RANKING = 0.6  # a place whose ranking is named less than this speaks of no ranking
_NEARBY = 0.6  # of a level's part, where it is not named in the claim's own words

Degrees = dict[str, Degree]


class Features(NamedTuple):
    """The features, each from 0 to 1; weights.toml says what each stands for and which way it moves the score."""

    name: float = 0.0
    facets: float = 0.0
    unused: float = 0.0
    other_level: float = 0.0
    unsaid_level: float = 0.0
    other_category: float = 0.0
    unsaid_category: float = 0.0
    undeclared: float = 0.0
    unsaid_sum: float = 0.0
    unnamed_kind: float = 0.0
    not_each: float = 0.0
    counted_otherwise: float = 0.0


NOT_NAMED = Features()
_ALONE = Features(name=0.6)  # what a bare noun names may be right, and nothing is wrong for it


class Asked(NamedTuple):
    """What asks: a claim, and the codes of all that it may mean."""

    claim: Claim
    rivals: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scorer:
    """Tells the features of candidates over one set of terms.

    siblings: the categories of each measure. rarity: what each class of measure words names by itself.
    """

    terms: Terms
    siblings: dict[str, Siblings]
    rarity: dict[str, float]

    @classmethod
    def over(cls, candidates: Sequence[Candidate], terms: Terms, siblings: dict[str, Siblings]) -> "Scorer":
        """The rarer the measure word among the candidates, the more it names by itself: 批 and 户 do, 人 does not."""
        classes = Counter(class_of(one.word) for one in candidates)
        total = len(candidates)
        rarity = {name: min(_WORD_MOST, _WORD * math.log(total / count)) for name, count in classes.items() if name}
        return cls(terms, siblings, rarity)

    def features(self, one: Candidate, evidence: Evidence, named: Named, asked: Asked) -> Features:
        """The features of one candidate for one claim; none of one that is hardly named, whatever else it lacks."""
        if evidence.alone in one.facets.whole:
            return _ALONE
        name, facets = self._named(one, evidence, asked)
        if name < _IDLE:
            return NOT_NAMED
        return Features(
            name=name,
            facets=facets,
            unused=self._unused(one, evidence),
            other_level=_other_level(one, named),
            unsaid_level=bool(one.indicator.level) and not (named.firm or named.loose),
            other_category=self._other_category(one, evidence),
            unsaid_category=self._unsaid_category(one, evidence),
            undeclared=not one.declared,
            unsaid_sum=self._is_whole(one) and not named.total,
            unnamed_kind=self._is_unnamed_kind(one, evidence),
            not_each=named.each != (one.indicator.shape == "min"),
            counted_otherwise=is_counted_otherwise(one, asked.claim),
        )

    def _named(self, one: Candidate, evidence: Evidence, asked: Asked) -> tuple[float, float]:
        """How much of the best name is there, and of all facets."""
        facets, degrees = one.facets, evidence.degrees
        name = _best_phrase(facets.whole, degrees)
        whole = degrees.get(name, NOWHERE).value
        parts = [_best(facets.measure, degrees)]
        joint = parts[0]
        if facets.category:
            category = _soft(self.terms.category_keys[one.indicator.code], degrees)
            if parts[0] < _IDLE:  # 支部 names the branches' study only where 学习 is said
                category = min(category, _soft(facets.category, degrees))
            # Of the things a category has, the measure word tells which: 两批, 3天, 90名.
            said = class_of(asked.claim.unit)
            word = self.rarity.get(said, 0.0) if class_of(one.word) == said and category else 0.0
            measure, parts = parts[0], [max(parts[0], word), category]
            joint = _CATEGORY_SHARE * category + (1 - _CATEGORY_SHARE) * parts[0]
            # No other measure has a 师德标兵: it says by itself that somebody was honoured.
            joint = max(joint, _best(self.terms.alone_keys[one.indicator.code], degrees))
            # 支部学习 alone names no part of the sessions, nor 中职 the pupils of all stages.
            if (one.part or len(one.indicator.category) > 1) and measure < _IDLE:
                joint = 0.0
            if len(self.terms.owners.get(name, frozenset()) & asked.rivals) > 1:  # 答复率 is that of several
                whole *= 1 - _SHARED_NAME * (1 - category)
        if facets.occasion:
            parts.append(_best(facets.occasion, degrees))
            joint = (joint + parts[-1]) / 2
        return max(whole, joint), sum(parts) / len(parts)

    def _unused(self, one: Candidate, evidence: Evidence) -> float:
        """What the claim says in known words that the candidate leaves out."""
        pairs = self.terms.pairs[one.indicator.code]
        said = [some for some in (evidence.own, evidence.closest) if some]
        return sum(1.0 - self.terms.cover(some, pairs) for some in said) / _BOTH

    def _is_whole(self, one: Candidate) -> bool:
        """Whether it is the sum over all categories, which is not meant unless the text says so: 共, 合计, 累计."""
        return not one.declared and not one.indicator.category and one.measure in self.siblings

    def _is_unnamed_kind(self, one: Candidate, evidence: Evidence) -> bool:
        """班主任26人 are not the 优秀班主任, and 位列全市第一 says nothing of a ranking."""
        if one.indicator.code in self.terms.titles and not evidence.honours:
            return True
        if one.form != "rank":
            return False
        category = _soft(self.terms.category_keys[one.indicator.code], evidence.degrees)
        return max(category, _best(one.facets.whole, evidence.degrees)) < _RANKING

    def _other_category(self, one: Candidate, evidence: Evidence) -> float:
        """1 where another category is named and not the candidate's; less where several are, its own among them."""
        siblings = self.siblings.get(one.measure)
        if siblings is None or len(one.indicator.category) != 1:
            return 0.0
        (own,) = one.indicator.category
        if not self._names_another(siblings, own, evidence):
            return 0.0
        return 1 - _SEVERAL if _soft(siblings.keys[own], evidence.degrees) >= _IS_NAMED else 1.0

    def _unsaid_category(self, one: Candidate, evidence: Evidence) -> float:
        """How far a single category is named, where the candidate takes all.

        A category that bears its measure's own name (学习报告) narrows nothing.
        """
        siblings = self.siblings.get(one.measure)
        if siblings is None or len(one.indicator.category) == 1:
            return 0.0
        own_name = {category_key(one.measure, name) for name in one.facets.measure}
        others = [(names, code) for code, names in siblings.keys.items() if not own_name.issuperset(names)]
        nearest, code = max(((_soft(names, evidence.degrees), code) for names, code in others), default=(0.0, ""))
        return 0.0 if self._names_another(siblings, code, evidence) else nearest

    def _names_another(self, siblings: Siblings, code: str, evidence: Evidence) -> bool:
        """Whether the claim's own words hold what tells another category from this one."""
        others = siblings.others.get(code, {})
        near = (pairs for pair in evidence.own.intersection(others) for pairs in others[pair])
        return any(self.terms.cover(pairs, evidence.own) >= _TOLD_APART for pairs in near)


def _best(phrases: Iterable[str], degrees: Degrees) -> float:
    return max([degrees[phrase].value for phrase in phrases if phrase in degrees], default=0.0)


def _soft(phrases: Iterable[str], degrees: Degrees) -> float:
    return max([degrees[phrase].soft for phrase in phrases if phrase in degrees], default=0.0)


def _best_phrase(phrases: Sequence[str], degrees: Degrees) -> str:
    there = [phrase for phrase in phrases if phrase in degrees]
    if not there:
        return max(phrases, key=len, default="")
    return max(there, key=lambda phrase: (degrees[phrase].value, len(phrase)))


def _other_level(one: Candidate, named: Named) -> float:
    """1 where a level is named that the candidate does not have; half where it counts several beside it."""
    mentions = named.firm or named.loose
    if not mentions or not one.levels:
        return 0.0
    share = 1.0 if named.firm else _NEARBY
    if not all(one.levels & mention for mention in mentions):
        return share
    return share / 2 if len(one.levels) > len(mentions) else 0.0


def is_counted_otherwise(one: Candidate, claim: Claim) -> bool:
    """Whether the claim counts what the candidate counts, but not what counts as one: 户次 and 户."""
    return counts_otherwise(claim, one.word) or counts_loosely(claim, one.word)


def is_other_level(one: Candidate, named: Named) -> bool:
    """Whether another level is named, or of a figure over several levels only some: 省级以上 is not 市级以上.

    What is only named nearby tells apart nothing but what is kept by level: 市学科带头人61人，模范党员30名.
    """
    levels, mentions = one.levels, named.firm or (named.loose if one.indicator.level or not one.declared else ())
    if not (levels and mentions):
        return False
    return not any(levels & mention for mention in mentions) or (
        bool(named.firm) and levels > frozenset().union(*mentions)
    )
