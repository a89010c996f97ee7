"""Two texts side by side, sentence by sentence: which one became which."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from youju.summaries.paper.sentences import Sentence

Pair = tuple[Sentence | None, Sentence | None]

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Sentences that share less than this are not the same one rewritten.
_ALIKE = 0.3
# In a run of more pairs than these, the text was written anew: nothing is gained by pairing it.
_MOST_PAIRS = 40_000
# Sentences of a text that is longer than any that people write.
_LONG = 2000


class Run(NamedTuple):
    """Sentences that differ, out and back, None where one was added or left out; and the same ones on either side."""

    pairs: list[Pair]
    ahead: Pair | None
    behind: Pair | None


def differing(out: Sequence[Sentence], back: Sequence[Sentence]) -> Iterator[Run]:
    """What differs, in the order of the text. Between two runs at least one sentence is the same in both."""
    is_long = max(len(out), len(back)) > _LONG  # what stands everywhere is not looked for then
    matcher = SequenceMatcher(None, [each.text for each in out], [each.text for each in back], autojunk=is_long)
    for kind, first, last, begins, ends in matcher.get_opcodes():
        if kind != "equal":
            ahead = (out[first - 1], back[begins - 1]) if first and begins else None
            behind = (out[last], back[ends]) if last < len(out) and ends < len(back) else None
            yield Run(list(_paired(out[first:last], back[begins:ends])), ahead, behind)


def _paired(out: Sequence[Sentence], back: Sequence[Sentence]) -> Iterator[Pair]:
    """Within a run that differs: the pairing in order that makes the most of what is alike."""
    if len(out) == len(back) == 1:
        yield out[0], back[0]
        return
    if len(out) * len(back) > _MOST_PAIRS:
        yield from ((each, None) for each in out)
        yield from ((None, each) for each in back)
        return
    best = _best(out, back)
    row = column = 0
    while row < len(out) or column < len(back):
        if row < len(out) and column < len(back):
            alike = _likeness(out[row], back[column])
            if alike >= _ALIKE and best[row][column] == alike + best[row + 1][column + 1]:
                yield out[row], back[column]
                row, column = row + 1, column + 1
                continue
        if row < len(out) and best[row][column] == best[row + 1][column]:
            yield out[row], None
            row += 1
        else:
            yield None, back[column]
            column += 1


def _best(out: Sequence[Sentence], back: Sequence[Sentence]) -> list[list[float]]:
    """For each place in both, how much can be alike from there on."""
    best = [[0.0] * (len(back) + 1) for _ in range(len(out) + 1)]
    for row in reversed(range(len(out))):
        for column in reversed(range(len(back))):
            alike = _likeness(out[row], back[column])
            together = alike + best[row + 1][column + 1] if alike >= _ALIKE else 0.0
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    return best


def _likeness(one: Sentence, other: Sentence) -> float:
    """Share of common pairs of letters (Dice), 0 to 1; numbers count as one letter each."""
    first, second = _bigrams(one.text), _bigrams(other.text)
    return 2 * (first & second).total() / ((first.total() + second.total()) or 1)


@lru_cache(maxsize=1024)
def _bigrams(text: str) -> Counter[str]:
    plain = f"^{_NUMBER.sub('#', text)}$"
    return Counter(plain[at : at + 2] for at in range(len(plain) - 1))
