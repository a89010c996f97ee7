"""The names that a bureau's texts may hold: its units, its people, and the places of GB/T 2260.

Each word stands for one thing (a key), so that a school and its short name get one mask. Offices are not among them:
every bureau has an 办公室. Nor is 县教育局 alone, which names no county.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from youju.orgs.divisions import divisions
from youju.orgs.people import Person
from youju.orgs.tree import above, home_unit, this_month
from youju.orgs.units import Unit, UnitKind
from youju.summaries.masking.masked import Sort

_PLACES = (UnitKind.COUNTY, UnitKind.CITY, UnitKind.PROVINCE)
_PLACE = re.compile(r"^([\u4e00-\u9fff]{2,11}?(?:自治[区州县]|[省市县区州盟旗]))")
_SUFFIX = re.compile(r"(?:自治[区州县]|[省市县区州盟旗])$")
_TOWN = re.compile(r"^([\u4e00-\u9fff]{2,6}?(?:镇|乡|街道))")
_NO_NAME = re.compile(
    r"[省市县区镇乡]?(?:教育|教体|文教|教育体育|教育和体育)?(?:局|局机关|办公室|科|中心|学校|小学|中学|幼儿园)"
)
_SHORTEST = 2
_GB_SHORTEST = 3  # 郊区, 城区 are words
# Cities whose name without 市 is a word of its own: 长治久安, 日照充足.
_WORDS = {
    "大同",
    "安康",
    "长治",
    "日照",
    "白银",
    "黄石",
    "中山",
    "吉安",
    "保定",
    "自贡",
    "海东",
    "平凉",
    "三明",
    "通化",
    "大庆",
}
_SPACES = ("", " ", "\u3000", "\u00a0")


@dataclass(frozen=True, slots=True)
class Name:
    """What a word stands for. key: the same for all names of one thing; kind: what its mask ends in (市, 小学, 镇)."""

    key: str
    sort: Sort
    kind: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words to what they stand for, in one automaton."""

    names: dict[str, Name]
    words: tuple[str, ...]
    automaton: AhoCorasick = field(compare=False)

    @classmethod
    def of(cls, names: dict[str, Name]) -> "Lexicon":
        words = tuple(names)
        return cls(names, words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest))

    def find(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Each name of a text, the longest where several begin together, in its order and never overlapping."""
        for number, start, end in self.automaton.find_matches_as_indexes(text):
            yield start, end, self.names[self.words[number]]


def lexicon(home: Unit | None = None) -> Lexicon:
    """All names known to the bureau. home: whose places are XX市 and XX县; the bureau's unless given."""
    home = home or home_unit()
    names = dict(_divisions())
    for word, name in _people():
        names[word] = name
    places = list(_own_places(home))
    for word, name in (*_units(places), *places):
        names[word] = name
    return Lexicon.of(names)


def _divisions() -> Iterator[tuple[str, Name]]:
    """Places of the whole country by their full names, provinces and cities also by the short ones."""
    yield from _country()


@cache
def _country() -> tuple[tuple[str, Name], ...]:
    found: dict[str, Name] = {}
    for one in divisions():
        suffix = _SUFFIX.search(one.name)
        if suffix is None or len(one.name) < _GB_SHORTEST or one.name == "市辖区":
            continue
        name = Name(f"place:{one.name}", "place", suffix[0])
        found.setdefault(one.name, name)
        short = one.name[: suffix.start()]
        if one.level in (UnitKind.PROVINCE, UnitKind.CITY) and len(short) >= _SHORTEST and short not in _WORDS:
            found.setdefault(short, name)
    return tuple(found.items())


def _own_places(home: Unit) -> Iterator[tuple[str, Name]]:
    """The county, city and province that the bureau belongs to, with and without their last character."""
    for unit in above(home, this_month()):
        if unit.kind not in _PLACES:
            continue
        names = _names(unit)
        place = next((found[1] for each in names if (found := _PLACE.match(each))), "")
        suffix = _SUFFIX.search(place)
        if suffix is None:
            continue
        stem = place[: suffix.start()]
        name = Name(f"place:{place}", "place", suffix[0], own=True)
        yield place, name
        if len(stem) >= _SHORTEST:
            yield stem, name


def _units(places: Iterable[tuple[str, Name]]) -> Iterator[tuple[str, Name]]:
    """Schools and towns by every name they have, also without the county in front."""
    fronts = sorted((word for word, _name in places), key=len, reverse=True)
    rows = Unit.objects.filter(kind__in=(UnitKind.SCHOOL, UnitKind.TOWN)).prefetch_related("aliases").order_by("code")
    for unit in rows:
        sort: Sort = "unit" if unit.kind == UnitKind.SCHOOL else "place"
        kind = _school_kind(unit.name) if sort == "unit" else _town_kind(unit.name)
        name = Name(f"unit:{unit.code}", sort, kind)
        for each in _names(unit):
            yield each, name
            front = next((front for front in fronts if each.startswith(front)), "")
            if len(rest := each.removeprefix(front)) > _SHORTEST and not _NO_NAME.fullmatch(rest):
                yield rest, name
        if sort == "place" and (town := _TOWN.match(unit.name)):
            yield town[1], name


def _school_kind(name: str) -> str:
    found = re.search(
        r"(?:幼儿园|小学|初级中学|高级中学|初中|高中|中学|职业学校|特殊教育学校|中心校|学校|学院|中心)$", name
    )
    return found[0] if found else "学校"


def _town_kind(name: str) -> str:
    found = _TOWN.match(name)
    return re.search("镇|乡|街道", found[1])[0] if found else "镇"  # type: ignore[index]  # one of them ends it


def _people() -> Iterator[tuple[str, Name]]:
    """Everybody on a roster; short names also as they are spread out in lists (李　明)."""
    for said in set(Person.objects.values_list("name", flat=True)):
        plain = said.strip()
        if len(plain) < _SHORTEST:
            continue
        name = Name(f"person:{plain}", "person", "")
        spaces = _SPACES if len(plain) == _SHORTEST else ("",)
        for space in spaces:
            yield space.join(plain) if space else plain, name


def _names(unit: Unit) -> list[str]:
    names = (unit.name, unit.short_name, *(alias.name for alias in unit.aliases.all()))
    return [name for name in dict.fromkeys(names) if len(name) >= _SHORTEST and not _NO_NAME.fullmatch(name)]
