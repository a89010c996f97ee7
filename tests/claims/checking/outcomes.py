"""What checking says of generated texts, and the shares that its goals speak of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tests.claims.checking.generator import WRONG, Case, Truth, texts
from tests.claims.checking.phrases import Phrase
from youju.claims.check import check
from youju.claims.telling.checked import Checked
from youju.indicators.figures import figures
from youju.lib.periods import Period
from youju.orgs.tree import home_unit
from youju.orgs.units import Unit, UnitKind

_SCHOOLS = 12
_GOOD = {"right": "supported", "about": "supported", "silent": "unsupported"}


class Outcome(NamedTuple):
    """A case and what was said of it; checked is None where no claim was found at its place.

    first: the right indicator stands first; among: it is one of those shown.
    """

    case: Case
    checked: Checked | None
    first: bool
    among: bool

    @property
    def verdict(self) -> str:
        """ "" where no claim was found."""
        return self.checked.verdict.value if self.checked else ""

    @property
    def as_it_should(self) -> bool:
        """Whether the verdict is the one the case was made for."""
        wanted = _GOOD.get(self.case.sort)
        if self.case.sort == "turned":
            return self.verdict != "supported"
        return self.verdict == wanted if wanted else self.verdict in ("contradicted", "ambiguous")


class Share(NamedTuple):
    """How many of some outcomes hold."""

    name: str
    holding: int
    total: int

    @property
    def percent(self) -> float:
        """Of none, all hold."""
        return 100 * self.holding / self.total if self.total else 100.0

    def __str__(self) -> str:
        return f"{self.name} {self.percent:.1f}% ({self.holding}/{self.total})"


def outcomes(seed: int, year: int, spoken: Sequence[Phrase]) -> Iterator[Outcome]:
    """Check every text that the seed makes of some sentences for the bureau in the database."""
    truth, home, period = truth_of(year), home_unit(), Period.year(year)
    for text in texts(truth, seed, spoken):
        found = check(text.text, unit=home, period=period, aliases={})
        yield from (_outcome(case, found, truth) for case in text.cases)


def truth_of(year: int) -> Truth:
    """The figures of the bureau, of its year before, and of some of its schools."""
    home, period = home_unit(), Period.year(year)
    schools = Unit.objects.filter(kind=UnitKind.SCHOOL, placements__parent=home).order_by("code")[:_SCHOOLS]
    return Truth(
        figures(home, period),
        figures(home, period.previous()),
        {str(unit.short_name or unit.name): figures(unit, period) for unit in schools},
    )


def shares(some: Iterable[Outcome]) -> dict[str, Share]:
    """The shares by name, in the order of the goals."""
    every = list(some)
    spoken = [one for one in every if one.case.code and one.case.sort not in ("unit", "level", "turned")]
    right = [one for one in every if one.case.sort in ("right", "about")]
    wrong = [one for one in every if one.case.sort in WRONG]
    silent = [one for one in every if one.case.sort == "silent"]
    turned = [one for one in every if one.case.sort == "turned"]
    found = (
        _share("first", spoken, lambda one: one.first),
        _share("among three", spoken, lambda one: one.among),
        _share("right green", right, lambda one: one.as_it_should),
        _share("wrong red or amber", wrong, lambda one: one.as_it_should),
        _share("false green", [*wrong, *silent, *turned], lambda one: one.verdict == "supported"),
        _share("silent grey", silent, lambda one: one.as_it_should),
    )
    return {one.name: one for one in found}


def _share(name: str, some: list[Outcome], holds: Callable[[Outcome], bool]) -> Share:
    return Share(name, sum(map(holds, some)), len(some))


def _outcome(case: Case, found: list[Checked], truth: Truth) -> Outcome:
    checked = next((one for one in found if one.claim.start < case.end and case.start < one.claim.end), None)
    if checked is None or not case.code:
        return Outcome(case, checked, False, False)
    right = truth.year[case.code]
    same = {code for code, one in truth.year.items() if (one.entries, one.value) == (right.entries, right.value)}
    codes = [choice.indicator for choice in checked.candidates]
    return Outcome(case, checked, bool(same & set(codes[:1])), bool(same & set(codes)))
