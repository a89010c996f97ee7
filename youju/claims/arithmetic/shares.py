"""Shares: 1126名，其中412名，占36.6%; 412人，占总数1126人的36.6%; 合格率98%（294/300）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.intervals import Interval, interval
from youju.claims.arithmetic.quantity import alike, apart, exact, held, places, share, summable
from youju.claims.arithmetic.stretch import Stretch, last_clause, span
from youju.claims.reading import Claim

_FRACTION_BEHIND = re.compile(r"\s*[（(]\s*([0-9]{1,9})\s*[/／]\s*([0-9]{1,9})\s*[人名户件个份项批次]{0,2}\s*[）)]")
_FRACTION_BEFORE = re.compile(r"([0-9]{1,9})\s*[/／]\s*([0-9]{1,9})\s*[（(]$")
_OF = re.compile(r"占(?!地)([^占，。；、0-9]{0,12}?)(?:的?比例?|的?比重)?(?:的|为|达到?|约为?)*$")
_OF_STATED = re.compile(r"^[^，。；、]{0,8}?的?$")
_TOGETHER = re.compile("合计|共|分别|均|各|两者|三者")
_BARE_BASE = re.compile(r"^(?:其|总|全部|整|参[^占]{1,3}|在[岗职校])|总[数量人额体]")
_BRACKET = re.compile(r"^[（(](?:占比?|约)?$")
_RATE = re.compile(r"([\u4e00-\u9fff]{2})率[^率，。；、0-9]{0,6}$")
_COMPARED = re.compile("同比|比上年|较上年|比去年|较去年|增长|提高|下降|降低|环比|增加|减少")
_PRESENT = {
    "到会": "实到",
    "参会": "实到",
    "到课": "实到",
    "出勤": "实到",
    "参学": "实到",
    "到位": "到位",
    "签约": "签约",
}
_WHOLE = re.compile("共|总|合计|现有|全部")
_FILLING = re.compile("大?约|将?近|仅|只|已|均|就|超过?|达到?|人数|数量|其|也|共?计")
_BACK, _LONGEST = 6, 160
_MOST_BEFORE = 8


class Reading(NamedTuple):
    """A figure that a percentage may be said of, and the figures it may be a share of."""

    part: Claim
    wholes: list[Claim]


def findings(stretch: Stretch) -> Iterator[Finding]:
    """Compare each percentage with the part and the whole that its sentence states."""
    for index, percent in enumerate(stretch.claims):
        if percent.kind != "percent" or percent.unit != "%" or percent.value is None:
            continue
        fraction = _fraction(stretch, percent)
        if fraction is not None:
            yield from fraction
        elif index:
            yield from _compare(_readings(stretch, index), percent)


def _fraction(stretch: Stretch, percent: Claim) -> list[Finding] | None:
    """Compare 98%（294/300）; None where no fraction stands beside."""
    beside = _FRACTION_BEHIND.match(stretch.text, percent.end) or _FRACTION_BEFORE.search(
        stretch.text, max(stretch.start, percent.start - 24), percent.start
    )
    if beside is None:
        return None
    part, whole = int(beside[1]), int(beside[2])
    values = interval(percent)
    if not whole or values is None or part > whole:
        return []
    counted = Fraction(100 * part, whole)
    code = "share-agrees" if values.holds(counted) else "share-differs"
    params = {
        "part": beside[1],
        "whole": beside[2],
        "share": share(Fraction(part), Fraction(whole), places(percent.text)),
    }
    return [found(code, span(percent), (beside.start(1), beside.end(2)), percent=percent.text, **params)]


def _readings(stretch: Stretch, index: int) -> list[Reading]:
    """Give the parts a percentage may be said of, each with the wholes it may be a share of."""
    claims, gap = stretch.claims, stretch.gap(index)
    if claims[index - 1].kind == "percent" or len(gap) > _LONGEST:
        return []
    if _BRACKET.match(gap) and stretch.behind(claims[index], 1) in ("）", ")"):
        return _last(stretch, index)
    if index > 1 and _OF_STATED.match(gap) and _OF.search(stretch.gap(index - 1)):
        return _part_of_stated(stretch, index)
    clause = last_clause(gap)
    of = _OF.search(clause)
    if of is not None and len(gap) < 24 and not _TOGETHER.search(gap):
        subject = _FILLING.sub("", clause[: of.start()])
        if subject:
            return _named(stretch, index, subject)
        return _last(stretch, index) if _is_base(stretch, index, of[1]) else []
    rate = _RATE.search(clause)
    return _part_of_rate(stretch, index, rate[1]) if rate and not _COMPARED.search(gap) else []


def _last(stretch: Stretch, index: int) -> list[Reading]:
    """Read 412名，占36.6%; of 54户177人，占88.5% either may be meant."""
    readings = [Reading(stretch.claims[index - 1], _wholes(stretch, index - 1))]
    if index > 1 and not stretch.gap(index - 1).strip():
        readings.append(Reading(stretch.claims[index - 2], _wholes(stretch, index - 2)))
    return [one for one in readings if summable(one.part)]


def _part_of_stated(stretch: Stretch, index: int) -> list[Reading]:
    """Read 412人，占总数1126人的36.6%."""
    part, whole = stretch.claims[index - 2], stretch.claims[index - 1]
    return [Reading(part, [whole])] if alike(part.unit, whole.unit) and len(stretch.gap(index - 1)) < 24 else []


def _named(stretch: Stretch, index: int, subject: str) -> list[Reading]:
    """Read the part that the percentage names again: 女教师780人，共1200人，女教师占65%."""
    before = range(max(0, index - _MOST_BEFORE), index)
    named = [at for at in before if stretch.label(at).lstrip("、和及与").endswith(subject)]
    if len(named) != 1:
        return []
    part = stretch.claims[named[0]]
    totals = _totals(stretch, index, part)
    return [Reading(part, totals or (_wholes(stretch, named[0]) if named[0] == index - 1 else []))]


def _totals(stretch: Stretch, index: int, part: Claim) -> list[Claim]:
    """Give the earlier figures that say of themselves that they are the whole."""
    before = range(max(0, index - _MOST_BEFORE), index)
    return [
        claim
        for at in before
        if (claim := stretch.claims[at]) is not part
        and alike(claim.unit, part.unit)
        and _WHOLE.search(stretch.label(at))
    ]


def _is_base(stretch: Stretch, index: int, base: str) -> bool:
    """Say whether what the percentage is a share of is the sentence's own whole."""
    if not base or _BARE_BASE.search(base):
        return True
    before = stretch.text[stretch.start : stretch.claims[index - 1].start]
    return any(base[at : at + 2] in before for at in range(len(base) - 1))


def _wholes(stretch: Stretch, index: int) -> list[Claim]:
    """Give the earlier figures of the same sort that have no share of their own, unless the part is one of a list."""
    part = stretch.claims[index]
    before = range(max(0, index - _MOST_BEFORE), index)
    listed = stretch.gap(index)[:1] in ("、", "和") and stretch.claims[index - 1].kind != "percent" if index else False
    if listed and alike(stretch.claims[index - 1].unit, part.unit):
        return []
    return [
        stretch.claims[at] for at in before if alike(stretch.claims[at].unit, part.unit) and not _has_share(stretch, at)
    ]


def _has_share(stretch: Stretch, index: int) -> bool:
    behind = stretch.claims[index + 1]
    gap = stretch.gap(index + 1)
    return behind.kind == "percent" and bool(_BRACKET.match(gap) or (_OF.search(gap) and len(gap) < 24))


def _part_of_rate(stretch: Stretch, index: int, stem: str) -> list[Reading]:
    """Read 1126名参训，合格1100名，合格率97.7%: the part has the rate's stem beside it, the whole has not."""
    stem = _PRESENT.get(stem, stem)
    before = range(max(0, index - _BACK), index)
    named = [
        at for at in before if stem in stretch.label(at)[-8:] or stretch.behind(stretch.claims[at], 6).startswith(stem)
    ]
    if len(named) != 1:
        return []
    part = stretch.claims[named[0]]
    others = [stretch.claims[at] for at in before if at != named[0] and alike(stretch.claims[at].unit, part.unit)]
    return [Reading(part, others)] if len(others) == 1 else []


def _compare(readings: list[Reading], percent: Claim) -> Iterator[Finding]:
    """Compare with each share it may be; a difference is only told where it can be one alone."""
    pairs = [(one.part, whole) for one in readings for whole in one.wholes]
    told = [finding for pair in pairs if (finding := _quotient(*pair, percent)) is not None]
    agreeing = [finding for finding in told if finding.agrees]
    if agreeing:
        yield agreeing[-1]
    elif len(pairs) == 1:
        yield from told


def _quotient(part: Claim, whole: Claim, percent: Claim) -> Finding | None:
    one, all_of, stated = held(part), held(whole), interval(percent)
    if not (exact(part) and exact(whole)) or one is None or all_of is None or stated is None:
        return None
    if not part.value or not whole.value or part.value > whole.value:
        return None
    low, high = Fraction(one.low or 0), Fraction(one.high or 0)
    counted = Interval(100 * low / Fraction(all_of.high or 1), 100 * high / Fraction(all_of.low or 1))
    code = "share-differs" if apart(counted, stated) else "share-agrees"
    shown = share(Fraction(part.value), Fraction(whole.value), places(percent.text))
    return found(code, span(part), span(percent), part=part.text, whole=whole.text, share=shown, percent=percent.text)
