"""A text with all that is looked up in it once, and the candidates of each claim by its words alone."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from youju.claims.candidates.candidate import Candidate
from youju.claims.candidates.terms import pairs_of, phrases_of
from youju.claims.context.named_period import LAST_YEAR, tells_part_of_year
from youju.claims.context.places import Places
from youju.claims.context.qualifiers import Named, Qualifiers
from youju.claims.context.scan import Evidence, Scan
from youju.claims.context.turning_words import TurningWords
from youju.claims.context.unexplained import OwnWords, UnexplainedWords
from youju.claims.context.windows import HEARD, SHARED, TOPIC, Window, Windows, frames, totals
from youju.claims.lexicon.measure_words import class_of
from youju.claims.lexicon.plain_words import Written
from youju.claims.memory.remembered import Memory
from youju.claims.ranking.features import NOT_NAMED, Asked, Features, is_counted_otherwise, is_other_level
from youju.claims.ranking.fit import counted_kind, fits
from youju.claims.ranking.ledger import Ledger
from youju.claims.ranking.score import score
from youju.claims.reading import Claim
from youju.claims.reading.claim import Span
from youju.indicators.indicator import LASTING

_HAN = re.compile("[\u4e00-\u9fff]")
# 52项，比上年多10项 and 52项，上年42项 say nothing of what is counted.
_SAYS_NO_MORE = re.compile(
    f"、?(?:(?:[比较]{LAST_YEAR}(?:同期|秋季)?|同比|环比)(?:整整|足足)?[^\\W\\d]{{1,3}}|而?{LAST_YEAR}(?:同期)?(?:仅?[为是有])?)"
)
_RATE = re.compile("([\u4e00-\u9fff][率度])[均仍都只仅高]?[为是达有占]?到?$")
_EQUALLY_MEANT = 0.05
_BORROWED = 0.2  # more than this of a score from a neighbour's words, and the claim does not name it itself


class Ranked(NamedTuple):
    """A candidate by its words alone.

    excluded: it is not what the words mean; otherwise: for no reason but that it counts persons, and they attendances,
    or that it is the least of units, and they speak of each person.
    """

    candidate: Candidate
    score: float
    excluded: bool
    otherwise: bool = False
    features: Features = NOT_NAMED

    def told(self, features: Features) -> "Ranked":
        """The same as some features have it."""
        return self._replace(score=score(features), features=features)


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
        self._unexplained = UnexplainedWords(text, written, [*figures, *self._qualifiers.spans, *places.home_in(text)])
        self._turns = TurningWords(text, ledger.period.last.year, places.home)
        self._home = frozenset(pair for name in places.own for pair in pairs_of(name))
        # What stands near a claim, and by which words a candidate goes, is asked for each of its options.
        self._heard: dict[int, tuple[Sequence[Window], Sequence[Window]]] = {}
        self._with: dict[int, int] = {}
        self._owns: dict[tuple[str, bool], OwnWords] = {}
        self._lent: dict[int, tuple[int, Candidate]] = {}
        self._begins_anew = re.compile("|".join(("[；;]", *places.home)))
        self._ranked: dict[int, tuple[list[Ranked], Named]] = {}

    def ranked(self, index: int, asked: Claim | None = None) -> tuple[list[Ranked], Named]:
        """The candidates of a claim, best words first, and what its words narrow it to.

        asked: in its stead, the same in another sort of number.
        """
        found, named = self._by_words(index, asked)
        if (whole := self._whole_of(index, named)) is not None and not (named.firm and whole.levels):
            found = [one for one in found if one.candidate != whole]
        if asked is None and (told := self._told_by_topic(index, named)) is not None:
            found = [one for one in found if one.candidate != told]
        return self._of_the_part_before(index, found, named), named

    def _by_words(self, index: int, asked: Claim | None = None) -> tuple[list[Ranked], Named]:
        """The same without regard to what the figures before it speak of, so that no text makes it go back far."""
        if asked is None and index in self._ranked:
            return self._ranked[index]
        claim, (windows, heard) = asked or self.claims[index], self._hearing(index)
        told_with = self.claims[self._told_with(index)]
        named = self._qualifiers.of(claim, windows, told_with.clause)
        evidence = self._scan.evidence(heard, claim, told_with)
        kind = counted_kind(self.text, claim)
        vocabulary, scorer = self.ledger.vocabulary, self.ledger.vocabulary.scorer
        meant = vocabulary.coded(scorer.terms.named((*evidence.degrees, evidence.alone)))
        able = _of_each([one for one in meant if fits(claim, one, kind)], named)
        wanted = Asked(claim, frozenset(one.indicator.code for one in able))
        # What each unit did does not say what each person did, nor does the sum of all.
        by_unit = {one.measure for one in able if named.each_person and _least_of_units(one)}
        told = ((one, scorer.features(one, evidence, named, wanted)) for one in able)
        found = [_ranked(claim, one, features, named, by_unit) for one, features in told]
        if claim.kind == "percent":
            found = self._shares_said(claim, found, evidence)
        found = self._without_borrowed(claim, found, heard, named, wanted)
        ranked = sorted((one for one in found if one.score > 0), key=lambda one: -one.score), named
        if asked is None:
            self._ranked[index] = ranked
        return ranked

    def _shares_said(self, claim: Claim, found: list[Ranked], evidence: Evidence) -> list[Ranked]:
        """Those whose own words are said: in 回收率98%，满意度98% neither the topic nor another rate names a share."""
        pairs = self.ledger.vocabulary.scorer.terms.pairs
        found = [one for one in found if evidence.closest & pairs[one.candidate.indicator.code]] or found
        said = _RATE.search(self.text, claim.clause[0], claim.start)
        if said is None:
            return found
        return [one for one in found if any(name.endswith(said[1]) for name in one.candidate.facets.whole)] or found

    def _whole_of(self, index: int, named: Named) -> Candidate | None:
        """What the figure before 其中 speaks of: no candidate for its part, unless a level or time tells them apart."""
        claim = self.claims[index]
        among = self.text.rfind("其中", claim.sentence[0], claim.start)
        wholes = [place for place in range(index) if claim.sentence[0] <= self.claims[place].start < among]
        if not wholes or re.search("[；;]", self.text[among : claim.start]):
            return None
        ranked, theirs = self._by_words(wholes[-1])
        if theirs.period != named.period:
            return None
        return next((one.candidate for one in ranked if not one.excluded), None)

    def _of_the_part_before(self, index: int, found: list[Ranked], named: Named) -> list[Ranked]:
        """小学招生3442人，毕业3476人: a part that one figure names is meant by the next, where that names none."""
        best = next((one for one in found if not one.excluded), None)
        if best is None or named.total or not best.candidate.declared or best.candidate.indicator.category:
            return found
        place, other = self._part_before(index)
        part = self.ledger.vocabulary.parts.get((best.candidate.measure, other.indicator.category)) if other else None
        if other is None or part is None:
            return found
        self._lent[index] = place, other
        others = (one._replace(excluded=one.excluded or one == best) for one in found if one.candidate != part)
        return [best._replace(candidate=part), *others]

    def _part_before(self, index: int) -> tuple[int, Candidate | None]:
        """The nearest figure before that is a part; none beyond 全县 or a semicolon, nor where parts are listed."""
        part: tuple[int, Candidate | None] = index, None
        for place in reversed(range(max(0, index - HEARD), index)):
            claim, end = self.claims[place], self.claims[place + 1].start
            if claim.sentence != self.claims[index].sentence or self._begins_anew.search(self.text, claim.end, end):
                break
            first = next((one.candidate for one in self._by_words(place)[0] if not one.excluded), None)
            if part[1] is not None:
                return (index, None) if first is not None and first.measure == part[1].measure else part
            if first is not None and first.indicator.category:
                part = place, first
        return part

    def _told_by_topic(self, index: int, named: Named) -> Candidate | None:
        """What a like figure in the clause speaks of that lends this one its topic: 意见建议126条，落实126条.

        Of another unit, time or level the same may be told once more.
        """
        windows, heard = self._hearing(index)
        lending = set(heard).difference(windows)
        for place in reversed(range(index)):
            other = self.claims[place]
            if other.sentence != self.claims[index].sentence:
                return None
            lends = any(topic.start <= other.start < topic.end for topic in lending)
            if lends and class_of(other.unit) == class_of(self.claims[index].unit) and not self._turns.of(other):
                ranked, theirs = self._by_words(place)
                same = (theirs.unit, theirs.period, theirs.firm) == (named.unit, named.period, named.firm)
                able = [one for one in ranked if same and not one.excluded]
                # 网络咨询158条，答复156条: the first may be one of two, and the second tells which it is not.
                doubtful = len(able) > 1 and able[0].score - able[1].score < _EQUALLY_MEANT
                return None if doubtful or not able else able[0].candidate
        return None

    def _without_borrowed(
        self, claim: Claim, found: list[Ranked], heard: Sequence[Window], named: Named, wanted: Asked
    ) -> list[Ranked]:
        """The words of a neighbour in the list rank, but do not name: “甲”26名、“乙”30名 says nothing of 乙 with 26."""
        own = [one for one in heard if not (_inside(one, claim) and one.weight < SHARED)]
        if len(own) == len(heard) or not found:
            return found
        evidence, scorer = self._scan.evidence(own, claim, claim), self.ledger.vocabulary.scorer
        leans = ((one, one.told(scorer.features(one.candidate, evidence, named, wanted))) for one in found)
        return [one if one.score - lean.score < _BORROWED else lean for one, lean in leans]

    def unexplained(self, index: int, one: Candidate, *, changed: bool) -> tuple[str, ...]:
        """The words beside a claim that make it doubtful whether a candidate is meant that its words named.

        changed: the claim states a change, so that words for one belong to it.
        """
        own = self._own(one, changed=changed)
        spans = list(self._near(index, own.pairs))
        wide = self._qualifiers.wide(spans, one.levels)
        beside = self._unexplained.beside(spans, own)
        if not one.monthless:  # then it was asked for that part of the year
            beside = tuple(word for word in beside if not tells_part_of_year(word))
        turned = self._turns.of(self.claims[index], own)
        lent = self.unexplained(*self._lent[index], changed=False) if index in self._lent else ()
        return (*turned, *wide, *beside, *self._head(index, one, own), *self._unknown_part(index), *lent)

    def _unknown_part(self, index: int) -> Iterator[str]:
        """表示满意128人，满意率98%: a share is that of the part counted beside it, which may be no figure."""
        claim, before = self.claims[index], self.claims[index - 1]
        said = _RATE.search(self.text, claim.clause[0], claim.start) if index and claim.kind == "percent" else None
        if said is None or before.kind != "count" or before.sentence != claim.sentence:
            return
        part = self.text[before.clause[0] : before.clause[1]]
        if self.text[said.start() - 1 : said.start() + 1] in part and not self._by_words(index - 1)[0]:
            yield part

    def _head(self, index: int, one: Candidate, own: OwnWords) -> Iterator[str]:
        """The words of a list's head by which neither its first figure nor this one goes: 运动会一等奖2名、二等奖5名.

        They are of no matter where this item of the list names its figure in full.
        """
        claim, first = self.claims[index], self._first_of_clause(index)
        windows, _ = self._hearing(index)
        if first == index or self._scan.names_in_full(windows, one.facets.whole):
            return
        spans = [
            (window.start, window.end)
            for window in windows
            if window.weight == SHARED and _inside(window, claim) and window.end <= self.claims[first].start
        ]
        left = set(self._unexplained.beside(spans, own))
        if left and (ranked := next(iter(self.ranked(first)[0]), None)):
            firsts = self._unexplained.beside(spans, self._own(ranked.candidate, changed=False))
            yield from (word for word in left if any(word in other or other in word for other in firsts))

    def _first_of_clause(self, index: int) -> int:
        clause = self.claims[index].clause
        while index and self.claims[index - 1].clause == clause:
            index -= 1
        return index

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
        told = self._told_with(index)
        if told not in self._heard:
            claim, windows = self.claims[told], self._windows.of(told)
            before = self._windows.of_sentence_before(claim)
            self._heard[told] = windows, self._scan.with_topic(windows, before, claim)
        return self._heard[told]

    def _told_with(self, index: int) -> int:
        """The place of the claim whose words a claim shares: its own, but where it only says how that one changed."""
        first, seen = index, [index]
        while first not in self._with and self._says_no_more(first):
            seen.append(first := self._like_before(first))
        self._with |= dict.fromkeys(seen, self._with.get(first, first))
        return self._with[index]

    def _like_before(self, index: int) -> int:
        """The figure before; in 隐患4处，整改率100%，比上年少2处 the one before the share, which is not told in 处."""
        claim, before = self.claims[index], self.claims[index - 1]
        like = self.claims[index - 2] if index > 1 else before
        shares = before.kind == "percent" != claim.kind and not claim.unit.endswith("百分点")
        return index - (2 if shares and (like.sentence, like.unit) == (claim.sentence, claim.unit) else 1)

    def _says_no_more(self, index: int) -> bool:
        """52项，比上年多10项: a change of which its clause says no more is that of the figure before it."""
        claim, before = self.claims[index], self.claims[index - 1] if index else None
        if before is None or before.sentence != claim.sentence:
            return False
        said = "".join(self.text[max(claim.clause[0], before.end) : claim.start].split())
        return _SAYS_NO_MORE.fullmatch(said) is not None and not _HAN.match(self.text, claim.end)

    def _own(self, one: Candidate, *, changed: bool) -> OwnWords:
        """What explains words beside a number that a candidate gives."""
        key = one.indicator.code, changed
        if key not in self._owns:
            names = (*phrases_of(one), *one.told)
            pairs = self._home.union(*(pairs_of(name) for name in names if "、" not in name))
            shape = one.indicator.shape
            self._owns[key] = OwnWords.of(
                names,
                pairs,
                grows=shape not in LASTING,
                changed=changed,
                each=shape in ("min", "each") or one.form == "rank" or one.owed,
            )
        return self._owns[key]


def _ranked(claim: Claim, one: Candidate, features: Features, named: Named, by_unit: Collection[str]) -> Ranked:
    """by_unit: the measures of which the ledger speaks unit by unit, and the text person by person."""
    other = is_other_level(one, named) or not _is_of_this_sort(one, named)
    slip = is_counted_otherwise(one, claim)
    least = one.measure in by_unit and not one.indicator.over
    otherwise = (slip or (least and _least_of_units(one))) and not other
    return Ranked(one, score(features), slip or least or other, otherwise, features)


def _of_each(able: list[Candidate], named: Named) -> list[Candidate]:
    """Where a least is told person by person, that alone for what each person did (每人), and not for units (每校)."""
    by_person = {one.measure for one in able if one.indicator.over}
    if not by_person or named.each_person == named.each_unit:
        return able
    return [one for one in able if one.measure not in by_person or bool(one.indicator.over) == named.each_person]


def _is_of_this_sort(one: Candidate, named: Named) -> bool:
    """What comes to each (人均) and what there is in all are not told by one another's words.

    1.4小时 alone is no mean, nor 635篇 a least, 覆盖学校20所 says how far something went, not how many schools there
    are, and 3人撰写 not how many should write.
    """
    if one.owed and not named.owed:
        return False
    if one.indicator.shape == "min" and not (named.each or named.mean or named.each_person or named.each_unit):
        return False
    if one.indicator.shape == "mean" and not named.mean:
        return False
    return not (named.reached and one.states_all)


def _least_of_units(one: Candidate) -> bool:
    """Whether it is the least of any unit, and not of any person."""
    return one.indicator.shape == "min" and not one.indicator.over


def _inside(window: Window, claim: Claim) -> bool:
    return claim.clause[0] <= window.start and window.end <= claim.clause[1]
