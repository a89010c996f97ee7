"""What is wrong with a workbook, said so that somebody above can translate it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

_NOTHING: Mapping[str, object] = MappingProxyType({})


def gettext_noop(text: str) -> str:
    """The text itself: marks it for the catalogues."""
    return text


class Listed(NamedTuple):
    """Several things that fill one place of a sentence; whoever shows it joins them as the reader's language does.

    more: whether there are others, which are not named.
    """

    words: tuple[str, ...]
    more: bool = False

    def __str__(self) -> str:
        return ", ".join(self.words) + "…" * self.more


def listed(words: Iterable[object], most: int = 8) -> Listed:
    """The first of them. most: how many are named."""
    texts = tuple(map(str, words))
    return Listed(texts[:most], len(texts) > most)


class Said(NamedTuple):
    """A sentence: an English msgid and what fills its places."""

    message: str
    details: Mapping[str, object] = _NOTHING

    def __str__(self) -> str:
        return self.message % self.details if self.details else self.message


class Problem(NamedTuple):
    """What is wrong at one place. source: ``sheet!cell``, ``sheet!row`` or the sheet alone."""

    source: str
    said: Said

    def __str__(self) -> str:
        return f"{self.source}: {self.said}"


class Unread(ValueError):
    """A value that a reader does not take; ``said`` tells what to write."""

    def __init__(self, message: str, **details: object) -> None:
        self.said = Said(message, details)
        super().__init__(str(self.said))


class BadWorkbook(ValueError):
    """A file that cannot be read at all; ``said`` tells why and what to do."""

    def __init__(self, message: str, **details: object) -> None:
        self.said = Said(message, details)
        super().__init__(str(self.said))
