"""Texts marked with the figures they state, and how far what a reader found agrees with the marks.

A text is marked [[figure|value|unit|kind|approx]]; {{…}} is neither rewarded nor punished. Every other numeral in it is
a hard negative. Readers may be of any make: what they find only needs a start, an end and a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

TEXTS = Path(__file__).parent / "texts"
MARKUP = re.compile(r"\[\[([^|\]]+)\|([^|]*)\|([^|]*)\|(\w+)\|(\w+)\]\]|\{\{(.+?)\}\}")
NUMERAL = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?|[一二三四五六七八九十百千万亿两]+")


class Found(Protocol):
    """What a reader found."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def value(self) -> Decimal | None: ...


F = TypeVar("F", bound=Found)


class Figure(NamedTuple):
    start: int
    end: int
    value: Decimal | None
    unit: str
    kind: str
    approx: str
    optional: bool = False


def parse_marked(marked: str) -> tuple[str, list[Figure]]:
    """Take the markup out and give the plain text with its figures."""
    text, figures, at = "", [], 0
    for found in MARKUP.finditer(marked):
        text += marked[at : found.start()]
        inner = found[1] or found[6]
        value = Decimal(found[2]) if found[2] else None
        figures.append(
            Figure(len(text), len(text) + len(inner), value, found[3], found[4], found[5], optional=bool(found[6]))
        )
        text, at = text + inner, found.end()
    return text + marked[at:], figures


def overlap(figure: Figure, found: Found) -> bool:
    return figure.start < found.end and found.start < figure.end


def equal(figure: Figure, found: Found) -> bool:
    return figure.value == found.value


def judge(
    text: str, figures: Sequence[Figure], claims: Sequence[F], agrees: Callable[[Figure, Found], bool] = equal
) -> tuple[list[tuple[Figure, F]], list[Figure], list[F], int]:
    """Pair figures with what was found: pairs, missed figures, false finds, and how many hard negatives there were."""
    pairs: list[tuple[Figure, F]] = []
    missed: list[Figure] = []
    used: set[int] = set()
    paired: set[int] = set()
    for figure in figures:
        index = next((i for i, c in enumerate(claims) if i not in used and overlap(figure, c)), None)
        if index is not None:
            used.add(index)
        right = index is not None and agrees(figure, claims[index])
        if figure.optional:
            continue
        if index is None or not right:
            missed.append(figure)
        else:
            pairs.append((figure, claims[index]))
            paired.add(index)
    optional = [figure for figure in figures if figure.optional]
    false = [
        claim
        for index, claim in enumerate(claims)
        if index not in paired and not (index in used and any(overlap(figure, claim) for figure in optional))
    ]
    return pairs, missed, false, count_negatives(text, figures)


def count_negatives(text: str, figures: Sequence[Figure]) -> int:
    """Count the numerals of a text that are no figures."""
    return sum(
        not any(f.start < found.end() and found.start() < f.end for f in figures) for found in NUMERAL.finditer(text)
    )
