"""What a claim's own words narrow it to: who granted it (level), which unit, which month or year.

A place before a title names the level that granted it (望川市学科带头人: city), not the unit that is counted.
全市 is the home itself where the home is written as a 市 (an alias such as XX市=@county, or its own name).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from youju.claims.windows import FAR, OWN, Window
from youju.lib.periods import Period
from youju.orgs.units import Unit, UnitKind
from youju.records.levels import LEVELS

Levels = frozenset[str]

_RANKED = (UnitKind.COUNTY, UnitKind.CITY, UnitKind.PROVINCE, UnitKind.NATION)
_BELOW = (UnitKind.SCHOOL, UnitKind.TOWN, UnitKind.OFFICE)
_HOME = re.compile("全[市县区]|我[市县区局]|局党委|各学?校|(?:[，；：]|我县|我市|全省)教育系统|(?<![一-龥]{2})教育局")
_SUFFIX = re.compile(r"(?<=[\u4e00-\u9fff]{2})[省市县区]$")
# 省特级教师, 被评为市骨干: one character stands for the level.
_BARE = re.compile(r"(?:(?<=[为获评由经得在、，的])|^)([省市])(?=[\u4e00-\u9fff])(?![级委直属区场长民、])")
_ORGAN = re.compile(
    r"(?:[\u4e00-\u9fff]{0,3}报(?![告送道名])|(?:教育)?(?:局|委|政府|人民政府|文明办|宣传部|纪委|组织部|发布|电视台))"
)
_EACH = re.compile(
    "每(?:校|所|家|人|名|位|个|镇|村|班|位?[\u4e00-\u9fff]{0,4}(?:成员|干部|教师|党员))|成员每|至少|均不少于"
)
_TOTAL = re.compile("共|合计|总计|累计|总数|总量|各类|各级")
_EACH_REACH = 30
_AND_ABOVE = re.compile("及?以上")
_GRANTS = re.compile("[被由经获]$")
_NOT_THE_DOER = re.compile("[赴到在向从对为与和、及给至]$|深入$|走进$|走访$|其中$")
_ONE_OF_MANY = re.compile("[、和与及等]")

_MONTH = re.compile(r"(?<![0-9])(1[0-2]|0?[1-9])月|(十[一二]?|[一二三四五六七八九])月(?:份|底|初|中旬)?")
_YEAR = re.compile(
    r"((?:19|20)[0-9]{2})(?:年|学年)|(去年|上年|上一年度?|前一年)|(今年|本年|全年|一年来|年内|累计|年度)"
)
_HALVES = (("上半年", 6), ("前三季度", 9), ("一季度", 3))
_CHINESE = {name: number for number, name in enumerate((*"一二三四五六七八九十", "十一", "十二"), 1)}
_COMPARED = re.compile(r"(?:比|较|与)(?:去年|上年)|(?:去年|上年)(?:同期|相比)|比上年|较上年|同比|环比")


@dataclass(frozen=True, slots=True)
class Named:
    """What is named. firm: in the claim's own words; loose: nearby, so that it may be meant.

    Each level mentioned is a set, as 市级 may be either of two. each: the least of every one is meant (每校不少于3篇);
    total: all sorts together are (共计, 合计, 各类).
    """

    firm: tuple[Levels, ...] = ()
    loose: tuple[Levels, ...] = ()
    unit: str = ""
    period: Period | None = None
    each: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """The places a text may name. home: whether 全市 and the like mean the home itself."""

    levels: Mapping[str, Levels]
    units: Mapping[str, str]
    automaton: AhoCorasick = field(compare=False)
    words: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, aliases: Mapping[str, Unit], ancestors: Iterable[tuple[Unit, Sequence[str]]], below: Mapping[str, str]
    ) -> "Places":
        """Gather the words. ancestors: home and what is above it, with their names; below: unit codes by name."""
        levels: dict[str, Levels] = {}
        for level in LEVELS:
            for word in (level.zh, *level.aliases):
                levels[word] = frozenset((level.code,))
        named = [(name, unit.kind) for unit, names in ancestors for name in names]
        named += [(word, unit.kind) for word, unit in aliases.items()]
        for name, kind in named:
            if kind in _RANKED:
                for word in {name, _SUFFIX.sub("", name)}:
                    levels[word] = frozenset((str(kind),))
        either = frozenset((UnitKind.COUNTY.value, UnitKind.CITY.value))
        units = dict(below) | {word: unit.code for word, unit in aliases.items() if unit.kind in _BELOW}
        if any(kind == UnitKind.COUNTY and name.endswith("市") for name, kind in named):
            # A county-level city calls itself 市, and what its city grants 市级 too.
            levels["市级"] = either
            levels.pop("全市", None)
        for word in ("全县", "全区"):
            levels.pop(word, None)
        words = tuple(dict.fromkeys((*levels, *units)))
        return cls(levels, units, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words)


class Qualifiers:
    """Looks up what the claims of one text are narrowed to."""

    __slots__ = ("_base", "_levels", "_text", "_units")

    def __init__(self, text: str, places: Places, base: Period) -> None:
        self._text, self._base = text, base
        self._levels: list[tuple[int, int, Levels]] = []
        self._units: list[tuple[int, int, str]] = []
        for number, start, end in places.automaton.find_matches_as_indexes(text):
            word = places.words[number]
            if word in places.units:
                self._units.append((start, end, places.units[word]))
            elif not self._is_organ(start, end):
                self._levels += ((start, end, levels) for levels in self._upwards(places.levels[word], end))
        self._add_bare(places)

    def of(self, start: int, sentence: tuple[int, int], windows: Sequence[Window]) -> Named:
        """What a claim that begins at ``start`` is narrowed to."""
        firm = self._mentions(window for window in windows if window.weight >= OWN)
        loose = () if firm else self._nearest(start, sentence, windows)
        each = _EACH.search(self._text, max(sentence[0], start - _EACH_REACH), start) is not None
        total = _TOTAL.search(self._text, max(sentence[0], start - _EACH_REACH), start) is not None
        return Named(firm, loose, self._unit(start, sentence), self._period(start, sentence[0]), each, total)

    def _is_organ(self, start: int, end: int) -> bool:
        """县教育局 acts; it grants nothing unless a 被 or 由 stands before it."""
        return bool(_ORGAN.match(self._text, end)) and not _GRANTS.search(self._text, max(0, start - 1), start)

    def _upwards(self, levels: Levels, end: int) -> Iterable[Levels]:
        """市级以上 names the city and every level above it."""
        if not _AND_ABOVE.match(self._text, end):
            return (levels,)
        codes = [level.code for level in LEVELS]
        return [frozenset((code,)) for code in codes[min(map(codes.index, levels)) :]]

    def _add_bare(self, places: Places) -> None:
        found = {"省": frozenset(("province",)), "市": places.levels["市级"]}
        taken = [(start, end) for start, end, _ in (*self._levels, *self._units)]
        for bare in _BARE.finditer(self._text):
            if not any(start <= bare.start() < end for start, end in taken):
                self._levels.append((bare.start(), bare.end(), found[bare[1]]))
        self._levels.sort(key=lambda one: one[0])

    def _mentions(self, windows: Iterable[Window]) -> tuple[Levels, ...]:
        spans = [(window.start, window.end) for window in windows]
        found = (
            levels
            for start, end, levels in self._levels
            if any(first <= start and end <= last for first, last in spans)
        )
        return tuple(dict.fromkeys(found))

    def _nearest(self, start: int, sentence: tuple[int, int], windows: Sequence[Window]) -> tuple[Levels, ...]:
        """The last mention before the claim in its sentence, else the first behind it in its clause."""
        before = [levels for at, _, levels in self._levels if sentence[0] <= at < start]
        if before:
            return (before[-1],)
        return self._mentions(window for window in windows if window.weight >= FAR and window.start > start)[:1]

    def _unit(self, start: int, sentence: tuple[int, int]) -> str:
        """The one unit that does what is counted: named once, before the claim, not as an example or a goal."""
        found = [one for one in self._units if sentence[0] <= one[0] and one[1] <= start]
        if len(found) != 1:
            return ""
        first, last, code = found[0]
        if _NOT_THE_DOER.search(self._text, max(0, first - 2), first) or _ONE_OF_MANY.match(self._text, last):
            return ""
        return "" if _HOME.search(self._text, last, start) else code

    def _period(self, start: int, sentence: int) -> Period | None:
        """Another period than the text's own; None where none is named, or more than one month."""
        before = self._text[max(sentence, start - 200) : start]
        year, reach = self._year(before)
        behind = before[reach:]
        months = [_month(found) for found in _MONTH.finditer(behind)]
        if len(set(months)) == 1:
            return Period.month(year, months[0])
        for word, last in _HALVES:
            if word in behind:
                return Period.to_date(Period.month(year, last).last)
        return Period.year(year) if year != self._base.first.year else None

    def _year(self, before: str) -> tuple[int, int]:
        """The year last named, and where its words end: an earlier month is no longer meant behind them."""
        year, reach = self._base.first.year, 0
        for found in _YEAR.finditer(before):
            if _COMPARED.search(before, max(0, found.start() - 2), found.end() + 2):
                continue
            year = int(found[1]) if found[1] else self._base.first.year - 1 if found[2] else self._base.first.year
            reach = found.end()
        return year, reach


def _month(found: re.Match[str]) -> int:
    return int(found[1]) if found[1] else _CHINESE[found[2]]
