"""A text with all that is looked up in it once, and the candidates of each claim by its words alone."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from youju.claims.candidates.candidate import Candidate
from youju.claims.candidates.terms import pairs_of, phrases_of
from youju.claims.context.places import Places
from youju.claims.context.qualifiers import Named, Qualifiers
from youju.claims.context.scan import Scan
from youju.claims.context.turning_words import TurningWords
from youju.claims.context.unexplained import OwnWords, UnexplainedWords
from youju.claims.context.windows import TOPIC, Window, Windows, frames, totals
from youju.claims.lexicon.measure_words import class_of, counts_otherwise
from youju.claims.lexicon.plain_words import Written
from youju.claims.memory.remembered import Memory
from youju.claims.ranking.fit import counted_kind, fits
from youju.claims.ranking.ledger import Ledger
from youju.claims.ranking.score import Asked, Score
from youju.claims.reading import Claim
from youju.claims.reading.claim import Span
from youju.indicators.indicator import LASTING

_COUNTS_UNITS = 0.15  # 12个镇: the noun behind the number is the kind of unit that is counted

_OTHERWISE = 0.1  # 户次 where households are counted: what is counted as the text counts comes first


class Ranked(NamedTuple):
    """A candidate by its words alone.

    excluded: it is not what the words mean; otherwise: for no reason but that it counts persons, and they attendances,
    or that it is the least of units, and they speak of each person.
    """

    candidate: Candidate
    score: float
    excluded: bool
    otherwise: bool = False


class Ranker:
    """A text with all that is looked up in it once."""

    def __init__(self, text: str, claims: Sequence[Claim], ledger: Ledger, places: Places) -> None:
        self.text, self.claims, self.ledger = text, claims, ledger
        self.frames, self.totals = frames(text, claims), totals(text, claims)
        self.memory = Memory.of(ledger.unit)
        self._windows = Windows(text, claims)
        written = Written.of(text)
        self._scan = Scan(ledger.vocabulary.scorer.terms, text, written)
        self._qualifiers = Qualifiers(text, written, self._scan.names, places, ledger.period)
        figures = ((claim.start, claim.end) for claim in claims)
        self._unexplained = UnexplainedWords(text, written, [*figures, *self._qualifiers.spans])
        self._turns = TurningWords(text, ledger.period.last.year)
        self._home = frozenset(pair for name in places.own for pair in pairs_of(name))
        # What stands near a claim, and by which words a candidate goes, is asked for each of its options.
        self._heard: dict[int, tuple[Sequence[Window], Sequence[Window]]] = {}
        self._owns: dict[tuple[str, bool], OwnWords] = {}

    def ranked(self, index: int, asked: Claim | None = None) -> tuple[list[Ranked], Named]:
        """The candidates of a claim, best words first, and what its words narrow it to.

        asked: in its stead, the same in another sort of number.
        """
        claim, (windows, heard) = asked or self.claims[index], self._hearing(index)
        named = self._qualifiers.of(claim.start, claim.sentence, windows)
        evidence = self._scan.evidence(heard, claim)
        kind = counted_kind(self.text, claim)
        vocabulary, scorer = self.ledger.vocabulary, self.ledger.vocabulary.scorer
        meant = vocabulary.coded(scorer.terms.named(evidence.degrees))
        able = [one for one in meant if fits(claim, one, kind)]
        wanted = Asked(class_of(claim.unit), frozenset(one.indicator.code for one in able))
        # What each unit did does not say what each person did, nor does the sum of all.
        by_unit = {one.measure for one in able if named.each_person and _least_of_units(one)}
        scores = ((one, scorer.score(one, evidence, named, wanted)) for one in able)
        found = [self._ranked(claim, one, score, kind, one.measure in by_unit) for one, score in scores]
        return sorted((one for one in found if one.score > 0), key=lambda one: -one.score), named

    def unexplained(self, index: int, one: Candidate, *, changed: bool) -> tuple[str, ...]:
        """The words beside a claim that make it doubtful whether a candidate is meant that its words named.

        changed: the claim states a change, so that words for one belong to it.
        """
        own = self._own(one, changed=changed)
        spans = list(self._near(index, own.pairs))
        # Of its levels a figure says itself which it counts; one without any counts what is the unit's own.
        wide = () if one.levels else self._qualifiers.wide(spans)
        return (*self._turns.before(self.claims[index]), *wide, *self._unexplained.beside(spans, own))

    def _near(self, index: int, pairs: Collection[str]) -> Iterator[Span]:
        """The stretches beside a claim; its topic too where that ends in the noun, as in 已注销的志愿者，我们有962人.

        pairs: the pairs of characters that a figure goes by.
        """
        windows, heard = self._hearing(index)
        yield from ((window.start, window.end) for window in windows if window.weight >= TOPIC)
        for topic in set(heard).difference(windows):
            if self.text[topic.start : topic.end].rstrip("，、：； ")[-2:] in pairs:
                yield topic.start, topic.end

    def _hearing(self, index: int) -> tuple[Sequence[Window], Sequence[Window]]:
        """The windows of a claim, and the same with its topic among its own words."""
        if index not in self._heard:
            claim, windows = self.claims[index], self._windows.of(index)
            before = self._windows.of_sentence_before(claim)
            self._heard[index] = windows, self._scan.with_topic(windows, before, claim)
        return self._heard[index]

    def _own(self, one: Candidate, *, changed: bool) -> OwnWords:
        """What explains words beside a number that a candidate gives."""
        key = one.indicator.code, changed
        if key not in self._owns:
            told = frozenset(pair for name in one.told for pair in pairs_of(name))
            pairs = self.ledger.vocabulary.scorer.terms.pairs[one.indicator.code] | told | self._home
            names = (*phrases_of(one), *one.told)
            self._owns[key] = OwnWords.of(names, pairs, grows=one.indicator.shape not in LASTING, changed=changed)
        return self._owns[key]

    def _ranked(self, claim: Claim, one: Candidate, score: Score, kind: str, by_unit: bool) -> Ranked:
        counts_units = one.indicator.of == "unit" and kind in one.indicator.unit_kind
        otherwise = counts_otherwise(claim, one.word)
        value = score.value + (_COUNTS_UNITS if counts_units and score.value else 0.0)
        if otherwise:
            return Ranked(one, value - _OTHERWISE, excluded=True, otherwise=not score.excluded)
        if by_unit and not one.indicator.over:
            return Ranked(one, value, excluded=True, otherwise=_least_of_units(one) and not score.excluded)
        return Ranked(one, value, score.excluded)


def _least_of_units(one: Candidate) -> bool:
    """Whether it is the least of any unit, and not of any person."""
    return one.indicator.shape == "min" and not one.indicator.over
