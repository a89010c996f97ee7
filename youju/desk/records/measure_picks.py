"""The first question of a kind whose form begins with a measure: which one, found by name or under its section."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from youju.phrases import enumerated, reads_chinese
from youju.records.counting.measures import Measure
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.kinds import measures_of, section_of


class Pick(NamedTuple):
    """One measure to choose: its name, what is written for it elsewhere, and where choosing leads."""

    name: str
    also: str
    query: str


def picks(kind: RecordKind, text: str, given: Mapping[str, str]) -> list[tuple[Section, list[Pick]]]:
    """The measures whose name, category or alias holds ``text``, under their sections.

    given: values that the address brought for other fields of the form.
    """
    grouped: dict[Section, list[Pick]] = defaultdict(list)
    for measure in measures_of(kind).values():
        if _matches(measure, text.strip().lower()):
            grouped[section_of(measure.code)].append(_pick(kind, measure, given))
    return [(section, grouped[section]) for section in Section if section in grouped]


def _matches(measure: Measure, text: str) -> bool:
    categories = measure.categories.values()
    own = (measure.zh, measure.en, *measure.aliases)
    inner = (word for category in categories for word in (category.zh, category.en, *category.aliases))
    return any(text in word.lower() for word in (*own, *inner))


def _pick(kind: RecordKind, measure: Measure, given: Mapping[str, str]) -> Pick:
    chinese = reads_chinese()
    names = [category.zh if chinese else category.en for category in measure.categories.values()]
    return Pick(
        measure.zh if chinese else measure.en, enumerated(names), urlencode({**given, kind.form.PICK: measure.code})
    )
