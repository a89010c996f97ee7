"""How well the words of a claim fit a candidate, from 0 to 1. Values play no part here."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from youju.claims.candidates.candidate import Candidate
from youju.claims.candidates.siblings import Siblings
from youju.claims.candidates.terms import NOWHERE, Degree, Terms, category_key
from youju.claims.context.places import Levels
from youju.claims.context.qualifiers import Named
from youju.claims.context.scan import Evidence
from youju.claims.lexicon.measure_words import class_of

_CATEGORY_SHARE = 0.6  # of what a category's and its measure's names say together
_IDLE = 0.3  # less words than this and a candidate is not looked at
_DETAIL = 0.25  # how much the facets count beside the best name
_WORD, _WORD_MOST = 0.15, 0.6  # what a measure word says of the measure, by its rarity
_SHARED_NAME = 0.4  # a name that several candidates have, where nothing says which
_UNUSED = 0.15  # a known phrase of the claim that the candidate does not go by
_SWALLOWED = 0.2  # a longer known phrase holds the one the candidate goes by
_UNNAMED = 0.3  # a category is named, the candidate takes all
_ONE_OF_SEVERAL = 0.15  # several categories are named, the candidate takes one
_ANOTHER = 0.35  # another category is named, and not the candidate's
_IS_NAMED = 0.8
_TOO_WIDE = 0.1  # a level is named, the candidate counts several
_OTHER = 0.2  # a level is named that the candidate does not have
_NEARBY = 0.6  # of these losses, where the level is not named in the claim's own words
_UNSAID = 0.08  # the candidate has a level, the text none
_NOT_EACH, _NOT_SUM = 0.1, 0.25  # 每校不少于 asks for the least; without such words it is the sum that is told
_NOT_IN_ALL = 0.25  # a sum over all categories where no word says 共 or 合计
_UNKNOWN = 0.1  # the share of the claim's own words that no candidate has
_NO_TITLE = 0.3  # 班主任26人 are not the 优秀班主任
_NO_RANKING, _RANKING = 0.3, 0.6  # a place whose ranking is named less than this
_OTHER_WORD = 0.02  # 个 where the candidate is counted in 所
_ROLLUP = 0.1  # a cell beside a declared indicator
_TOLD_APART = 0.75  # how much of what is another category's own must be there to name it too

Degrees = dict[str, Degree]


class Score(NamedTuple):
    """excluded: the claim's words name another level, so it may only serve to explain."""

    value: float
    excluded: bool


class Asked(NamedTuple):
    """What a claim asks for: the class of its measure word, and the codes of all that it may mean."""

    word: str
    rivals: frozenset[str]


class _Words(NamedTuple):
    """How far a candidate is named, and by which phrase of its own best."""

    value: float
    phrase: str


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores candidates over one set of terms. siblings: the categories of each measure."""

    terms: Terms
    siblings: dict[str, Siblings]
    words: dict[str, float]

    @classmethod
    def over(cls, candidates: Sequence[Candidate], terms: Terms, siblings: dict[str, Siblings]) -> "Scorer":
        """The rarer the measure word among the candidates, the more it names by itself: 批 and 户 do, 人 does not."""
        classes = Counter(class_of(one.word) for one in candidates)
        total = len(candidates)
        words = {name: min(_WORD_MOST, _WORD * math.log(total / count)) for name, count in classes.items() if name}
        return cls(terms, siblings, words)

    def score(self, one: Candidate, evidence: Evidence, named: Named, asked: Asked) -> Score:
        """Score one candidate for one claim."""
        word = self.words.get(asked.word, 0.0) if class_of(one.word) == asked.word else 0.0
        words = self._words(one, evidence.degrees, word, asked.rivals)
        if words.value < _IDLE:  # whatever else it lacks only lowers it
            return Score(0.0, False)
        lost = self._unused(one, words.phrase, evidence, asked.rivals) + _level_loss(one, named)
        lost += self._category_loss(one, evidence) + (0.0 if one.declared else _ROLLUP)
        lost += _UNKNOWN * evidence.unknown + self._total_loss(one, named)
        if one.indicator.code in self.terms.titles and not evidence.honours:
            lost += _NO_TITLE
        if class_of(one.word) not in (asked.word, ""):
            lost += _OTHER_WORD
        if one.form == "rank" and not self._names_ranking(one, evidence.degrees):
            lost += _NO_RANKING
        if named.each != (one.indicator.shape == "min"):
            lost += _NOT_EACH if named.each else _NOT_SUM
        return Score(max(0.0, words.value - lost), _is_other_level(one.levels, named))

    def _names_ranking(self, one: Candidate, degrees: Degrees) -> bool:
        """A place speaks only of a ranking that is named: 位列全市第一 says nothing by itself."""
        category = _soft(self.terms.category_keys[one.indicator.code], degrees)
        return max(category, _best(one.facets.whole, degrees)) >= _RANKING

    def _words(self, one: Candidate, degrees: Degrees, word: float, rivals: frozenset[str]) -> _Words:
        """The best name, and how far the facets bear it out."""
        facets = one.facets
        name = _best_phrase(facets.whole, degrees)
        whole = degrees.get(name, NOWHERE).value
        measure = _best(facets.measure, degrees)
        parts, joint = [measure], measure
        if facets.category:
            category = _soft(self.terms.category_keys[one.indicator.code], degrees)
            # Of the things a category has, the measure word tells which: 两批, 3天, 90名.
            measure = parts[0] = max(measure, word if category else 0.0)
            parts.append(category)
            joint = _CATEGORY_SHARE * category + (1 - _CATEGORY_SHARE) * measure
            # No other measure has a 师德标兵: it says by itself that somebody was honoured.
            joint = max(joint, _best(self.terms.alone_keys[one.indicator.code], degrees))
            if len(self.terms.owners.get(name, frozenset()) & rivals) > 1:  # 答复率 is that of several
                whole *= 1 - _SHARED_NAME * (1 - category)
        if facets.occasion:
            parts.append(_best(facets.occasion, degrees))
            joint = (joint + parts[-1]) / 2
        value = (1 - _DETAIL) * max(whole, joint) + _DETAIL * sum(parts) / len(parts)
        return _Words(value, name if whole >= joint else _best_phrase(facets.category or facets.measure, degrees))

    def _unused(self, one: Candidate, phrase: str, evidence: Evidence, rivals: frozenset[str]) -> float:
        """What the claim says in known words that the candidate leaves out."""
        own = self.terms.phrases[one.indicator.code]
        foreign = evidence.said - own
        unused = 1.0 - self.terms.cover(evidence.own, self.terms.pairs[one.indicator.code]) if evidence.own else 0.0
        swallowed = phrase not in evidence.said and any(
            phrase in each and self.terms.owners.get(each, frozenset()) & rivals for each in foreign
        )
        return _UNUSED * unused + (_SWALLOWED if swallowed else 0.0)

    def _total_loss(self, one: Candidate, named: Named) -> float:
        """A sum over all categories is not meant unless the text says so: 共, 合计, 累计."""
        everything = not one.declared and not one.indicator.category and one.measure in self.siblings
        return _NOT_IN_ALL if everything and not named.total else 0.0

    def _category_loss(self, one: Candidate, evidence: Evidence) -> float:
        """A total where a category is named, or one category where several are.

        A category that bears its measure's own name (学习报告) narrows nothing.
        """
        siblings = self.siblings.get(one.measure)
        if siblings is None:
            return 0.0
        if len(one.indicator.category) == 1:
            (own,) = one.indicator.category
            if not self._names_another(siblings, own, evidence):
                return 0.0
            return _ONE_OF_SEVERAL if _soft(siblings.keys[own], evidence.degrees) >= _IS_NAMED else _ANOTHER
        own_name = {category_key(one.measure, name) for name in one.facets.measure}
        nearest, named = max(
            (
                (_soft(names, evidence.degrees), code)
                for code, names in siblings.keys.items()
                if not own_name.issuperset(names)
            ),
            default=(0.0, ""),
        )
        if self._names_another(siblings, named, evidence):
            return 0.0
        return _UNNAMED * nearest

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


def _level_loss(one: Candidate, named: Named) -> float:
    mentions = named.firm or named.loose
    if not mentions:
        return _UNSAID if one.indicator.level else 0.0
    if not one.levels:
        return 0.0
    share = 1.0 if named.firm else _NEARBY
    if not _meets_all(one.levels, mentions):
        return _OTHER * share
    return _TOO_WIDE * share if len(one.levels) > len(mentions) else 0.0


def _meets_all(levels: Levels, mentions: Iterable[Levels]) -> bool:
    return all(levels & mention for mention in mentions)


def _is_other_level(levels: Levels, named: Named) -> bool:
    """Whether another level is named, or of a figure over several levels only some: 省级以上 is not 市级以上."""
    mentions = named.firm or named.loose
    if not (levels and mentions):
        return False
    return not any(levels & mention for mention in mentions) or (
        bool(named.firm) and levels > frozenset().union(*mentions)
    )
