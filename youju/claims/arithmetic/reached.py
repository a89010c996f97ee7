"""What a figure came to: 比去年的120人增加30人，达到150人; 1560名，较上年净增40名（上年1520名）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from youju.claims.arithmetic.directions import DOWN, UP, is_down
from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.intervals import Interval, interval
from youju.claims.arithmetic.quantity import add, alike, apart, exact, held, less, said, times
from youju.claims.arithmetic.stretch import Stretch, last_clause, span
from youju.claims.reading import Claim

_BASE = re.compile("(?:[比较]|在|由|从)[^，。；、]{0,14}$")
_BY = re.compile(rf"^[^，。；0-9]{{0,6}}(?:基础上)?(?:净|又|再)?({UP}|{DOWN})了?$")
_RESULT = re.compile("^[^，。；0-9]{0,4}[，,](?:现|今年)?(?:达到?|增至|升至|增加到|降至|降到|减至|减少到|为)了?$")
_END = re.compile("[，。；、）)]|$")
_BY_BEHIND = re.compile(
    r"^[^。；0-9]{0,8}[，,（(](?:同比|[比较](?:上年|去年|上年末|去年末|年初|前一年)的?)?净?(增加|增长|增|减少|下降|减)了?$"
)
_BASE_BEHIND = re.compile("^[（(](?:上年末?|去年末?|年初|前一年|原有?)[^，。；0-9]{0,6}$")


class Steps(NamedTuple):
    """What it was, by how much it changed, what it is said to be."""

    base: Claim
    by: Claim
    result: Claim
    down: bool


def findings(stretch: Stretch) -> Iterator[Finding]:
    """Compare what a figure is said to be with what it was and by how much it changed."""
    for index in range(len(stretch.claims) - 2):
        steps = _forwards(stretch, index) or _backwards(stretch, index)
        if (
            steps is not None
            and alike(steps.base.unit, steps.result.unit)
            and exact(steps.base)
            and exact(steps.result)
        ):
            yield from _compare(steps)


def _forwards(stretch: Stretch, index: int) -> Steps | None:
    base, by, result = stretch.claims[index : index + 3]
    changed = _BY.match(stretch.gap(index + 1))
    if changed is None or not _RESULT.match(stretch.gap(index + 2)) or not _END.match(stretch.behind(result, 1)):
        return None
    return Steps(base, by, result, is_down(changed[1])) if _BASE.search(last_clause(stretch.before(base, 20))) else None


def _backwards(stretch: Stretch, index: int) -> Steps | None:
    result, by, base = stretch.claims[index : index + 3]
    changed = _BY_BEHIND.match(stretch.gap(index + 1))
    if changed is None or not _BASE_BEHIND.match(stretch.gap(index + 2)):
        return None
    return Steps(base, by, result, is_down(changed[1]))


def _compare(steps: Steps) -> Iterator[Finding]:
    base, by, result, down = steps
    values, stated = _after(steps), held(result)
    if values is None or stated is None or values.low is None or values.high is None:
        return
    amount = f"{base.text} × {by.text}" if by.kind == "percent" else by.text
    words = f"{base.text} {'-' if down else '+'} {amount} = {said((values.low + values.high) / 2, base, result)}"
    code = "growth-differs" if apart(values, stated) else "growth-agrees"
    yield found(code, span(base), span(result), change=words, stated=result.text)


def _after(steps: Steps) -> Interval | None:
    """Give what a figure comes to that changed by an amount, or by so many percent; None for other changes."""
    was, by = held(steps.base), steps.by
    size = interval(by) if by.kind == "percent" else held(by)
    if was is None or size is None or by.approx != "exact":
        return None
    if by.kind == "percent" and by.unit == "%":
        hundredth = Interval(Fraction(1, 100), Fraction(1, 100))
        size = times(times(was, size), hundredth)
    elif not alike(steps.base.unit, by.unit):
        return None
    return less(was, size) if steps.down else add(was, size)
