"""Which units are told of together, so that no small group can be recognised. Pure: numbers in, names out."""

from collections.abc import Mapping


def put_together(answers: Mapping[str, int], least: int) -> frozenset[str]:
    """The units, by code, whose answers are told only together: those with some answers, and fewer than ``least``.

    Where these are fewer than ``least`` together, the next smallest unit joins them: else what they said would be
    the difference of two numbers that are told. A unit without any answer has nothing to hide.
    """
    waiting = sorted((count, unit) for unit, count in answers.items() if count)
    together: list[str] = []
    total = 0
    while waiting and (waiting[0][0] < least or 0 < total < least):
        count, unit = waiting.pop(0)
        together.append(unit)
        total += count
    return frozenset(together)
