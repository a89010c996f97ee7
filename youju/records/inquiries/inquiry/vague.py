"""Words of an answer that promise without a day (近期、尽快、适时 …): a list with reasons, in vague_words.toml."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("vague_words.toml")


class Vague(NamedTuple):
    """but: longer phrases in which the word promises nothing."""

    word: str
    reason: str
    case: str
    leave: str
    but: tuple[str, ...]


@cache
def vague_list() -> tuple[Vague, ...]:
    rows = tomllib.loads(_FILE.read_text("utf-8"))["vague"]
    return tuple(Vague(**{**row, "but": tuple(row["but"])}) for row in rows)


def vague_words(text: str) -> list[str]:
    """The vague words that stand in a text, each once, in the order of the list."""
    return [vague.word for vague in vague_list() if any(_stands(vague, text))]


def _stands(vague: Vague, text: str) -> Iterator[bool]:
    """For each place of the word, whether it is not a part of a phrase that promises nothing."""
    place = text.find(vague.word)
    while place >= 0:
        yield not any(_covers(phrase, vague.word, text, place) for phrase in vague.but)
        place = text.find(vague.word, place + 1)


def _covers(phrase: str, word: str, text: str, place: int) -> bool:
    begin = place - phrase.index(word)
    return begin >= 0 and text.startswith(phrase, begin)
