"""What the grouped queries answer with, as plain values: the only thing the arithmetic sees of the ledger."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from youju.indicators.indicator import LASTING, Indicator
from youju.indicators.units import CountedUnits

# The month of a sum over everything before the period, and the entry of a sum over many.
BEFORE = 0
MANY = -1


class Amount(NamedTuple):
    """A quantity in one cell and month: either all entries' together, or what one standing entry states.

    quantity: the sum over the entries; for one entry (``entry`` is not MANY) the quantity that each of its
    ``n`` facts states, so that two ranks stay two. n: how many facts stand: tells 0 from not reported.
    """

    period: int
    measure: str
    category: str
    level: str
    occasion: str
    unit: str
    quantity: int
    n: int
    entry: int


class Subject(NamedTuple):
    """One person, household or thing in one cell and month: its quantity, and in how many standing facts."""

    period: int
    measure: str
    category: str
    level: str
    occasion: str
    unit: str
    subject: str
    quantity: int
    n: int


Row = Amount | Subject
_Row = TypeVar("_Row", Amount, Subject)
Keep = Callable[[Row], bool]
Amounts = dict[str, list[Amount]]
Subjects = dict[str, list[Subject]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answers, each by measure."""

    sums: Amounts = field(default_factory=dict)  # of the period, by month
    before: Amounts = field(default_factory=dict)  # of all time before it: what stocks add
    stated: Amounts = field(default_factory=dict)  # by entry, of the measures that are stated and never summed
    subjects: Subjects = field(default_factory=dict)
    subjects_before: Subjects = field(default_factory=dict)

    def where(self, keep: Keep) -> "Rows":
        """The rows that ``keep`` lets through."""
        sums, before, stated = (kept(some, keep) for some in (self.sums, self.before, self.stated))
        return Rows(sums, before, stated, kept(self.subjects, keep), kept(self.subjects_before, keep))

    def renamed(self, heirs: Mapping[str, str]) -> "Rows":
        """The rows of these units as rows of those that stand for them."""
        if not heirs:
            return self
        sums, before, stated = (renamed(group, heirs) for group in (self.sums, self.before, self.stated))
        return Rows(sums, before, stated, renamed(self.subjects, heirs), renamed(self.subjects_before, heirs))


def of_indicator(rows: Rows, indicator: Indicator) -> Rows:
    """The rows of an indicator's measures, as far as its shape reads them."""
    lasts, of_subjects = indicator.shape in LASTING, indicator.by_subject
    return Rows(
        only(rows.sums, indicator.measures),
        only(rows.before, indicator.measures) if lasts else {},
        only(rows.stated, indicator.measures),
        only(rows.subjects, indicator.measures) if of_subjects else {},
        only(rows.subjects_before, indicator.measures) if of_subjects and lasts else {},
    )


def only(rows: dict[str, list[_Row]], measures: Iterable[str]) -> dict[str, list[_Row]]:
    """The rows of these measures."""
    return {measure: rows[measure] for measure in measures if measure in rows}


def renamed(rows: dict[str, list[_Row]], heirs: Mapping[str, str]) -> dict[str, list[_Row]]:
    """The rows with each unit under the code of its heir."""
    return {
        measure: [row._replace(unit=heirs[row.unit]) if row.unit in heirs else row for row in some]
        for measure, some in rows.items()
    }


def kept(rows: dict[str, list[_Row]], keep: Keep) -> dict[str, list[_Row]]:
    """The rows that ``keep`` lets through."""
    return {measure: [row for row in some if keep(row)] for measure, some in rows.items()}


def filter_of(indicator: Indicator, units: CountedUnits, every_unit: bool) -> Keep | None:
    """One test for all its filters; None where it takes every row, so that nothing need be tested.

    every_unit: the units are all that were asked for, in every month.
    """
    category, level, occasion = map(frozenset, (indicator.category, indicator.level, indicator.occasion))
    if every_unit and not (category or level or occasion):
        return None

    def keep(row: Row) -> bool:
        return (
            (not category or row.category in category)
            and (not level or row.level in level)
            and (not occasion or row.occasion in occasion)
            and units.counts(row)
        )

    return keep
