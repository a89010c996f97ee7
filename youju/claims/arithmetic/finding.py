"""A finding: two places of a text and what the arithmetic between them gives."""

from __future__ import annotations

from typing import NamedTuple

from youju.claims.reading.claim import Span

CODES = {
    "parts-agree": ("sum", "total"),
    "parts-differ": ("sum", "total"),
    "parts-nearly": ("sum", "total"),
    "part-exceeds": ("part", "total"),
    "rhythm-agrees": ("rhythm", "expected", "total"),
    "rhythm-differs": ("rhythm", "expected", "total"),
    "product-agrees": ("product", "total"),
    "product-differs": ("product", "total"),
    "share-agrees": ("part", "whole", "share", "percent"),
    "share-differs": ("part", "whole", "share", "percent"),
    "growth-agrees": ("change", "stated"),
    "growth-differs": ("change", "stated"),
    "hundred-differs": ("sum",),
    "percent-impossible": ("people", "percent", "nearest"),
    "percent-possible": ("people", "percent", "possible", "example"),
    "bounds-clash": ("said",),
    "honour-twice": ("first", "second"),
    "two-values": ("first", "second", "difference"),
}
"""Each sort of finding with the names of what its sentence needs; the sentences are arithmetic_words'."""


class Finding(NamedTuple):
    """Two places of a text, the first before the second, and the words and numbers of the sentence about them."""

    code: str
    first: Span
    second: Span
    params: dict[str, str]

    @property
    def agrees(self) -> bool:
        """Say whether the text bears itself out."""
        return self.code.endswith(("-agree", "-agrees"))


def found(code: str, one: Span, other: Span, **params: str) -> Finding:
    """Build a finding from two places in any order."""
    first, second = sorted((one, other))
    return Finding(code, first, second, params)
