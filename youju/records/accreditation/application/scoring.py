"""What an application scores: plain arithmetic over marks.

Of a hundred points the score is the share that was reached of what applies: a criterion that does not apply takes its
points out of both. Points that are added stand on top. What bars from the title gives no points; it is counted by
itself. A grade whose every support has fallen counts nothing, and its points stay in what could be reached.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from youju.records.accreditation.checklist.criteria import Sort

_NOTHING, _HUNDRED, _CENT = Decimal(0), Decimal(100), Decimal("0.01")


class Mark(NamedTuple):
    """One graded criterion. share: percent of its points that the grade gives; None while there is none.

    applies: whether it does to the unit. supported: False where all that it cites has been voided.
    """

    points: Decimal
    share: int | None
    sort: str = Sort.COUNTED
    applies: bool = True
    supported: bool = True

    @property
    def reached(self) -> Decimal:
        if self.share is None or not (self.applies and self.supported):
            return _NOTHING
        return self.points * self.share / 100

    @property
    def bars(self) -> bool:
        """Whether it keeps from the title: of its sort, and graded as having occurred."""
        return self.sort == Sort.VETO and self.applies and self.share is not None and self.share < 100


class Score(NamedTuple):
    """reached, possible: of the counted criteria that apply; added: on top; bars: how many keep from the title."""

    reached: Decimal
    possible: Decimal
    added: Decimal
    bars: int

    @property
    def total(self) -> Decimal | None:
        """Of a hundred, with what is added, rounded half up to two places; None where nothing applies."""
        if not self.possible:
            return None
        return (_HUNDRED * self.reached / self.possible + self.added).quantize(_CENT, ROUND_HALF_UP)

    def reaches(self, line: int) -> bool:
        """Whether it is enough for a level that takes so many points. Nothing is rounded up to the line."""
        return bool(
            self.possible and not self.bars
            and _HUNDRED * self.reached + self.added * self.possible >= line * self.possible
        )  # fmt: skip


def score(marks: Iterable[Mark]) -> Score:
    """The score of these marks."""
    marks = list(marks)
    counted = [mark for mark in marks if mark.sort == Sort.COUNTED]
    return Score(
        reached=sum((mark.reached for mark in counted), _NOTHING),
        possible=sum((mark.points for mark in counted if mark.applies), _NOTHING),
        added=sum((mark.reached for mark in marks if mark.sort == Sort.BONUS), _NOTHING),
        bars=sum(mark.bars for mark in marks),
    )
