"""Candidates: the declared indicators and the ledger's other cells that a claim may speak of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from youju.claims.lexicon.common_words import COMMON, DEEDS, is_of_the_school_year
from youju.claims.lexicon.measure_words import class_of
from youju.claims.lexicon.plain_words import as_written
from youju.indicators.indicator import COUNTING, LASTING, Indicator
from youju.records.counting.levels import LEVELS
from youju.records.counting.measures import Measure

Form = Literal["number", "percent", "rank"]

_LEVEL_WORDS = "|".join(
    sorted((name for level in LEVELS for name in (level.zh, *level.aliases)), key=len, reverse=True)
)
_LEVEL = re.compile(
    rf"^(?:[省市县](?=[^级委区、])|(?:{_LEVEL_WORDS})(?!以上|及))|在?(?:{_LEVEL_WORDS})的?(?=位次|名次|方阵|$)"
)
_MONTHLESS = frozenset((*LASTING, "last", "places", "each", "min"))
OWED = "(?<![回反响适供效对相])应"
"""What says how much there should be; 回应 does not."""
_COUNT_NOUN = re.compile("(?:人数|总数|数量|次数|批次|户次|天数|名次|的?位次)$")


@dataclass(frozen=True, slots=True)
class Facets:
    """The words a candidate goes by. Of each facet any one will do."""

    whole: tuple[str, ...]  # names of the indicator itself
    measure: tuple[str, ...]
    category: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that the ledger counts. levels: those its facts have; empty where they have none.

    told: names of the occasions its facts belong to, and of what it is a part of (报送 of what is 录用); a text may say
    them too, but they do not name it. part: a cell of what is only a part of something, which has the same categories.
    """

    indicator: Indicator
    declared: bool
    form: Form
    word: str
    facets: Facets
    levels: frozenset[str] = frozenset()
    told: tuple[str, ...] = ()
    part: bool = False

    @property
    def measure(self) -> str:
        """The measure it counts; of a share, the part."""
        return self.indicator.measures[0]

    @property
    def monthless(self) -> bool:
        """What stands at a day, or is stated once, does not belong to the month in which a text tells of it."""
        return self.indicator.shape in _MONTHLESS or is_of_the_school_year(self.indicator.zh)

    @property
    def states_all(self) -> bool:
        """Whether it is how many there are in all, as 学校总数 and 小学数 are; not of whom something is true."""
        house = class_of(self.word) == "house" and self.declared
        return not self.indicator.of and (house or self.indicator.zh.endswith("总数"))

    @property
    def owed(self) -> bool:
        """Whether it is how much there should be: 应写学习报告人数, 计划应报事项."""
        return re.search(OWED, self.indicator.zh) is not None

    @property
    def code(self) -> str:
        """The indicator's code; "" for a cell, which has only its description."""
        return self.indicator.code if self.declared else ""


def candidate(
    indicator: Indicator,
    measures: Mapping[str, Measure],
    occasions: Mapping[str, tuple[str, ...]],
    *,
    declared: bool,
    levels: frozenset[str],
    told: Iterable[str],
) -> Candidate:
    """Describe an indicator by its words. occasions: the names of each, by code; told: the codes of its facts'."""
    counted = [measures[code] for code in indicator.measures]
    return Candidate(
        indicator=indicator,
        declared=declared,
        form=form_of(indicator, counted[0]),
        word=indicator.word.zh or _word(indicator, counted[0]),
        facets=Facets(
            whole=_variants((indicator.zh, *indicator.aliases)) if declared else (),
            measure=known_as(_measure_names(counted, divided=bool(indicator.category))),
            category=known_as(_category_names(counted, indicator.category)),
            occasion=known_as(name for code in indicator.occasion for name in occasions.get(code, ())),
        ),
        levels=levels or frozenset(indicator.level),
        part=not declared and any(measure.whole for measure in counted),
        told=known_as(chain(_of_wholes(counted, measures), *(occasions.get(code, ()) for code in sorted(told)))),
    )


def form_of(indicator: Indicator, measure: Measure) -> Form:
    """What sort of number it gives."""
    if indicator.shape == "ratio" or measure.form == "percent":
        return "percent"
    return "rank" if measure.form == "rank" else "number"


def _word(indicator: Indicator, measure: Measure) -> str:
    return "个" if indicator.shape in COUNTING and indicator.of != "subject" else measure.word


def _category_names(measures: Iterable[Measure], codes: Iterable[str]) -> Iterable[str]:
    for measure in measures:
        for code in codes:
            if found := measure.categories.get(code):
                yield from (found.zh, *found.aliases)


def _measure_names(measures: Iterable[Measure], *, divided: bool) -> Iterable[str]:
    """What any sentence may say (现有, 拥有) is no name, unless a category is named beside it. divided: one is."""
    names = (name for one in measures for name in (one.zh, *one.aliases))
    return (name for name in names if divided or name not in COMMON)


def _of_wholes(parts: Iterable[Measure], measures: Mapping[str, Measure]) -> Iterable[str]:
    """The names of what some measures are parts of."""
    wholes = (measures[part.whole] for part in parts if part.whole)
    return (name for whole in wholes for name in (whole.zh, *whole.aliases))


def _variants(names: Iterable[str]) -> tuple[str, ...]:
    """Each name also without its level and without 人数, 次数 …: a text names the level apart."""
    plain = [_LEVEL.sub("", name) or name for name in names]
    short = [_COUNT_NOUN.sub("", name) for name in plain]
    # 阵地巡查 is said as 巡查阵地 too.
    turned = [name[2:] + name[:2] for name in short if len(name) == 4 and name[2:] in DEEDS]
    return known_as(name for name in (*plain, *short, *turned) if len(name) > 1)


def known_as(names: Iterable[str]) -> tuple[str, ...]:
    """The names that words can find, each once, as they are and in written words."""
    return tuple(dict.fromkeys(each for name in names if len(name) > 1 for each in (name, as_written(name))))
