"""What the grouped queries answer with, as plain values: the only thing the arithmetic sees of the ledger."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from youju.indicators.indicator import Indicator
from youju.lib.periods import Period

# The month of a sum over everything before the period: earlier than any month there is.
BEFORE = 0


class Sum(NamedTuple):
    """The facts of one cell and month: their quantities added up, and how many stand (n)."""

    period: int
    measure: str
    category: str
    level: str
    occasion: str
    unit: str
    quantity: int
    n: int


class Subject(NamedTuple):
    """One person, household or thing in one cell and month, and in how many standing facts."""

    period: int
    measure: str
    category: str
    level: str
    occasion: str
    unit: str
    subject: str
    n: int


class Live(NamedTuple):
    """One quantity that a standing entry states in one cell and month, and how often (n): two ranks stay two."""

    period: int
    measure: str
    category: str
    level: str
    occasion: str
    unit: str
    quantity: int
    entry: int
    n: int


Row = Sum | Subject | Live
_Row = TypeVar("_Row", Sum, Subject, Live)
Keep = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class Rows:
    """The three answers, each by measure."""

    sums: dict[str, list[Sum]] = field(default_factory=dict)
    subjects: dict[str, list[Subject]] = field(default_factory=dict)
    live: dict[str, list[Live]] = field(default_factory=dict)

    def where(self, keep: Keep) -> "Rows":
        """The rows that ``keep`` lets through."""
        return Rows(_where(self.sums, keep), _where(self.subjects, keep), _where(self.live, keep))

    def of(self, measures: Iterable[str]) -> "Rows":
        """The rows of these measures."""
        names = [name for name in measures if name in self.sums or name in self.live]
        return Rows(*({name: part[name] for name in names if name in part} for part in self._parts()))  # type: ignore[arg-type]

    @property
    def units(self) -> list[str]:
        return sorted({row.unit for rows in self.sums.values() for row in rows})

    def _parts(self) -> tuple[dict[str, list[Sum]], dict[str, list[Subject]], dict[str, list[Live]]]:
        return self.sums, self.subjects, self.live


def by_measure(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.measure, []).append(row)
    return found


def selected(rows: Rows, indicator: Indicator, unit: str, kinds: dict[str, str], period: Period) -> Rows:
    """The rows an indicator reads for a unit: its measures, scope, filters and months.

    kinds: the kind of each unit that was asked for, by code.
    """
    own = rows.of(indicator.measures)
    keep = _filter(indicator, unit, kinds, period)
    return own.where(keep)


def _filter(indicator: Indicator, unit: str, kinds: dict[str, str], period: Period) -> Keep:
    """One test for all filters: the units first, as a set, so that a row costs little."""
    units = expected_units(indicator, unit, kinds)
    first = BEFORE if indicator.shape == "stock" else period.months[0]
    category, level, occasion = (
        frozenset(codes) for codes in (indicator.category, indicator.level, indicator.occasion)
    )

    def keep(row: Row) -> bool:
        return (
            row.period >= first
            and row.unit in units
            and (not category or row.category in category)
            and (not level or row.level in level)
            and (not occasion or row.occasion in occasion)
        )

    return keep


def expected_units(indicator: Indicator, unit: str, kinds: dict[str, str]) -> frozenset[str]:
    """Codes of the units that the indicator asks: of its scope and of its kinds of unit."""
    asked = kinds if indicator.scope == "subtree" else (unit,)
    wanted = indicator.unit_kind
    return frozenset(code for code in asked if not wanted or kinds[code] in wanted)


def _where(rows: dict[str, list[_Row]], keep: Keep) -> dict[str, list[_Row]]:
    kept = ((measure, [row for row in some if keep(row)]) for measure, some in rows.items())
    return {measure: some for measure, some in kept if some}
