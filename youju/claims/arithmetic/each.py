"""各: a figure that several have each. 甲乡、乙乡各3次 counts twice."""

from __future__ import annotations

import re

from youju.claims.arithmetic.stretch import Stretch

_EACH = re.compile(r"(?:各自?|均|分别各)[^，。；：、0-9]{0,6}$")
_CLAUSE = re.compile("[，。；：:;（(\n]")
_JOINED = re.compile("和|与|及|以及")
_LEVELS = re.compile("级(?=(?:国家|省|市|县|区|镇|校)级)")  # 省级国家级各1篇 are two
_MANY, _MOST = "等", 40


def multiples(stretch: Stretch, index: int) -> tuple[int, ...]:
    """Give how many times a figure counts: several readings where 和 may join names, () where it is not said."""
    before = stretch.before(stretch.claims[index])
    each = _EACH.search(before)
    if each is None:
        return (1,)
    if before[each.start()] == "均":
        return ()
    clause = _CLAUSE.split(before[: each.start()])[-1]
    if index and stretch.claims[index - 1].end > stretch.claims[index].start - len(before) + each.start() - len(clause):
        return _number(stretch, index - 1)
    clause = _LEVELS.sub("级、", clause)
    names = clause.count("、") + 1
    if not clause or _MANY in clause:
        return ()
    joined = names + len(_JOINED.findall(clause))
    return (names,) if names == joined else (joined, names)


def _number(stretch: Stretch, index: int) -> tuple[int, ...]:
    """Read 12个镇各."""
    many = stretch.claims[index]
    plain = many.approx == "exact" and many.kind == "count" and many.value is not None and 1 < many.value < 10**6
    return (int(many.value or 0),) if plain else ()
