"""The tree of units through all months, as it was known at one size of the ledger. Plain values: no database, no clock.

Every unit has one place in every month. Where it does not stand, before it opened or after it closed, its place is
the nearest one it had, so that a fact told late still belongs somewhere and a county's sum never loses one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from youju.lib.periods import month_before
from youju.orgs.stays import BEGINNING, Stay, painted


class Span(NamedTuple):
    """The months ``first`` to ``last``, both inclusive (yyyymm), in which a unit was below another, or was it."""

    unit: str
    first: int
    last: int


class Subtree(NamedTuple):
    """A unit and all below it, through the months of a period.

    units: code and kind of each that was below in some month, sorted. spans: in which months, sorted.
    last: codes below in the last month; expected: those of them that stand in it, with the unit itself.
    heirs: old code and new code of each unit whose facts are counted as another's; only where regrouped.
    """

    units: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]
    last: tuple[str, ...]
    expected: tuple[str, ...]
    heirs: tuple[tuple[str, str], ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code for code, _kind in self.units)


class Flaw(NamedTuple):
    """Why a tree cannot be: in ``month`` a unit stands below one that does not, or (circle) below itself."""

    unit: str
    parent: str
    month: int
    circle: bool


@dataclass(frozen=True)
class Timeline:
    """kinds: the kind of each unit, by code. stays: where each is, in the order of months, without overlaps."""

    kinds: Mapping[str, str]
    stays: Mapping[str, tuple[Stay, ...]]
    _homes: Mapping[str, tuple[tuple[int, str | None], ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_homes", {code: _homes(stays) for code, stays in self.stays.items()})

    def stay(self, code: str, month: int) -> Stay | None:
        """What was decided of a unit for a month; None where nothing was."""
        return next((stay for stay in self.stays.get(code, ()) if stay.covers(month)), None)

    def stands(self, code: str, month: int) -> bool:
        """Whether a unit is open in a month."""
        stay = self.stay(code, month)
        return stay is not None and stay.stands

    def stood(self, first: int, last: int) -> frozenset[str]:
        """Codes of the units that were open in some month from ``first`` to ``last``, both inclusive."""
        return frozenset(
            code
            for code, stays in self.stays.items()
            if any(stay.stands and stay.since <= last and stay.until > first for stay in stays)
        )

    def parent(self, code: str, month: int) -> str | None:
        """The unit above, by the place that is nearest to the month; None at the top."""
        parent = None
        for since, above in self._homes.get(code, ()):
            if since > month:
                break
            parent = above
        return parent

    def above(self, code: str, month: int) -> Iterator[str]:
        """The unit itself, then those above it, the nearest first. A circle ends where it began."""
        seen: set[str] = set()
        here: str | None = code
        while here is not None and here not in seen:
            seen.add(here)
            yield here
            here = self.parent(here, month)

    def below(self, tops: Iterable[str], month: int) -> frozenset[str]:
        """The units themselves and all below them, those that no longer stand included."""
        children: dict[str | None, list[str]] = {}
        for code in self._homes:
            children.setdefault(self.parent(code, month), []).append(code)
        found: set[str] = set()
        waiting = list(tops)
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting.extend(children.get(here, ()))
        return frozenset(found)

    def opening(self, code: str, month: int) -> int | None:
        """The month after ``month`` in which a unit opens that never stood until then; None where it did."""
        stays = self.stays.get(code, ())
        return stays[0].since if stays and stays[0].since > month else None

    def changes(self, first: int, last: int) -> list[int]:
        """The months after ``first``, up to and with ``last``, in which some unit takes another place."""
        return sorted({since for steps in self._homes.values() for since, _parent in steps if first < since <= last})

    def subtree(self, top: str, first: int, last: int) -> Subtree:
        """``top`` and all below it, from month to month, both inclusive."""
        starts = [first, *self.changes(first, last)]
        ends = [*map(month_before, starts[1:]), last]
        groups = [self.below([top], month) for month in starts]
        spans = sorted(span for code in frozenset().union(*groups) for span in _spans(code, groups, starts, ends))
        units = tuple(sorted({(span.unit, self.kinds.get(span.unit, "")) for span in spans}))
        return Subtree(units, tuple(spans), tuple(sorted(groups[-1])), self._expected(top, groups[-1], last))

    def regrouped(self, top: str, first: int, last: int, month: int) -> Subtree:
        """The same by the tree of another month, whatever was then: 按现行机构. A merged unit counts as its heir."""
        group = self.below([top], month)
        heirs = {code: heir for code in self.stays if (heir := self.heir(code, month)) != code}
        merged = {code for code, heir in heirs.items() if heir in group}
        own = group - set(heirs)
        units = tuple(sorted((code, self.kinds.get(code, "")) for code in own | merged))
        spans = tuple(Span(code, first, last) for code in sorted(own))
        expected = self._expected(top, own, month)
        return Subtree(units, spans, tuple(sorted(own)), expected, tuple(sorted((old, heirs[old]) for old in merged)))

    def heir(self, code: str, month: int) -> str:
        """The unit that stands in a month for one that was merged; the unit itself where it was not."""
        seen = {code}
        while (stay := self.stay(code, month)) and stay.heir and stay.heir not in seen:
            code = stay.heir
            seen.add(code)
        return code

    def changed(self, stays: Mapping[str, Stay], kinds: Mapping[str, str]) -> "Timeline":
        """The tree after these units have taken these places."""
        painting = {code: painted((*self.stays.get(code, ()), stay)) for code, stay in stays.items()}
        return Timeline({**self.kinds, **kinds}, {**self.stays, **painting})

    def flaw(self, since: int) -> Flaw | None:
        """The first thing that cannot be, from a month on: None where the tree holds."""
        months = {stay.since for stays in self.stays.values() for stay in stays if stay.since >= since}
        return next((flaw for month in sorted({since, *months}) if (flaw := self._flaw_in(month))), None)

    def _flaw_in(self, month: int) -> Flaw | None:
        standing = {code: stay for code in self.stays if (stay := self.stay(code, month)) and stay.stands}
        for code, stay in standing.items():
            if stay.parent is not None and stay.parent not in standing:
                return Flaw(code, stay.parent, month, circle=False)
        held = self.below((code for code, stay in standing.items() if stay.parent is None), month)
        lost = sorted(set(standing) - held)
        return Flaw(lost[0], standing[lost[0]].parent or "", month, circle=True) if lost else None

    def _expected(self, top: str, group: frozenset[str] | set[str], month: int) -> tuple[str, ...]:
        return tuple(sorted({top, *(code for code in group if self.stands(code, month))}))


def _homes(stays: Iterable[Stay]) -> tuple[tuple[int, str | None], ...]:
    """From which month on a unit's place is below whom: each place lasts until the next."""
    steps = [(stay.since, stay.parent) for stay in stays if stay.stands]
    return ((BEGINNING, steps[0][1]), *steps[1:]) if steps else ()


def _spans(code: str, groups: list[frozenset[str]], starts: list[int], ends: list[int]) -> Iterator[Span]:
    """The stretches in which a unit is in the group, as long as they go."""
    first = None
    for group, start, before in zip(groups, starts, [0, *ends[:-1]], strict=True):
        if code in group and first is None:
            first = start
        elif code not in group and first is not None:
            yield Span(code, first, before)
            first = None
    if first is not None:
        yield Span(code, first, ends[-1])
