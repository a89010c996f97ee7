"""The patterns of the readers, switched off one by one: how many figures of the marked texts each decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import NamedTuple

from youju.claims.reading import bare, chinese, exclude, extract, rank, share, slogans

MODULES = (exclude, slogans, bare, rank, share, chinese)
_NEVER: dict[type, object] = {re.Pattern: re.compile("(?!)"), tuple: (), frozenset: frozenset()}


class Rule(NamedTuple):
    """A pattern, or a tuple or set of words, that a reader looks at."""

    module: ModuleType
    name: str

    def __str__(self) -> str:
        return f"{self.module.__name__.rpartition('.')[2]}.{self.name.strip('_').lower()}"


def rules() -> Iterator[Rule]:
    """Every one of the readers, in the order of their modules."""
    for module in MODULES:
        for name, value in vars(module).items():
            words = isinstance(value, tuple | frozenset) and all(isinstance(each, str) for each in value)
            if name.startswith("_") and not name.startswith("__") and (isinstance(value, re.Pattern) or words):
                yield Rule(module, name)


@contextmanager
def switched_off(rule: Rule) -> Iterator[None]:
    """Until this ends, the rule never holds."""
    value = getattr(rule.module, rule.name)
    setattr(rule.module, rule.name, next(never for sort, never in _NEVER.items() if isinstance(value, sort)))
    try:
        yield
    finally:
        setattr(rule.module, rule.name, value)


def decided(texts: Sequence[str], some: Iterable[Rule] | None = None) -> Iterator[tuple[Rule, int]]:
    """How many figures are read otherwise without each rule, or without each of some."""
    as_it_is = [_read(text) for text in texts]
    for rule in some or rules():
        with switched_off(rule):
            moved = [_read(text) ^ known for text, known in zip(texts, as_it_is, strict=True)]
        yield rule, sum(len({start for start, *_ in some}) for some in moved)


def _read(text: str) -> set[tuple[object, ...]]:
    return {(one.start, one.end, one.value, one.unit, one.kind, one.approx) for one in extract(text)}
