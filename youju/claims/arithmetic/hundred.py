"""Percentages that must give a hundred: 满意60%、基本满意35%、不满意5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.intervals import Interval, interval, printed_step
from youju.claims.arithmetic.labels import exhaustive, overlapping
from youju.claims.arithmetic.quantity import above, add, apart, point, rounded
from youju.claims.arithmetic.stretch import Stretch, last_clause, span, spread
from youju.claims.reading import Claim

_LISTED = re.compile(r"^[人名位户件个]{0,2}[、，；,和及与][^，。；、0-9]{0,12}$")
_GROWS = re.compile("增|升|降|减|提高|率|率为|比上年|较|同比|完成")
_SHARE = re.compile("(?:占|占比|比例|比重|分别为|分别占|各占)(?:为|达)?$")
_SCALES = [
    (re.compile("不满意|不太满意|很不满意"), re.compile("满意|一般")),
    (
        re.compile("不合格|不达标|不及格|不称职|较差|^差$|待改进|整改"),
        re.compile("优|良|合格|达标|及格|称职|好|中|一般|差"),
    ),
    (re.compile("不认可|不支持|不了解|不知晓"), re.compile("认可|支持|了解|知晓|一般|无所谓")),
]
_HUNDRED = point(100)
_LONGEST = 40


def findings(stretch: Stretch) -> Iterator[Finding]:
    """Add up each list of percentages that divides a whole."""
    run: list[int] = []
    for index, claim in enumerate(stretch.claims):
        plain = claim.kind == "percent" and claim.unit == "%" and claim.approx == "exact"
        if plain and run and run[-1] == index - 1 and _LISTED.match(stretch.gap(index)) and len(run) < _LONGEST:
            run.append(index)
            continue
        yield from _weigh(stretch, run)
        run = [index] if plain else []
    yield from _weigh(stretch, run)


def _weigh(stretch: Stretch, run: list[int]) -> Iterator[Finding]:
    if len(run) < 2:
        return
    labels = [last_clause(stretch.gap(index)).lstrip("、和及与，；") for index in run]
    if any(_GROWS.search(label.removesuffix("占比")) for label in labels):
        return
    claims = [stretch.claims[index] for index in run]
    total = point(0)
    for claim in claims:
        total = add(total, _values(claim))
    complete = _divides(labels)
    shares = bool(_SHARE.search(labels[0])) and all(not label or _SHARE.search(label) for label in labels)
    wrong = complete and apart(total, _HUNDRED)
    if wrong or (shares and above(total, _HUNDRED) and not overlapping([_SHARE.sub("", label) for label in labels])):
        amount = rounded(sum((Fraction(claim.value or 0) for claim in claims), Fraction(0)), 4)
        words = f"{' + '.join(claim.text for claim in claims)} = {amount}%"
        yield found("hundred-differs", span(claims[0]), spread(claims[1:]), sum=words)


def _values(claim: Claim) -> Interval:
    """Give what a percentage may stand for; whole fives are not what rounding leaves behind."""
    value = Fraction(claim.value or 0)
    if printed_step(claim.text) == 1 and value % 5 == 0:
        return point(value)
    return interval(claim) or point(value)


def _divides(labels: list[str]) -> bool:
    """Say whether the labels are a whole scale of answers or grades, or two sides of one thing."""
    names = [_SHARE.sub("", label) for label in labels]
    if exhaustive(names):
        return True
    return any(
        low.search(names[-1]) and len(set(names)) == len(names) and all(scale.search(name) for name in names)
        for low, scale in _SCALES
    )
