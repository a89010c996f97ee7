"""All that claims may speak of in one state of the ledger, with the words for it. Kept per ledger size."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from youju.claims.candidates.candidate import Candidate, candidate, known_as
from youju.claims.candidates.cells import cells, levels_of, occasions_of, rollups
from youju.claims.candidates.siblings import Siblings
from youju.claims.candidates.terms import Terms
from youju.claims.ranking.features import Scorer
from youju.indicators import catalogue
from youju.indicators.indicator import LASTING
from youju.lib.periods import Period
from youju.records.heads.occasions import Occasion
from youju.records.kinds import all_measures

_KEPT = 8

Names = tuple[tuple[str, tuple[str, ...]], ...]


class Vocabulary(NamedTuple):
    """All candidates of a period and a ledger size, with their terms.

    parts: the declared figures of one category, by their measure and that category.
    """

    candidates: tuple[Candidate, ...]
    scorer: Scorer
    places: dict[str, int]
    parts: dict[tuple[str, tuple[str, ...]], Candidate]

    def coded(self, codes: Iterable[str]) -> Iterator[Candidate]:
        """The candidates with these codes, in their order."""
        return (self.candidates[place] for place in sorted(map(self.places.__getitem__, codes)))


def vocabulary(head: bytes, size: int, period: Period, units: tuple[str, ...] = ()) -> Vocabulary:
    """The vocabulary of a period.

    head: the last leaf, which tells one log from another of the same size. units: codes of those whose facts may be
    spoken of; every unit unless given.
    """
    rows = Occasion.objects.prefetch_related("aliases").order_by("code")
    occasions = tuple((one.code, (one.name, *(alias.name for alias in one.aliases.all()))) for one in rows)
    return _vocabulary(head, size, period, units, occasions, catalogue.revision())


@lru_cache(maxsize=_KEPT)
def _vocabulary(
    head: bytes, size: int, period: Period, units: tuple[str, ...], occasions: Names, _revision: object
) -> Vocabulary:
    measures, names = all_measures(), dict(occasions)
    declared = list(catalogue.indicators().values())
    stocks = sorted({one.measure for one in declared if one.shape in LASTING})
    found = cells(period, size, stocks, names, units)
    others = rollups(found, declared, measures, {code: every[0] for code, every in occasions})
    candidates = tuple(
        candidate(
            one,
            measures,
            names,
            declared=is_declared,
            levels=levels_of(one, found),
            told=occasions_of(one, found),
        )
        for is_declared, some in ((True, declared), (False, others))
        for one in some
    )
    named = {
        code: {each.code: known_as((each.zh, *each.aliases)) for each in measure.categories.values()}
        for code, measure in measures.items()
    }
    siblings = {code: Siblings.of(code, categories) for code, categories in named.items() if len(categories) > 1}
    categories = {code: [name for some in categories.values() for name in some] for code, categories in named.items()}
    scorer = Scorer.over(candidates, Terms(candidates, categories), siblings)
    declared_parts = (one for one in candidates if one.declared and len(one.indicator.category) == 1)
    parts = {(one.measure, one.indicator.category): one for one in declared_parts}
    return Vocabulary(candidates, scorer, {one.indicator.code: at for at, one in enumerate(candidates)}, parts)
