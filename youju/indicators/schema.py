"""What a definition must say, and how one table of a file becomes an Indicator.

Pure: the words that definitions may use come in as a Vocabulary; what is wrong goes out as sentences.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from youju.indicators.indicator import CARD_FIELDS, COUNTED, COUNTING, SCOPES, SHAPES, Card, Indicator, Text
from youju.records.measures import Measure

FILTERS = ("category", "level", "occasion", "unit_kind")
_REQUIRED = ("code", "zh", "en", "shape", "scope", "card")
_MEASURES = {"ratio": ("part", "whole")}
_OPTIONAL = ("measure", "part", "whole", "of", *FILTERS, "word", "word_en", "places", "aliases")
_LISTS = (*FILTERS, "aliases")
_NUMBERS = ("places",)
_CODE = re.compile(r"[a-z0-9][a-z0-9._-]*")
_MOST_PLACES = 6

Table = Mapping[str, Any]


class Vocabulary(NamedTuple):
    """The words that a definition may use."""

    measures: Mapping[str, Measure]
    levels: frozenset[str]
    unit_kinds: frozenset[str]


def problems(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    """One sentence for each thing that is wrong with a definition; the later checks lean on the earlier ones."""
    for check in (_form, _card, _shape, _measures, _filters):
        found = list(check(table, vocabulary))
        yield from found
        if found:
            return


def indicator_of(table: Table) -> Indicator:
    """The indicator that a table without problems declares."""
    return Indicator(
        code=table["code"],
        name=_text(table),
        shape=table["shape"],
        scope=table["scope"],
        card=Card(*(_text(table["card"][field]) for field in CARD_FIELDS)),
        measure=table.get("measure", ""),
        part=table.get("part", ""),
        whole=table.get("whole", ""),
        of=table.get("of", ""),
        category=_codes(table, "category"),
        level=_codes(table, "level"),
        occasion=_codes(table, "occasion"),
        unit_kind=_codes(table, "unit_kind"),
        word=Text(table.get("word", ""), table.get("word_en", "")),
        places=table.get("places", 2),
        aliases=_codes(table, "aliases"),
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
    if name in _NUMBERS:
        return type(value) is int and 0 <= value <= _MOST_PLACES
    if name in _LISTS and isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str)


def _card(table: Table, _vocabulary: Vocabulary) -> Iterator[str]:
    card = table["card"]
    for name in CARD_FIELDS:
        line = card.get(name)
        for language in ("zh", "en"):
            if not isinstance(line, dict) or not isinstance(line.get(language), str) or not line[language].strip():
                yield _("“card.%(name)s.%(language)s” is missing.") % {"name": name, "language": language}
    for name in sorted(set(card) - set(CARD_FIELDS)):
        yield _("There is no field “%(name)s”.") % {"name": f"card.{name}"}


def _shape(table: Table, _vocabulary: Vocabulary) -> Iterator[str]:
    shape = table["shape"]
    yield from _known("shape", [shape], SHAPES)
    yield from _known("scope", [table["scope"]], SCOPES)
    needed = {*_MEASURES.get(shape, ("measure",)), *(["of"] if shape in COUNTING else [])}
    for name in ("measure", "part", "whole", "of"):
        if name in needed and not table.get(name):
            yield _("The shape %(shape)s needs “%(name)s”.") % {"shape": shape, "name": name}
        if name not in needed and table.get(name):
            yield _("The shape %(shape)s has no “%(name)s”.") % {"shape": shape, "name": name}
    if "places" in table and shape != "ratio":
        yield _("The shape %(shape)s has no “%(name)s”.") % {"shape": shape, "name": "places"}
    if table.get("of"):
        yield from _known("of", [table["of"]], COUNTED)
    if shape == "min" and table["scope"] == "subtree" and not table.get("unit_kind"):
        yield _("The least over a subtree needs “unit_kind”: which units are expected to report.")


def _measures(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    shape = table["shape"]
    codes = [table[name] for name in _MEASURES.get(shape, ("measure",))]
    unknown = list(_known("measure", codes, vocabulary.measures))
    yield from unknown
    if unknown:
        return
    for code in codes:
        measure = vocabulary.measures[code]
        if shape not in measure.shapes:
            legal = ", ".join(measure.shapes)
            yield _("The measure %(code)s does not allow the shape %(shape)s; it allows: %(legal)s.") % {
                "code": code, "shape": shape, "legal": legal,
            }  # fmt: skip
    if shape == "ratio" and (declared := vocabulary.measures[codes[0]].whole) not in ("", codes[1]):
        yield _("%(part)s is a part of %(declared)s, not of %(whole)s.") % {
            "part": codes[0], "declared": declared, "whole": codes[1],
        }  # fmt: skip


def _filters(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    yield from _known("level", _codes(table, "level"), vocabulary.levels)
    yield from _known("unit_kind", _codes(table, "unit_kind"), vocabulary.unit_kinds)
    for name in _MEASURES.get(table["shape"], ("measure",)):
        measure = vocabulary.measures[table[name]]
        yield from _known("category", _codes(table, "category"), measure.categories)


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
