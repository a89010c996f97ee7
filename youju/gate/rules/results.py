"""What may be somebody's mark, rank or grade in a sentence."""

from typing import NamedTuple

from youju.gate.rules.exams import OF_CLASS, OF_MARKS
from youju.gate.rules.ways import RESULTS
from youju.lib.patterns import late

_COMPILED = tuple((result, late(result.pattern)) for result in RESULTS)
_OF_RANK = late("排名|名次|位次")


class Found(NamedTuple):
    """start, end (exclusive): in the sentence; code: of the row."""

    start: int
    end: int
    code: str


def results_in(sentence: str, *, exam: bool, around: str) -> list[Found]:
    """In their order. exam: the text is of exams; around: the sentence with what stands above it."""
    holds = {
        "": True,
        "exam": exam,
        "marks": exam and bool(OF_MARKS.search(sentence)),
        "rank": exam and bool(_OF_RANK.search(sentence)),
        "class": exam or bool(OF_CLASS.search(around)),
    }
    return sorted(
        Found(*hit.span(), result.code)
        for result, pattern in _COMPILED
        if holds[result.needs]
        for hit in pattern.finditer(sentence)
    )
