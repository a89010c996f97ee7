"""What a text says about its own figures, without any ledger: sums, rhythms, percentages, honours told twice.

A finding names two places of the text and says in one sentence what the arithmetic gives. Its code and params let a
higher layer say the same in another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, groupby, pairwise
from typing import NamedTuple

from youju.claims.reading import Claim
from youju.claims.reading.claim import Span

SENTENCES = {
    "parts-agree": "各部分相加{sum}，与总数{total}一致。",
    "parts-differ": "各部分相加{sum}，总数却写作{total}。",
    "rhythm-agrees": "{rhythm}，全年应为{expected}次，与{total}一致。",
    "rhythm-differs": "{rhythm}，全年应为{expected}次，却写作{total}。",
    "share-agrees": "{part}除以{whole}得{share}%，与{percent}一致。",
    "share-differs": "{part}除以{whole}得{share}%，却写作{percent}。",
    "percent-impossible": "{people}中没有哪个整数人数能得出{percent}：最接近的是{nearest}。",
    "percent-possible": "{percent}若以{people}为分母，只有{possible}个人数可能（如{example}），须写明分母。",
    "honour-twice": "同一荣誉写了两次：“{first}”与“{second}”，计为1项而不是2项。",
    "two-values": "同一数字有两个说法：{first}与{second}，相差{difference}。",
}
"""Each code's sentence in the product's first language."""

AGREEING = frozenset(("parts-agree", "rhythm-agrees", "share-agrees"))

_TOTAL = re.compile(r"(?:共计?|合计|总计|总共|累计)[^0-9，。；]{0,8}$")
_RHYTHM = re.compile("每(月|季度|季|半年)([\u4e00-\u9fff]{0,12})")
_TIMES = {"月": 12, "季度": 4, "季": 4, "半年": 2}
_HONOUR = re.compile(r"(?:被[^，。；\n]{0,16}评为|被授予|荣获|获评|荣膺|获得|获)([^，。；;\n]{8,60})")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}|20_+")
_NOISE = re.compile(r"[“”‘’\"《》\s_]|年度|称号|荣誉|(?:19|20)[0-9]{0,2}")
_GENERAL = re.compile(r"全年|今年|共计?|累计|总计|其中|已|了|的|我[市县区局校]")
_ASKED = re.compile("(?:调查|测评|评议|访问|走访|问卷|抽查|抽样|抽检|检测|体检)[^。]*(?:率|满意)")
_PEOPLE = frozenset("人名位户份件条所家")
_MOST, _MOST_PEOPLE, _SPREAD = 400, 20_000, {"under": (90, 100), "over": (100, 120), "about": (95, 105)}


class Finding(NamedTuple):
    """Two places of a text and what the arithmetic between them gives."""

    code: str
    first: Span
    second: Span
    params: dict[str, str]

    @property
    def agrees(self) -> bool:
        """Say whether the text bears itself out."""
        return self.code in AGREEING

    @property
    def sentence(self) -> str:
        """Say it in the product's first language."""
        return SENTENCES[self.code].format(**self.params)


def find_arithmetic(text: str, claims: list[Claim]) -> list[Finding]:
    """Give every finding about a text's own figures, in the order of the text."""
    found = [*_parts(text, claims), *_rhythms(text, claims), *_percentages(text, claims)]
    found += [*_honours(text), *_two_values(claims)]
    return sorted(found, key=lambda finding: (finding.first, finding.second, finding.code))


def _span(claim: Claim) -> Span:
    return claim.start, claim.end


def _exact(claim: Claim) -> bool:
    return claim.approx == "exact" and claim.value is not None and claim.kind in ("count", "amount")


def _by_sentence(claims: list[Claim]) -> Iterator[list[Claim]]:
    for _, members in groupby(claims, key=lambda claim: claim.sentence):
        yield list(members)


def _parts(text: str, claims: list[Claim]) -> Iterator[Finding]:
    """Compare parts with their total, the total before 其中 or behind 共."""
    for members in _by_sentence(claims):
        for index, total in enumerate(members):
            if not _exact(total):
                continue
            if index >= 2 and _TOTAL.search(text[max(0, total.start - 16) : total.start]):
                yield from _sum(_list_before(text, members, index), total, partial=False)
            yield from _sum(_list_behind(text, members, index), total, partial=True)


def _list_before(text: str, members: list[Claim], index: int) -> list[Claim]:
    """Give the parts that stand before a total: 12个镇和14个…共26场."""
    parts: list[Claim] = []
    for part in reversed(members[:index]):
        if not _exact(part) or (parts and not re.search("[、和及与，]", text[part.end : parts[0].start])):
            break
        if parts and part.unit != parts[0].unit:
            break
        parts.insert(0, part)
    return parts


def _list_behind(text: str, members: list[Claim], index: int) -> list[Claim]:
    """Give the parts that stand behind 其中, in the total's unit."""
    parts: list[Claim] = []
    total = members[index]
    for last, part in pairwise(members[index:]):
        gap = text[last.end : part.start]
        named = "其中" in gap if not parts else "其中" not in gap
        if not named or not _exact(part) or part.unit != total.unit or not (parts == [] or part.shared):
            break
        parts.append(part)
    return parts


def _sum(parts: list[Claim], total: Claim, *, partial: bool) -> Iterator[Finding]:
    """Say whether parts give the total; what 其中 names may be less, and other units need not add up."""
    if len(parts) < 2 or total.value is None:
        return
    amount = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    same_unit = all(part.unit == total.unit for part in parts)
    params = {"sum": " + ".join(part.text for part in parts) + f" = {amount}", "total": total.text}
    first, second = sorted(((parts[0].start, parts[-1].end), _span(total)))
    if amount == total.value:
        yield Finding("parts-agree", first, second, params)
    elif same_unit and (amount > total.value or not partial):
        yield Finding("parts-differ", first, second, params)


def _rhythms(text: str, claims: list[Claim]) -> Iterator[Finding]:
    """Compare 每月 with the year's number of times in the same sentence."""
    for members in _by_sentence(claims):
        start, end = members[0].sentence
        for rhythm in _RHYTHM.finditer(text, start, min(end, start + 2000)):
            expected = _TIMES[rhythm[1]]
            for claim in members:
                if claim.start > rhythm.end() and _is_yearly(text, claim, rhythm[2]) and claim.value is not None:
                    code = "rhythm-agrees" if claim.value >= expected else "rhythm-differs"
                    params = {"rhythm": rhythm[0], "expected": str(expected), "total": claim.text}
                    yield Finding(code, rhythm.span(), _span(claim), params)
                    break


def _is_yearly(text: str, claim: Claim, what: str) -> bool:
    """Say whether a number of times counts the year's occurrences of what happens by rhythm."""
    said = text[claim.clause[0] : claim.end][-60:]
    alike = _bigrams(what) & _bigrams(said)
    return claim.unit in ("次", "场", "期") and ("全年" in said or "共" in said or "累计" in said) and bool(alike)


def _percentages(text: str, claims: list[Claim]) -> Iterator[Finding]:
    for members in _by_sentence(claims):
        for index, claim in enumerate(members):
            if claim.kind != "percent" or claim.approx != "exact" or claim.unit != "%" or index == 0:
                continue
            last = members[index - 1]
            whole = members[index - 2] if index > 1 else None
            if whole is not None and _is_share(text, whole, last, claim):
                yield _share(whole, last, claim)
            elif _ASKED.search(text[max(last.sentence[0], last.start - 60) : claim.start]):
                yield from _possible(last, claim)


def _is_share(text: str, whole: Claim, part: Claim, percent: Claim) -> bool:
    """Recognise 1126名，其中412名，占36.6%."""
    named = "其中" in text[whole.end : part.start] and "占" in text[part.end : percent.start][-6:]
    return named and _exact(whole) and _exact(part) and bool(whole.value) and whole.unit == part.unit


def _share(whole: Claim, part: Claim, percent: Claim) -> Finding:
    counted, all_of = part.value or Decimal(0), whole.value or Decimal(1)
    share = _percent(counted, all_of, _places(percent.text))
    params = {"part": part.text, "whole": whole.text, "share": str(share), "percent": percent.text}
    return Finding("share-agrees" if share == percent.value else "share-differs", _span(part), _span(percent), params)


def _possible(people: Claim, percent: Claim) -> Iterator[Finding]:
    """Say for which whole numbers of people a percentage is possible at all."""
    if people.unit not in _PEOPLE or people.value is None or percent.value is None:
        return
    if not 0 < people.value <= _MOST_PEOPLE or people.value != int(people.value):
        return
    low, high = _SPREAD.get(people.approx, (100, 100))
    crowd = range(int(people.value) * low // 100, int(people.value) * high // 100 + (people.approx != "under"))
    places = _places(percent.text)
    possible = [count for count in crowd if _reaches(percent.value, count, places)]
    params = {"people": people.text, "percent": percent.text}
    if not possible and len(crowd) > 0:
        nearest = (percent.value * crowd[-1] / 100).to_integral_value(ROUND_HALF_UP)
        params["nearest"] = f"{nearest}/{crowd[-1]} = {_percent(nearest, Decimal(crowd[-1]), places)}%"
        yield Finding("percent-impossible", _span(people), _span(percent), params)
    elif len(possible) < len(crowd):
        params |= {"possible": str(len(possible)), "example": "、".join(map(str, possible[-3:]))}
        yield Finding("percent-possible", _span(people), _span(percent), params)


def _reaches(percent: Decimal, count: int, places: int) -> bool:
    part = (percent * count / 100).to_integral_value(ROUND_HALF_UP)
    return any(_percent(part + step, Decimal(count), places) == percent for step in (-1, 0, 1))


def _percent(part: Decimal, whole: Decimal, places: int) -> Decimal:
    return (100 * part / whole).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if whole else Decimal(0)


def _places(written: str) -> int:
    found = re.search(r"[.．]([0-9０-９]+)", written)
    return min(len(found[1]), 6) if found else 0


def _honours(text: str) -> Iterator[Finding]:
    """Find one honour told twice: one name holds nearly all of the other, and no year tells them apart."""
    told = [(found.span(1), found[1], _bigrams(_NOISE.sub("", found[1]))) for found in _HONOUR.finditer(text)]
    for (one, first, a), (two, second, b) in combinations(told[:_MOST], 2):
        if (
            min(len(a), len(b)) >= 6
            and len(a & b) >= 0.85 * min(len(a), len(b))
            and len(a & b) >= 0.6 * max(len(a), len(b))
        ):
            years = set(_YEAR.findall(first)), set(_YEAR.findall(second))
            if not (years[0] and years[1]) or years[0] & years[1]:
                yield Finding("honour-twice", one, two, {"first": first, "second": second})


def _two_values(claims: list[Claim]) -> Iterator[Finding]:
    """Find one quantity with two values: the same subject, unit, place, period and level."""
    known: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        subject = _GENERAL.sub("", _NOISE.sub("", claim.subject))
        if not _exact(claim) or claim.shared or len(subject) < 6:
            continue
        key = (subject, claim.unit, claim.place, claim.period, claim.level)
        first = known.setdefault(key, claim)
        if first.value != claim.value and first.value is not None and claim.value is not None:
            params = {"first": first.text, "second": claim.text, "difference": str(abs(first.value - claim.value))}
            yield Finding("two-values", _span(first), _span(claim), params)


def _bigrams(words: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(words)))
