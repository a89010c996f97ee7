"""Definitions as plain values: what a figure counted on the day it was frozen, to be held against today's."""

import json
from dataclasses import fields
from hashlib import sha256
from typing import Any

from youju.indicators.catalogue import measures_of
from youju.indicators.indicator import Card, Indicator, Text
from youju.records.kinds import all_measures

_LABEL = b"youju-definition-v1\0"
# Other names and where it stands on pages: a figure means the same with another of them.
_NO_MEANING = frozenset({"aliases", "beside", "group", "main", "alike"})
# Measures are kept by their codes alone.
_LEFT_OUT = frozenset({"reads"})


def definition_of(indicator: Indicator) -> dict[str, Any]:
    """An indicator as JSON has it."""
    told = {each.name: _plain(getattr(indicator, each.name)) for each in fields(indicator)}
    told = {name: value for name, value in told.items() if name not in _LEFT_OUT}
    return told | {"words": [measure.word for measure in measures_of(indicator)]}


def definition_digest(definition: dict[str, Any]) -> str:
    """SHA-256 over what it counts, its card and its name, in hexadecimal digits."""
    meaning = {name: value for name, value in definition.items() if name not in _NO_MEANING}
    return sha256(_LABEL + json.dumps(meaning, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def indicator_from(definition: dict[str, Any]) -> Indicator:
    """The indicator that was kept, for reading only: measures that are gone since are left out of it."""
    known = {each.name for each in fields(Indicator)} - _LEFT_OUT
    values = {name: _tupled(value) for name, value in definition.items() if name in known}
    card = Card(**{name: Text(*text) for name, text in definition["card"].items()})
    values |= {"card": card, "name": Text(*definition["name"]), "word": Text(*definition["word"])}
    indicator = Indicator(**values)
    measures = all_measures()
    reads = tuple(measures[code] for code in indicator.measures if code in measures)
    return Indicator(**values, reads=reads)


def _plain(value: Any) -> Any:
    if isinstance(value, Card):
        return {each.name: list(getattr(value, each.name)) for each in fields(value)}
    return list(value) if isinstance(value, tuple) else value


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
