"""A listing: figures that stand side by side as the parts of something, read forwards or backwards."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice, product
from typing import NamedTuple

from youju.claims.arithmetic.each import multiples
from youju.claims.arithmetic.intervals import Interval
from youju.claims.arithmetic.quantity import add, alike, exact, held, point, said, summable, times
from youju.claims.arithmetic.stretch import Stretch, last_clause
from youju.claims.reading import Claim

_SEPARATOR = re.compile(r"[\u4e00-\u9fff（）()“”]{0,8}?([、，；,;]|和|与|及|以及)")
_VERBS = re.compile(
    "同时|并|全[年市县区省]|今年|去年|上年|共|累计|另|还|较|比|增长|覆盖|惠及|带动|参与|参加|组织|开展|举办|召开|达|完成|发放|培训"
    "|服务|受理|办理|走访|慰问|检查|发现|整改|处理|查处|立案|引进|推荐|推选|选派|投入|建成|新建|新增|撤|实现|印发|制定|获|评|其中"
)
_STRONG = re.compile("同时|并|全[年市县区省]|今年|去年|上年|共|累计|另|还|较|比|增长|覆盖|惠及|带动|参与|参加|其中")
_TOTAL = re.compile("(?:总?共计?|合计|总计|累计|总数|总量)[^，。；、0-9]{0,8}$")
_AVERAGE = re.compile("人均|平均|均价|每|单价|最高|最低|最多|最少|至多|至少|同比|增速")
CLOSED = re.compile(r"[（(][^（()）]{0,80}[）)]")
_NOUN = re.compile(r"[\u4e00-\u9fff]{1,8}")
_GENERIC = frozenset(("个", "种", "项", "类"))
_LONGEST_LABEL, _FARTHEST, _MOST = 12, 160, 60


class Sum(NamedTuple):
    """What parts add up to: the values it may have, the value itself where no part is vague, and the sum in print."""

    values: Interval
    plain: Fraction | None
    words: str


@dataclass(slots=True)
class Listing:
    """Parts with the words that name each.

    unfinished: a further figure of the same sort stands beside the parts and may be one of them.
    """

    parts: list[Claim] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    multiples: list[tuple[int, ...]] = field(default_factory=list)
    unfinished: bool = False

    def put(self, claim: Claim, label: str, many: tuple[int, ...], *, first: bool = False) -> None:
        """Add a part at the end, or in front of the others."""
        at = 0 if first else len(self.parts)
        self.parts.insert(at, claim)
        self.labels.insert(at, label)
        self.multiples.insert(at, many)

    @property
    def counts(self) -> bool:
        """Say whether there is something to add up."""
        return len(self.parts) > 1 or any(many != (1,) for many in self.multiples)

    def ways(self, start: int = 0) -> list[Sum]:
        """Give what the parts from `start` on add up to, for each reading of 各; nothing where a part has no size."""
        chosen = islice(product(*self.multiples[start:]), 4)
        ways = [_sum(self.parts[start:], many) for many in chosen]
        return [way for way in ways if way is not None]


def _sum(parts: list[Claim], chosen: tuple[int, ...]) -> Sum | None:
    values, plain, words = point(0), Fraction(0), []
    for part, many in zip(parts, chosen, strict=True):
        size = held(part)
        if size is None:
            return None
        values = add(values, times(size, point(many)))
        plain += many * Fraction(part.value or 0)
        words.append(part.text if many == 1 else f"{many} × {part.text}")
    return Sum(values, plain if all(map(exact, parts)) else None, f"{' + '.join(words)} = {said(plain, *parts)}")


def averaged(stretch: Stretch, index: int) -> bool:
    """Say whether a figure is an average, a rate or a bound, which parts do not add up to."""
    return bool(_AVERAGE.search(last_clause(stretch.gap(index)[-24:])))


def total_mark(words: str) -> re.Match[str] | None:
    """Find 共, 合计 or 累计 right before a figure."""
    return _TOTAL.search(words)


def fits(stretch: Stretch, index: int, unit: str, noun: str = "") -> bool:
    """Say whether a figure can be a part of a total with this measure word, of this noun where the word is 个."""
    claim = stretch.claims[index]
    if not summable(claim) or not alike(claim.unit, unit) or averaged(stretch, index):
        return False
    own = noun_of(stretch, claim)
    return not (noun and own) or claim.unit not in _GENERIC or bool(set(noun) & set(own))


def noun_of(stretch: Stretch, claim: Claim) -> str:
    """Give the noun behind a figure: 12个镇."""
    found = _NOUN.match(stretch.behind(claim, 8))
    return re.split("[和与及共的分]", found[0])[0] if found else ""


def read_forwards(stretch: Stretch, first: int, unit: str, noun: str = "") -> Listing:
    """Read the parts from claim `first` on; shares and figures of another sort between them are passed over."""
    listing, last, separator = Listing(), first - 1, ""
    for index in range(first, min(len(stretch.claims), first + _MOST)):
        claim = stretch.claims[index]
        begin = stretch.claims[last].end if last >= 0 else stretch.start
        if claim.start - begin > _FARTHEST:
            break
        raw = CLOSED.sub("", stretch.text[begin : claim.start])
        if _depth(raw) < 0:
            break
        if listing.parts and _depth(raw) > 0:
            continue
        if not fits(stretch, index, unit, noun):
            if _leads_away(stretch, index):
                break
            continue
        if listing.parts:
            sign = _sign(raw)
            if not _follows(raw, listing.labels[0], separator, sign):
                listing.unfinished = "其中" not in raw
                break
            separator = separator or sign
        many = multiples(stretch, index)
        if not many:
            return Listing()
        listing.put(claim, _label(raw, index == first), many)
        last = index
    return listing


def read_backwards(stretch: Stretch, last: int, unit: str) -> Listing:
    """Read the parts from claim `last` back to where the list begins."""
    listing, separator = Listing(), ""
    for index in range(last, max(-1, last - _MOST), -1):
        claim = stretch.claims[index]
        if not fits(stretch, index, unit):
            if claim.kind == "percent" and listing.parts:
                continue
            break
        if listing.parts:
            raw = CLOSED.sub("", stretch.between(claim, listing.parts[0]))
            if "其中" in raw:
                return Listing()
            sign = _sign(raw)
            if not _follows(raw, last_clause(stretch.gap(index)), separator, sign):
                listing.unfinished = True
                break
            separator = separator or sign
        if total_mark(stretch.gap(index)):
            break
        if "其中" in stretch.gap(index) and index and alike(stretch.claims[index - 1].unit, unit):
            return Listing()
        many = multiples(stretch, index)
        if not many:
            return Listing()
        listing.put(claim, last_clause(stretch.gap(index)), many, first=True)
    return listing


def _leads_away(stretch: Stretch, index: int) -> bool:
    """Say whether a figure of another sort ends the list: one that a verb of its own brings in."""
    return stretch.claims[index].kind != "percent" and bool(_VERBS.search(last_clause(stretch.gap(index))))


def _follows(raw: str, first_label: str, separator: str, sign: str) -> bool:
    """Say whether the next figure goes on with the list: the same separator, a short label, no new verb."""
    label = _label(raw, False)
    if not sign or (separator == "、" and sign != "、") or "其中" in raw:
        return False
    if separator and separator != sign and "；" in (separator, sign):
        return False
    inner = raw.rstrip()[:-1] if raw.endswith(("，", "、")) else raw
    if len(re.findall("[，；]", inner)) > 1:
        return False
    verbs = _STRONG if sign == "、" else _VERBS
    fresh = bool(verbs.search(label)) and not _VERBS.search(first_label)
    return not fresh and len(label) <= max(_LONGEST_LABEL, len(first_label) + 4)


def _sign(raw: str) -> str:
    """Give the separator between two figures; 和 stands for 、."""
    found = _SEPARATOR.match(raw)
    if found is None:
        return ""
    return {"，": "，", ",": "，", "；": "；", ";": "；"}.get(found[1], "、")


def _label(raw: str, first: bool) -> str:
    if first:
        return last_clause(raw).removeprefix("其中").removeprefix("包括")[-_LONGEST_LABEL:]
    found = _SEPARATOR.match(raw)
    return last_clause(raw[found.end() if found else 0 :])


def _depth(raw: str) -> int:
    return raw.count("（") + raw.count("(") - raw.count("）") - raw.count(")")
