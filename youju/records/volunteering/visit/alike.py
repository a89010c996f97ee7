"""Rows that are likely one household or enterprise: a question to whoever knows the village, never an answer."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple
from unicodedata import normalize

from youju.lib.sounds import sounds
from youju.lib.traditional import simplified
from youju.records.volunteering.visit.visited import VisitSort

# “云溪纸业” and “云溪纸业集团” reach 0.8; two names of three characters that differ in one stay below, at 0.67.
_NEAR = 0.8
# Two characters that more of a place's names have, as 食品, point to nobody.
_FEW = 20
_UNSAID = re.compile(r"[\W_]+")
_VILLAGE = re.compile(r"(?<=..)(?:村民委员会|居民委员会|村委会|居委会|社区|村)$")
_FIRM = re.compile(r"(?<=..)(?:有限责任公司|股份有限公司|有限公司|公司)$")
_DIGITS = re.compile(r"\d+")


class Known(NamedTuple):
    """A row as it was written down."""

    pk: int
    sort: str
    place: str
    name: str


class _Spelled(NamedTuple):
    """The same, without what is written now this way and now that. core: the name without 有限公司 and the like."""

    pk: int
    sort: str
    village: str
    name: str
    core: str


def plain(text: str) -> str:
    """Letters and digits alone: width, case, blanks, points and traditional characters make no difference."""
    return _UNSAID.sub("", simplified(normalize("NFKC", text)).casefold())


def likely_doubles(rows: Iterable[Known]) -> dict[int, list[int]]:
    """Of each row that may stand there twice, the others that it may be, in the order given.

    In one village: names that are the same, that sound the same, or that nearly agree, with the same numbers in them.
    In villages that are spelled nearly alike, and of enterprises anywhere: the same name.
    """
    spelled = [row for row in map(_spelled, rows) if row.name]
    places = {row.pk: place for place, row in enumerate(spelled)}
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in (*_of_one_name(spelled), *_of_one_village(spelled)):
        found[one.pk].add(other.pk)
        found[other.pk].add(one.pk)
    return {pk: sorted(others, key=places.__getitem__) for pk, others in found.items()}


def _spelled(row: Known) -> _Spelled:
    name = plain(row.name)
    core = _FIRM.sub("", name) if row.sort == VisitSort.ENTERPRISE else name
    return _Spelled(row.pk, row.sort, _VILLAGE.sub("", plain(row.place)), name, core)


def _of_one_name(rows: list[_Spelled]) -> Iterator[tuple[_Spelled, _Spelled]]:
    for same in _together(rows, lambda row: [(row.sort, row.name)]):
        for one, other in combinations(same, 2):
            if one.sort == VisitSort.ENTERPRISE or _near_villages(one.village, other.village):
                yield one, other


def _near_villages(one: str, other: str) -> bool:
    """Spelled alike, or one with its town before it or its group behind it, or of one sound."""
    short, long = sorted((one, other), key=len)
    within = len(short) > 1 and (long.startswith(short) or long.endswith(short))
    return one == other or within or not sounds(one).isdisjoint(sounds(other))


def _of_one_village(rows: list[_Spelled]) -> Iterator[tuple[_Spelled, _Spelled]]:
    for same in _together(rows, lambda row: [(row.sort, row.village)]):
        for heard in _together(same, lambda row: sounds(row.core)):
            yield from combinations(heard, 2)
        for one, other in _sharing(same):
            if _near(one.core, other.core):
                yield one, other


def _sharing(rows: list[_Spelled]) -> set[tuple[_Spelled, _Spelled]]:
    """Those with two neighbouring characters in common that few others have: not each is compared with each."""
    bearing: dict[str, list[_Spelled]] = defaultdict(list)
    for row in rows:
        for pair in {row.core[place : place + 2] for place in range(len(row.core) - 1)}:
            bearing[pair].append(row)
    return {pair for same in bearing.values() if len(same) <= _FEW for pair in combinations(same, 2)}


def _near(one: str, other: str) -> bool:
    """Nearly the same text; house numbers tell households of one name apart."""
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR


def _together(rows: list[_Spelled], keys: Callable[[_Spelled], Iterable[Hashable]]) -> list[list[_Spelled]]:
    """The rows of one key, where there are several; a row may have several keys."""
    found: dict[Hashable, list[_Spelled]] = defaultdict(list)
    for row in rows:
        for key in keys(row):
            found[key].append(row)
    return [same for same in found.values() if len(same) > 1]
