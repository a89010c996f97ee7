"""What a definition must say, and how one table of a file becomes an Indicator.

Pure: the words that definitions may use come in as a Vocabulary; what is wrong goes out as sentences.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from youju.indicators.indicator import (
    CARD_FIELDS,
    COUNTED,
    COUNTING,
    OPTIONAL_CARD_FIELDS,
    OVERS,
    SCOPES,
    SHAPES,
    Card,
    Indicator,
    Text,
)
from youju.records.counting.measures import Measure
from youju.records.heads.sections import Section

FILTERS = ("category", "level", "occasion", "unit_kind")
_REQUIRED = ("code", "zh", "en", "shape", "scope", "card")
_READ = ("measure", "part", "whole", "expected")
_OPTIONAL = (
    *_READ,
    "of",
    "over",
    *FILTERS,
    "word",
    "word_en",
    "places",
    "per",
    "aliases",
    "beside",
    "group",
    "main",
    "alike",
)
_TRUTHS = ("main", "alike")
_LISTS = ("part", "whole", *FILTERS, "aliases", "beside")
_OVER = ("min", "each")
_NUMBERS = {"places": (0, 6), "per": (1, 1_000_000)}
_CODE = re.compile(r"[a-z0-9][a-z0-9._-]*")

Table = Mapping[str, Any]


class Vocabulary(NamedTuple):
    """The words that a definition may use."""

    measures: Mapping[str, Measure]
    levels: frozenset[str]
    unit_kinds: frozenset[str]
    indicators: frozenset[str] = frozenset()  # what may stand beside one


def problems(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    """One sentence for each thing that is wrong with a definition; the later checks lean on the earlier ones."""
    for check in (_form, _card, _shape, _measures, _filters, _beside):
        found = list(check(table, vocabulary))
        yield from found
        if found:
            return


def indicator_of(table: Table, measures: Mapping[str, Measure], version: int = 1) -> Indicator:
    """The indicator that a table without problems declares."""
    return Indicator(
        code=table["code"],
        name=_text(table),
        shape=table["shape"],
        scope=table["scope"],
        card=Card(**{name: _text(line) for name, line in table["card"].items()}),
        measure=table.get("measure", ""),
        part=_codes(table, "part"),
        whole=_codes(table, "whole"),
        over=table.get("over", ""),
        expected=table.get("expected", ""),
        of=table.get("of", ""),
        category=_codes(table, "category"),
        level=_codes(table, "level"),
        occasion=_codes(table, "occasion"),
        unit_kind=_codes(table, "unit_kind"),
        word=Text(table.get("word", ""), table.get("word_en", "")),
        places=table.get("places", 2),
        per=table.get("per", 1),
        aliases=_codes(table, "aliases"),
        beside=_codes(table, "beside"),
        group=table.get("group", ""),
        main=table.get("main", False),
        alike=table.get("alike", False),
        version=version,
        reads=tuple(measures[code] for code in _read(table)),
    )


def _form(table: Table, _vocabulary: Vocabulary) -> Iterator[str]:
    for name in _REQUIRED:
        if not table.get(name):
            yield _("“%(name)s” is missing.") % {"name": name}
    for name, value in table.items():
        if name not in _REQUIRED and name not in _OPTIONAL:
            yield _("There is no field “%(name)s”.") % {"name": name}
        elif not _right_type(name, value):
            yield _("“%(name)s” has a value of the wrong type.") % {"name": name}
    if isinstance(code := table.get("code"), str) and code and not _CODE.fullmatch(code):
        yield _("A code has small letters, digits, dots, hyphens and underscores only.")


def _right_type(name: str, value: object) -> bool:
    if name == "card":
        return isinstance(value, dict)
    if name in _TRUTHS:
        return isinstance(value, bool)
    if name in _NUMBERS:
        least, most = _NUMBERS[name]
        return type(value) is int and least <= value <= most
    if name in _LISTS and isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str)


def _card(table: Table, _vocabulary: Vocabulary) -> Iterator[str]:
    card = table["card"]
    for name in (*CARD_FIELDS, *(name for name in OPTIONAL_CARD_FIELDS if name in card)):
        line = card.get(name)
        for language in ("zh", "en"):
            if not isinstance(line, dict) or not isinstance(line.get(language), str) or not line[language].strip():
                yield _("“card.%(name)s.%(language)s” is missing.") % {"name": name, "language": language}
    for name in sorted(set(card) - {*CARD_FIELDS, *OPTIONAL_CARD_FIELDS}):
        yield _("There is no field “%(name)s”.") % {"name": f"card.{name}"}


def _shape(table: Table, _vocabulary: Vocabulary) -> Iterator[str]:
    shape = table["shape"]
    yield from _known("shape", [shape], SHAPES)
    yield from _known("scope", [table["scope"]], SCOPES)
    needed, allowed = _fields(table)
    for name in (*_READ, "of", "over", "places", "per"):
        if name in needed and not table.get(name):
            yield _("The shape %(shape)s needs “%(name)s”.") % {"shape": shape, "name": name}
        if name not in allowed and name in table and table[name] not in ("", []):
            yield _("The shape %(shape)s has no “%(name)s”.") % {"shape": shape, "name": name}
    for name, known in (("of", COUNTED), ("over", OVERS)):
        if table.get(name):
            yield from _known(name, [table[name]], known)
    if shape == "min" and table["scope"] == "subtree" and not table.get("unit_kind") and not table.get("over"):
        yield _("The least over a subtree needs “unit_kind”: which units are expected to report.")


def _fields(table: Table) -> tuple[set[str], set[str]]:
    """Which fields a shape needs, and which it may have, of those that not every shape has."""
    shape = table["shape"]
    if shape == "ratio":
        return {"part", "whole"}, {"part", "whole", "places"}
    if shape == "mean":
        return {"measure"}, {"measure", "places", "per"}
    if shape == "sum":  # whole as it stands, with places in a larger unit
        return {"measure"}, {"measure", "per", *(["places"] if table.get("per", 1) != 1 else [])}
    needed = {"measure", *(["of"] if shape in COUNTING else []), *(["expected"] if table.get("over") else [])}
    return needed, needed | ({"over"} if shape in _OVER else set())


def _read(table: Table) -> list[str]:
    """Codes of all measures that a definition reads."""
    return [code for name in _READ for code in _codes(table, name)]


def _measures(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    shape, codes = table["shape"], _read(table)
    unknown = list(_known("measure", codes, vocabulary.measures))
    yield from unknown
    if unknown:
        return
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield _("The measure %(code)s is named twice: it would be counted twice.") % {"code": code}
    for code in codes:
        measure = vocabulary.measures[code]
        if code == table.get("expected"):  # what is due has no shape of its own
            continue
        if shape not in measure.shapes:
            legal = ", ".join(measure.shapes)
            yield _("The measure %(code)s does not allow the shape %(shape)s; it allows: %(legal)s.") % {
                "code": code, "shape": shape, "legal": legal,
            }  # fmt: skip
        elif shape == "mean" and measure.scale:
            yield _("A mean needs a measure of whole numbers; %(code)s has decimals.") % {"code": code}
    yield from _wholes(table, vocabulary)


def _wholes(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    wholes = _codes(table, "whole")
    for part in _codes(table, "part"):
        if (declared := vocabulary.measures[part].whole) not in ("", *wholes):
            yield _("%(part)s is a part of %(declared)s, not of %(whole)s.") % {
                "part": part, "declared": declared, "whole": ", ".join(wholes),
            }  # fmt: skip


def _filters(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    yield from _known("level", _codes(table, "level"), vocabulary.levels)
    yield from _known("unit_kind", _codes(table, "unit_kind"), vocabulary.unit_kinds)
    yield from _known("group", _codes(table, "group"), Section.values)
    for code in _read(table):
        yield from _known("category", _codes(table, "category"), vocabulary.measures[code].categories)


def _beside(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    """What stands next to a figure is another one of those in force."""
    yield from _known("beside", _codes(table, "beside"), vocabulary.indicators - {table["code"]})


def _known(field: str, codes: "list[str] | tuple[str, ...]", legal: "Any") -> Iterator[str]:
    for code in codes:
        if code not in legal:
            yield _("“%(code)s” is no known %(field)s; known are: %(legal)s.") % {
                "code": code, "field": field, "legal": ", ".join(sorted(legal)) or "—",
            }  # fmt: skip


def _codes(table: Table, name: str) -> tuple[str, ...]:
    """A filter's codes: one may be written as plain text, none as an empty text."""
    value = table.get(name, ())
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value)


def _text(table: Table) -> Text:
    return Text(table["zh"], table["en"])
