"""Checking a text against the ledger: read, weigh, rank by words, compare, judge."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from youju.claims.block import counted_kind, fits, is_change
from youju.claims.candidates import Candidate, candidate
from youju.claims.cells import cells, levels_of, rollups
from youju.claims.checked import Bound, Checked, Choice
from youju.claims.compare import Known, agrees
from youju.claims.judge import BOUNDS, Bounds, Judgement, Option, judge
from youju.claims.memory import Memory, Remembered
from youju.claims.notes import Pending, refs_of, standing
from youju.claims.qualifiers import Named, Places, Qualifiers
from youju.claims.reading import Claim, extract
from youju.claims.reasons import change, frame, gone, reason
from youju.claims.score import Asked, Score, Scorer, Siblings
from youju.claims.terms import Terms
from youju.claims.verdict import Verdict
from youju.claims.windows import Windows, frames
from youju.claims.words import class_of, counts_otherwise
from youju.indicators import catalogue
from youju.indicators.display import printed_value
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.ledger.reading import entries_by_seq
from youju.ledger.tree import within_log
from youju.lib.periods import Period
from youju.orgs.tree import find_unit, subtree
from youju.orgs.units import Unit, UnitKind
from youju.records.kinds import all_measures
from youju.records.occasions import Occasion

_SHOWN = 3
_CERTAIN = 1.0  # a person said so
_COUNTS_UNITS = 0.15  # 12个镇: the noun behind the number is the kind of unit that is counted
_VOCABULARIES_KEPT = 8
# What stands at a day, or is stated once, does not belong to the month in which the text tells of it.
_MONTHLESS = frozenset(("stock", "last", "places", "each", "min"))


class Vocabulary(NamedTuple):
    """All candidates of a period and a ledger size, with their terms."""

    candidates: tuple[Candidate, ...]
    scorer: Scorer


class Ranked(NamedTuple):
    """A candidate by its words alone."""

    candidate: Candidate
    score: float
    excluded: bool


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
    Raises BadDefinitions, BeyondLedger.
    """
    claims = extract(text)
    ledger = Ledger(unit, period, within_log(size))
    page = _Page(text, claims, ledger, Places.of(aliases, _above(unit), _below(unit, period)))
    return [_checked(page, index, bounds) for index in range(len(claims))]


class Ledger:
    """The ledger as one text asks it: its unit and period, and other ones where a clause names them."""

    def __init__(self, unit: Unit, period: Period, size: int) -> None:
        self.unit, self.period, self.size = unit, period, size
        self.head = bytes(entries_by_seq([size - 1])[size - 1].leaf) if size else b""
        self.vocabulary = _vocabulary(self.head, size, period, _occasions())
        self._asked: dict[tuple[str, Period], dict[str, Figure]] = {}

    def figure(self, one: Candidate, unit: str, period: Period) -> Figure:
        """The figure of a candidate for a unit and a period."""
        key = unit or self.unit.code, period
        if key not in self._asked:
            asked = find_unit(unit) if unit else self.unit
            indicators = [each.indicator for each in self.vocabulary.candidates]
            self._asked[key] = figures(asked, period, size=self.size, indicators=indicators)
        return self._asked[key][one.indicator.code]

    def candidate(self, target: str) -> Candidate | None:
        """The candidate of an indicator's or a cell's code; None where the ledger holds none of the kind."""
        return self._by_target.get(target)

    @cached_property
    def _by_target(self) -> dict[str, Candidate]:
        return {one.indicator.code: one for one in self.vocabulary.candidates}

    @cached_property
    def pending(self) -> Pending:
        """What is submitted and not verified."""
        return Pending(subtree(self.unit, self.period.last), self.period)


class _Page:
    """A text with all that is looked up in it once."""

    def __init__(self, text: str, claims: Sequence[Claim], ledger: Ledger, places: Places) -> None:
        self.text, self.claims, self.ledger = text, claims, ledger
        self.frames = frames(text, claims)
        self.memory = Memory.of(ledger.unit)
        self._windows = Windows(text, claims)
        self._scan = ledger.vocabulary.scorer.terms.read(text)
        self._qualifiers = Qualifiers(text, places, ledger.period)

    def ranked(self, index: int) -> tuple[list[Ranked], Named]:
        """The candidates of a claim, best words first, and what its words narrow it to."""
        claim, windows = self.claims[index], self._windows.of(index)
        named = self._qualifiers.of(claim.start, claim.sentence, windows)
        evidence = self._scan.evidence(windows, claim)
        kind = counted_kind(self.text, claim)
        scorer = self.ledger.vocabulary.scorer
        able = [one for one in self.ledger.vocabulary.candidates if fits(claim, one, kind)]
        asked = Asked(class_of(claim.unit), frozenset(one.indicator.code for one in able))
        found = [self._ranked(claim, one, scorer.score(one, evidence, named, asked), kind) for one in able]
        return sorted((one for one in found if one.score > 0), key=lambda one: -one.score), named

    def _ranked(self, claim: Claim, one: Candidate, score: Score, kind: str) -> Ranked:
        counts_units = one.indicator.of == "unit" and kind in one.indicator.unit_kind
        value = score.value + (_COUNTS_UNITS if counts_units and score.value else 0.0)
        return Ranked(one, value, score.excluded or counts_otherwise(claim, one.word))


def _checked(page: _Page, index: int, bounds: Bounds) -> Checked:
    claim, ledger = page.claims[index], page.ledger
    kept = page.memory.recall(page.text, claim)
    if kept is None and (why := _no_figure(page, index)):
        return Checked(claim, Verdict.UNSUPPORTED, why, ledger.size)
    ranked, named = page.ranked(index)
    options = [
        option
        for one in ranked
        if one.score >= min(bounds.plausible, bounds.threshold)
        for option in _options(claim, one, named, ledger)
    ]
    if kept is not None:
        return _as_bound(claim, kept, named, options, ledger)
    judged = judge(options, bounds)
    return _told(claim, judged, options, ledger)


def _no_figure(page: _Page, index: int) -> str:
    """Why a claim states no figure of its own; "" where it does. A person may still bind it."""
    if is_change(page.text, page.claims[index]):
        return change()
    return frame() if index in page.frames else ""


def _as_bound(claim: Claim, kept: Remembered, named: Named, options: Sequence[Option], ledger: Ledger) -> Checked:
    """The verdict where a person has said what is meant: only the value is still judged, with no rivals.

    options: what the words alone would say, to choose from instead.
    """
    bound = Bound(kept.pk, kept.target, str(kept.by), kept.at)
    meant = ledger.candidate(kept.target)
    if meant is None:
        told = Checked(claim, Verdict.UNSUPPORTED, gone(kept.name), ledger.size, candidates=_shown(options))
        return replace(told, bound=bound)
    own = list(_options(claim, Ranked(meant, _CERTAIN, excluded=False), named, ledger))
    return replace(_told(claim, judge(own), [*own, *options], ledger), bound=bound)


def _options(claim: Claim, ranked: Ranked, named: Named, ledger: Ledger) -> Iterable[Option]:
    """A candidate as the clause narrows it, and, where that differs, as it is for the whole unit and period."""
    one = ranked.candidate
    period = _period(one, named, ledger.period)
    whole = ledger.figure(one, "", ledger.period)
    narrowed = ledger.figure(one, named.unit, period) if named.unit or period != ledger.period else whole
    if narrowed.entries == whole.entries:  # all of the year's happened in that month
        yield _option(claim, ranked, whole, ranked.excluded)
        return
    yield _option(claim, ranked, narrowed, ranked.excluded)
    yield _option(claim, ranked, whole, excluded=True)


def _option(claim: Claim, ranked: Ranked, figure: Figure, excluded: bool) -> Option:
    known = Known.of(figure, rank=ranked.candidate.form == "rank")
    return Option(ranked.candidate, figure, known, ranked.score, excluded, agrees(claim, known))


def _period(one: Candidate, named: Named, base: Period) -> Period:
    if named.period is None:
        return base
    if one.indicator.shape in _MONTHLESS and named.period.kind != "year":
        return base if named.period.first.year == base.first.year else Period.year(named.period.first.year)
    return named.period


def _told(claim: Claim, judged: Judgement, options: Sequence[Option], ledger: Ledger) -> Checked:
    option = judged.option
    shown = _shown(options)
    if option is None:
        return Checked(claim, judged.verdict, reason(claim, judged), ledger.size, candidates=shown)
    refs = refs_of(ledger.head, option.figure.entries)
    return Checked(
        claim=claim,
        verdict=judged.verdict,
        reason=reason(claim, judged),
        ledger_size=ledger.size,
        indicator=option.candidate.code,
        cell=_cell(option, ledger),
        value=option.figure.value,
        entries=option.figure.entries,
        records=refs,
        candidates=shown,
        notes=(*ledger.pending.notes(option.candidate.indicator), *standing(ledger.head, refs)),
        target=option.candidate.indicator.code,
        printed=printed_value(option.candidate.indicator, option.figure.value) if option.known.values else "",
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


@lru_cache(maxsize=_VOCABULARIES_KEPT)
def _vocabulary(
    head: bytes, size: int, period: Period, occasions: tuple[tuple[str, tuple[str, ...]], ...]
) -> Vocabulary:
    """head: tells one log from another of the same size."""
    measures, names = all_measures(), dict(occasions)
    declared = list(catalogue.indicators().values())
    found = cells(period, size)
    others = rollups(found, declared, measures, {code: every[0] for code, every in occasions})
    candidates = tuple(
        candidate(one, measures, names, declared=is_declared, levels=levels_of(one, found))
        for is_declared, some in ((True, declared), (False, others))
        for one in some
    )
    siblings = {
        code: Siblings.of(code, {each.code: (each.zh, *each.aliases) for each in measure.categories.values()})
        for code, measure in measures.items()
        if len(measure.categories) > 1
    }
    categories = {
        code: [name for each in measure.categories.values() for name in (each.zh, *each.aliases)]
        for code, measure in measures.items()
    }
    return Vocabulary(candidates, Scorer.over(candidates, Terms(candidates, categories), siblings))


def _occasions() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = Occasion.objects.prefetch_related("aliases").order_by("code")
    return tuple((one.code, (one.name, *(alias.name for alias in one.aliases.all()))) for one in rows)


def _above(unit: Unit) -> list[tuple[Unit, list[str]]]:
    """A unit and all above it, with their names."""
    found: list[tuple[Unit, list[str]]] = []
    here: Unit | None = unit
    while here is not None:
        found.append((here, _names(here)))
        here = here.parent
    return found


def _below(unit: Unit, period: Period) -> dict[str, str]:
    """The schools and towns by their names; a name that two of them have names neither."""
    codes: dict[str, set[str]] = {}
    kinds = (UnitKind.SCHOOL, UnitKind.TOWN)
    rows = Unit.objects.filter(code__in=subtree(unit, period.last), kind__in=kinds).exclude(pk=unit.pk)
    for one in rows.prefetch_related("aliases"):
        for name in _names(one):
            codes.setdefault(name, set()).add(one.code)
    return {name: one.pop() for name, one in codes.items() if len(one) == 1}


def _names(unit: Unit) -> list[str]:
    names = (unit.name, unit.short_name, *(alias.name for alias in unit.aliases.all()))
    return list(dict.fromkeys(name for name in names if len(name) > 1))
