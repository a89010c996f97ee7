"""The places a text may name: those that stand for a level, and the schools, towns and offices.

A place before a title names the level that granted it (望川市学科带头人: city). 全市 is the home itself where the home
is written as a 市: by its own name, or by an alias such as XX市=@county.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.lib.periods import Period, yyyymm
from youju.orgs.divisions import divisions
from youju.orgs.tree import above, below, subtree, this_month, timeline
from youju.orgs.units import Unit, UnitKind
from youju.records.counting.levels import LEVELS

Levels = frozenset[str]

_RANKED = (UnitKind.COUNTY, UnitKind.CITY, UnitKind.PROVINCE, UnitKind.NATION)
# What stands within a county.
BELOW = (UnitKind.SCHOOL, UnitKind.TOWN, UnitKind.OFFICE)
_WITHIN = {UnitKind.SCHOOL: "校园", UnitKind.TOWN: "镇乡"}
_SUFFIX = re.compile(r"(?<=[\u4e00-\u9fff]{2})[省市县区]$")
_MASKED = re.compile("(?:[XxＸ]{2,4}|[×╳]{1,4})[市县区]")


class BeyondUnit(YoujuError):
    """A name given with a text stands for a unit whose figures the text may not speak of."""

    code, status = "beyond-unit", 422
    sentence = _(
        "“%(name)s” stands for %(unit)s, but a text of %(own)s is checked against its own figures alone. "
        "Leave that name out."
    )


@dataclass(frozen=True, slots=True)
class Places:
    """Words for levels and words for units, in one automaton.

    own: the names of the unit itself. home: its words for all of it, as 全县. wide: words for more than it, as 全市.
    """

    levels: Mapping[str, Levels]
    units: Mapping[str, str]
    words: tuple[str, ...]
    automaton: AhoCorasick = field(compare=False)
    own: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    wide: frozenset[str] = frozenset()

    @classmethod
    def of(cls, unit: Unit, period: Period, aliases: Mapping[str, Unit]) -> "Places":
        """Gather the words of a unit, of all above it and below it, and the aliases of the text."""
        named = [*_above(unit, period), *((word, UnitKind(of.kind)) for word, of in aliases.items())]
        levels, home = _levels(named), _home(unit, named)
        levels = {word: found for word, found in levels.items() if word not in home}
        units = _below(unit, period) | _given(unit, period, aliases)
        words = tuple(dict.fromkeys((*levels, *units)))
        return cls(
            levels,
            units,
            words,
            AhoCorasick(words, matchkind=MatchKind.LeftmostLongest),
            tuple(_names(unit)),
            home,
            _wide(unit, levels),
        )

    def wider_in(self, text: str) -> list[tuple[int, int]]:
        """Where a text speaks of more than the unit."""
        found = self.automaton.find_matches_as_indexes(text)
        return [(start, end) for number, start, end in found if self.words[number] in self.wide]

    def home_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text says 全县, or whatever it calls all of the unit."""
        return (found.span() for found in re.finditer("|".join(self.home), text))


def require_own(unit: Unit, period: Period, aliases: Mapping[str, Unit]) -> None:
    """See that no name given with a text stands for a school, town or office of others. Raises BeyondUnit.

    Whoever may check a text of a unit may not therefore ask for everybody's figures.
    """
    own = _given(unit, period, aliases)
    for word, of in aliases.items():
        if of.kind in BELOW and word not in own:
            raise BeyondUnit(name=word, unit=of.name, own=unit.name)


def strange(text: str, places: Places) -> list[str]:
    """The cities, counties and provinces in a text that are not known by that name, each once."""
    automaton, names = _divisions()
    found = dict.fromkeys(names[number] for number, _, _ in automaton.find_matches_as_indexes(text))
    return [name for name in found if not any(name in word or word in name for word in places.words)]


@cache
def _divisions() -> tuple[AhoCorasick, list[str]]:
    names = sorted({one.name for one in divisions() if len(one.name) > 2 and one.name[-1] in "省市县区"})
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def masked(text: str, unit: Unit, period: Period) -> dict[str, Unit]:
    """Aliases for the names that a text leaves out: who writes XX市 or ××县 means the place the unit belongs to."""
    words = _MASKED.findall(text)
    here = next((one for one in above(unit, yyyymm(period.last)) if one.kind in _RANKED), None) if words else None
    return dict.fromkeys(words, here) if here is not None else {}


def _wide(unit: Unit, levels: Mapping[str, Levels]) -> frozenset[str]:
    """全市, and the names of what is above a unit; of one within the county, the county's too."""
    above = {one.value for one in _RANKED if one != unit.kind and (one != UnitKind.COUNTY or unit.kind in _WITHIN)}
    told = {word for level in LEVELS for word in (level.zh, *level.aliases)}
    return frozenset(word for word, found in levels.items() if found & above and (word[0] == "全" or word not in told))


def _levels(named: list[tuple[str, UnitKind]]) -> dict[str, Levels]:
    levels = {word: frozenset((level.code,)) for level in LEVELS for word in (level.zh, *level.aliases)}
    for name, kind in named:
        if kind in _RANKED:
            levels |= dict.fromkeys((name, _SUFFIX.sub("", name)), frozenset((kind.value,)))
    if _is_city(named):
        # A county-level city calls itself 市, and what its city grants 市级 too.
        levels["市级"] = frozenset((UnitKind.COUNTY.value, UnitKind.CITY.value))
    return levels


def _home(unit: Unit, named: list[tuple[str, UnitKind]]) -> tuple[str, ...]:
    """What a school's and a town's own text calls all of it is more than it in any other."""
    if unit.kind in _WITHIN:
        return tuple(f"{all_of}{it}" for it in _WITHIN[UnitKind(unit.kind)] for all_of in "全我本")
    return ("全县", "全区", *(("全市",) if _is_city(named) else ()))


def _is_city(named: list[tuple[str, UnitKind]]) -> bool:
    return any(kind == UnitKind.COUNTY and name.endswith("市") for name, kind in named)


def _above(unit: Unit, period: Period) -> Iterator[tuple[str, UnitKind]]:
    """The names of a unit and of all above it."""
    for here in above(unit, yyyymm(period.last)):
        yield from ((name, UnitKind(here.kind)) for name in _names(here))


def _given(unit: Unit, period: Period, aliases: Mapping[str, Unit]) -> dict[str, str]:
    """The names given with a text that stand for the unit or for what was below it in the period or is now."""
    told = {word: of.code for word, of in aliases.items() if of.kind in BELOW}
    own = {*subtree(unit, period).codes, *below(unit, this_month())} if told else set()
    return {word: code for word, code in told.items() if code in own}


def _below(unit: Unit, period: Period) -> dict[str, str]:
    """The schools, towns and offices by their names; a name that two of them have names neither.

    Closed ones and former names are found too, but whoever bore a name in the period comes first.
    """
    there = timeline().stood(*period.months)
    found: dict[str, set[tuple[bool, str]]] = {}
    rows = Unit.objects.filter(code__in=subtree(unit, period).codes, kind__in=BELOW).exclude(pk=unit.pk)
    for one in rows.prefetch_related("aliases"):
        former = {alias.name for alias in one.aliases.all() if alias.until and alias.until <= period.first}
        for name in _names(one):
            found.setdefault(name, set()).add((one.code not in there or name in former, one.code))
    first = {name: [code for past, code in each if past == min(each)[0]] for name, each in found.items()}
    return {name: codes[0] for name, codes in first.items() if len(codes) == 1}


def _names(unit: Unit) -> list[str]:
    names = (unit.name, unit.short_name, *(alias.name for alias in unit.aliases.all()))
    return list(dict.fromkeys(name for name in names if len(name) > 1))
