"""Near misses: sentences with the ledger's own number that speak of something else. None may turn green.

near_misses.txt has a line for each frame written by hand: what is another in it, the figure it comes near, and the
sentence. near_turns.txt has plain right sentences (base) and what turns each of them: another period, another scope,
or that it is planned; every one is put round every base. Every other frame and every other turn is unseen: rules are
not changed for it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__)


class NearMiss(NamedTuple):
    """sort: modifier, survey, measure, title, part, unit, rank, stage; of turns period, scope, mood.

    code: the figure whose number stands at {n}. unseen: in the half that no rule was changed for.
    """

    sort: str
    code: str
    sentence: str
    unseen: bool


def rows(name: str) -> list[list[str]]:
    """The lines of one of the two files, cut at their bars."""
    return [line.split("|") for line in _HERE.with_name(name).read_text("utf-8").splitlines()]


def bases() -> list[NearMiss]:
    """The right sentences that the turns are put round."""
    return [NearMiss(sort, code, f"{said}。", False) for sort, code, said in _of_turns("base")]


def near_misses() -> Iterator[NearMiss]:
    """Every frame, and every turn round every base."""
    for place, (sort, code, sentence) in enumerate(rows("near_misses.txt")):
        yield NearMiss(sort, code, sentence, place % 2 == 1)
    turns = [row for row in rows("near_turns.txt") if row[0] != "base"]
    for place, (sort, turn) in enumerate(turns):
        for _, code, said in _of_turns("base"):
            yield NearMiss(sort, code, turn.replace("{}", said) + "。", place % 2 == 1)


def _of_turns(sort: str) -> list[list[str]]:
    return [row for row in rows("near_turns.txt") if row[0] == sort]
