"""The words of common_words.toml, read once."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

_FILE = Path(__file__).with_suffix(".toml")
_READ = tomllib.loads(_FILE.read_text("utf-8"))

COMMON = frozenset(word for line in _READ["common"].values() for word in line.split())
"""What any sentence may hold without telling of another figure."""


def _common(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in _READ["common"][line].split())


DOING = _common("doing", "carried")
HEADS = _common("thing", "persons", "carried")
"""Right behind a figure's own words they are what is counted in its stead: 学校*阵地*, 志愿者*工作人员*."""

SORTS = _common("thing", "way", "sort")
"""Right before its noun they tell which of them: *优质*幼儿园."""

GROUPS = frozenset(_READ["groups"]["words"].split())
"""Who does something; beside a noun or a number they are a part of the whole, or what is counted."""

THINGS = frozenset(_READ["things"]["words"].split())
_EACH = frozenset(_READ["each"]["words"].split())
_ADDED = frozenset(_READ["added"]["words"].split())
_CHANGED = frozenset(_READ["changed"]["words"].split())
_APART = frozenset(_READ["apart"]["words"].split())
AUTUMN = tuple(_READ["school_year"]["words"].split())
"""When schools are counted."""

_COUNTED_IN_AUTUMN = re.compile("|".join(_READ["school_year"]["figures"].split()))
TITLES = tuple(_READ["titles"]["words"].split())
"""What makes a title of a noun: 优秀班主任 is no 班主任."""

HONOURS = tuple(_READ["acts"]["honour"].split())
"""What is done to whom gets a title."""

DEEDS = frozenset(" ".join(_READ["acts"][act] for act in ("find", "visit", "submit", "handle", "train")).split())
"""What an office does with what it names before or behind it: 阵地巡查, 巡查阵地."""

_ACTS = tuple(frozenset(line.split()) for line in _READ["acts"].values())

WORDS = tuple(sorted(COMMON.union(GROUPS, AUTUMN, _EACH, _ADDED, _CHANGED, _APART, *_ACTS)))

_AUTOMATON = AhoCorasick(WORDS, matchkind=MatchKind.LeftmostLongest)
_NAMES_ACT = tuple((word, acts) for acts in _ACTS for word in acts)
_NAMING = AhoCorasick([word for word, _ in _NAMES_ACT])
_GAP = " "


def is_of_the_school_year(name: str) -> bool:
    """Whether a name is of what is counted once a year, when schools begin."""
    return _COUNTED_IN_AUTUMN.search(name) is not None


def words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of any kind in a text, the longest first, with where they begin and end."""
    return ((start, end, WORDS[number]) for number, start, end in _AUTOMATON.find_matches_as_indexes(text))


def without_common(text: str) -> str:
    """A text of the same length with blanks for the words that any sentence may hold.

    Single characters stay: they only fill gaps, 志愿者 is no 志愿 and 者.
    """
    told = list(text)
    for start, end, word in words_in(text):
        if word in COMMON and len(word) > 1:
            told[start:end] = _GAP * (end - start)
    return "".join(told)


def acts_of(phrases: Iterable[str], *, grows: bool, changed: bool = False, each: bool = False) -> frozenset[str]:
    """Every word for the acts that some phrases name.

    grows: what a period added is meant, not a stock. changed: a change against an earlier period is.
    each: the least of all is, or what lasts each time.
    """
    names = "\0".join(phrases)
    found = _NAMING.find_matches_as_indexes(names, overlapping=True)
    named = {_NAMES_ACT[number][1] for number, _, _ in found}
    autumn = AUTUMN if is_of_the_school_year(names) else ()
    more = _ADDED if grows else (), _CHANGED if changed else (), _EACH if each else ()
    return frozenset().union(*named, autumn, *more)
