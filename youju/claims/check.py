"""Checking a text against the ledger: read, weigh, rank by words, compare, judge."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import NamedTuple

from youju.claims.candidates.candidate import Candidate
from youju.claims.context.places import BELOW, Places, masked, require_own, strange
from youju.claims.context.qualifiers import Named
from youju.claims.documents.limits import MOST_CHARACTERS, MOST_FIGURES, TooManyCharacters, TooManyFigures
from youju.claims.judging.change import Change, change_of
from youju.claims.judging.fractions import in_percent
from youju.claims.judging.growth import asked, grown
from youju.claims.judging.judge import BOUNDS, Bounds, Judgement, Option, explained_first, judge
from youju.claims.judging.options import options as options_of
from youju.claims.judging.verdict import Verdict
from youju.claims.memory.remembered import Remembered, places_bound
from youju.claims.ranking.ledger import Ledger
from youju.claims.ranking.ranker import Ranked, Ranker
from youju.claims.reading import Claim, in_sentences, read
from youju.claims.reading.ranges import is_range
from youju.claims.telling.answer import Own, entries_of, stated, value_of
from youju.claims.telling.checked import Bound, Checked, Choice
from youju.claims.telling.reasons import frame, gone, no_change, reason, total, twice
from youju.claims.telling.records_behind import with_records
from youju.claims.telling.typed_by_hand import with_hand_notes
from youju.ledger.tree import within_log
from youju.lib.periods import Period
from youju.lib.traditional import simplified
from youju.orgs.tree import find_unit
from youju.orgs.units import Unit

_SHOWN = 3
_CERTAIN = 1.0  # a person said so
# 近九成（89.74%）: brackets say the same figure exactly.
_IN_OTHER_WORDS = re.compile(r"\s?[（(](?:即|为)?")


def check(
    text: str,
    *,
    unit: Unit,
    period: Period,
    aliases: Mapping[str, Unit],
    size: int | None = None,
    bounds: Bounds = BOUNDS,
) -> list[Checked]:
    """Give the claims of a text in its order, each with its verdict.

    unit, period: whose text it is and of when. aliases: what words in it stand for. size: as of which ledger size.
    A text of a school is answered from its own facts: what is said of it hangs on nothing of another unit.
    Raises BadDefinitions, BeyondLedger, BeyondUnit, TooMuch.
    """
    require_own(unit, period, aliases)
    if len(text) > MOST_CHARACTERS:
        raise TooManyCharacters(count=len(text), most=MOST_CHARACTERS)
    flow = in_sentences(text)
    words = simplified(flow.text)
    given = read(words)
    claims = [in_percent(claim) for claim in given]
    if len(claims) > MOST_FIGURES:
        raise TooManyFigures(count=len(claims), most=MOST_FIGURES)
    ledger = Ledger(unit, period, within_log(size))
    ranker = Ranker(words, claims, ledger, Places.of(unit, period, names_in(words, unit, period, aliases)))
    each = _as_ranges(words, [_checked(ranker, index, bounds) for index in range(len(claims))])
    checked = with_records(list(_told_once(words, each)), ledger.head)
    noted = with_hand_notes(words, checked)
    return [
        replace(one, claim=flow.back(claim.given(flow.text))) for one, claim in zip(noted, given, strict=True)
    ]  # fmt: skip


def _as_ranges(text: str, checked: list[Checked]) -> list[Checked]:
    """Neither end of 150—160户 is green where the other is not: the figure lies outside."""
    for place, (low, high) in enumerate(pairwise(checked)):
        if low.claim.approx == "over" and is_range(text[low.claim.end : high.claim.start]):
            one, other = (low, high) if low.verdict is Verdict.SUPPORTED else (high, low)
            if one.verdict is Verdict.SUPPORTED and other.verdict in (Verdict.CONTRADICTED, Verdict.AMBIGUOUS):
                checked[place + (one is high)] = replace(one, verdict=other.verdict, reason=other.reason)
    return checked


def _told_once(text: str, checked: Iterable[Checked]) -> Iterator[Checked]:
    """演讲比赛一等奖2名，征文比赛一等奖2名: one figure is not two things between two stops; places may be."""
    told = dict[object, int]()
    for one in checked:
        if one.verdict is Verdict.SUPPORTED and one.figure and not one.grown and one.claim.kind != "rank":
            figure = one.target, one.figure.unit, one.figure.period.code, one.claim.sentence
            before = told.setdefault(figure, one.claim.end)
            between = text[before : one.claim.start]
            apart = re.search("[；;]", between) or is_range(between) or _IN_OTHER_WORDS.fullmatch(between)
            if before < one.claim.end and not apart:
                one = replace(one, verdict=Verdict.AMBIGUOUS, reason=twice())
            told[figure] = one.claim.end
        yield one


def names_in(text: str, unit: Unit, period: Period, aliases: Mapping[str, Unit]) -> dict[str, Unit]:
    """What the names of a text stand for: those left out (XX市), those bound by hand, and those given with it."""
    return masked(text, unit, period) | places_bound(unit) | dict(aliases)


def strange_places(text: str, *, unit: Unit, period: Period, aliases: Mapping[str, Unit]) -> list[str]:
    """The places that a text names and the bureau does not know: whoever reads it may say that one is its own city."""
    words = simplified(text)
    return strange(words, Places.of(unit, period, names_in(words, unit, period, aliases)))


def places_beyond(text: str, *, unit: Unit, period: Period) -> list[tuple[int, int]]:
    """Where the text of a school, town or office speaks of more than it (全县): its own figures are no answer there."""
    if unit.kind not in BELOW:
        return []
    words = simplified(text)
    return Places.of(unit, period, names_in(words, unit, period, {})).wider_in(words)


def _checked(ranker: Ranker, index: int, bounds: Bounds) -> Checked:
    claim, ledger = ranker.claims[index], ranker.ledger
    kept = ranker.memory.recall(ranker.text, claim)
    if kept is None and index in ranker.frames:
        return Checked(claim, Verdict.UNSUPPORTED, frame(), ledger.size)
    if kept is None and index in ranker.totals:
        return Checked(claim, Verdict.UNSUPPORTED, total(), ledger.size)
    change = change_of(ranker.text, claim)
    ranked, named = ranker.ranked(index, asked(ranker.claims, index, change) if change else None)
    asks = _Asks(claim, change, named, ledger)
    options = [
        option for one in ranked if one.score >= min(bounds.plausible, bounds.threshold) for option in asks.options(one)
    ]
    if kept is not None:
        return _as_bound(asks, kept, options)

    def unexplained(one: Option) -> tuple[str, ...]:
        return ranker.unexplained(index, one.candidate, changed=change is not None)

    first = next((one.candidate for one in options if not one.excluded), None)
    options = explained_first(options, unexplained, bounds)
    return _verdict_of(asks, _judged(options, first, unexplained, bounds), options)


def _judged(
    options: Sequence[Option], first: Candidate | None, unexplained: Callable[[Option], tuple[str, ...]], bounds: Bounds
) -> Judgement:
    """The decision, in sight of the words beside the claim: those that an option leaves over.

    first: the best by its words alone. Another one, and one that is hardly named, may be right, but nothing is wrong
    for differing from it: 受表彰的个人6名 says little of the figure, but nothing else either.
    """
    judged = judge(options, bounds)
    if (best := judged.option) is not None:
        judged = judged.beside(unexplained(best))
        return judged if best.candidate == first else judged.doubted()
    little = judge(options, bounds.where_all_is_explained())
    return judged if little.option is None or unexplained(little.option) else little.doubted()


class _Asks(NamedTuple):
    """What a claim asks of the ledger: a figure, or the change of one."""

    claim: Claim
    change: Change | None
    named: Named
    ledger: Ledger

    def options(self, one: Ranked) -> Iterator[Option]:
        """A candidate as an answer."""
        if self.change is None:
            yield from options_of(self.claim, one, self.named, self.ledger)
        elif option := grown(self.claim, self.change, one, self.named, self.ledger):
            yield option


def _as_bound(asks: _Asks, kept: Remembered, options: Sequence[Option]) -> Checked:
    """The verdict where a person has said what is meant: only the value is still judged, with no rivals.

    options: what the words alone would say, to choose from instead.
    """
    bound = Bound(kept.pk, kept.target, str(kept.by), kept.at)
    meant = asks.ledger.candidate(kept.target)
    if meant is None:
        size = asks.ledger.size
        told = Checked(asks.claim, Verdict.UNSUPPORTED, gone(kept.name), size, candidates=_shown(options))
        return replace(told, bound=bound)
    own = list(asks.options(Ranked(meant, _CERTAIN, excluded=False)))
    return replace(_verdict_of(asks, judge(own), [*own, *options]), bound=bound)


def _verdict_of(asks: _Asks, judged: Judgement, options: Sequence[Option]) -> Checked:
    claim, ledger, option = asks.claim, asks.ledger, judged.option
    shown, own = _shown(options), Own(ledger.unit, ledger.period)
    if option is None:
        why = no_change() if asks.change and judged.other is None else reason(claim, judged, own)
        return Checked(claim, judged.verdict, why, ledger.size, candidates=shown)
    return Checked(
        claim=claim,
        verdict=judged.verdict,
        reason=reason(claim, judged, own),
        ledger_size=ledger.size,
        indicator=option.candidate.code,
        cell=_cell(option, ledger),
        value=value_of(option, claim),
        entries=entries_of(option),
        candidates=shown,
        notes=ledger.pending.notes(option.candidate.indicator),
        target=option.candidate.indicator.code,
        printed=stated(option, claim) if option.known.values else "",
        figure=option.figure,
        grown=option.grown,
    )


def _shown(options: Sequence[Option]) -> tuple[Choice, ...]:
    """The first few candidates, each once: as narrowed, not for the whole period as well."""
    each: dict[str, Option] = {}
    for one in options:
        each.setdefault(one.candidate.indicator.code, one)
    return tuple(
        Choice(one.candidate.code, str(one.candidate.indicator.name), one.score, one.figure.value, target)
        for target, one in islice(each.items(), _SHOWN)
    )


def _cell(option: Option, ledger: Ledger) -> str:
    """What was read where the indicator's code alone does not say it."""
    parts = [] if option.candidate.declared else [str(option.candidate.indicator.name)]
    if option.figure.unit != ledger.unit.code:
        parts.append(find_unit(option.figure.unit).name)
    if option.figure.period != ledger.period:
        parts.append(option.figure.period.code)
    return " · ".join(parts)
