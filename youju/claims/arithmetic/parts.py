"""Parts and totals: 其中 behind a total, 共 behind a list, 合计 at the end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.intervals import Interval
from youju.claims.arithmetic.labels import exhaustive, nested, overlapping
from youju.claims.arithmetic.listing import (
    CLOSED,
    Listing,
    averaged,
    fits,
    noun_of,
    read_backwards,
    read_forwards,
    total_mark,
)
from youju.claims.arithmetic.quantity import above, alike, apart, exact, held, summable
from youju.claims.arithmetic.stretch import Stretch, span, spread
from youju.claims.reading import Claim

_AMONG = re.compile("其中|包括|包含|含")
_ALL_OF = re.compile(r"^[\u4e00-\u9fff]{0,8}[，,]?(?:分别(?:为|是)|[:：]|[（(])(?!.*(?:其中|包括|含))")
_BRACKETED = re.compile(r"^[\u4e00-\u9fff]{0,8}[（(]")
_AND_MORE = re.compile("^[^，。；]{0,8}等")
_DIRECT = re.compile(
    "(?:总?共计?|合计|总计)(?:有|为|是|达|计|举办|开展|组织|召开|完成|开设|发放|培训|接待|受理|办理|处理|新建|建设|获|获得|荣获|评选|表彰|投入"
    "|招收|录取|走访|慰问|检查|排查|整改|处分|督查|巡查|演练|放映|报送|刊发|发表|安排|落实|争取)?了?$"
)
# A sentence that does nothing but add up the sentences before it: 全年合计12场, 以上三项，共计12场.
_ALONE = re.compile(
    rf"^\s*(?:(?:以上|上述|综上|全年|今年|一年来)[^，,。；;]{{0,8}}[，,])?[^，,；;：:。]{{0,8}}?{_DIRECT.pattern}"
)
_OTHER_TIME = re.compile("[0-9一二三四五六七八九十]月|季度|[上下]半年|去年|上年|截至|历年|同期")
_BEFORE = re.compile("去年|上年|前年|前一年|同期|上届|年初|历年|此前|原有|原为|基数")  # 40名（上年1510名）
_HONOURED = re.compile("(?:表彰|评选|评出|授予|命名)[^，。；]{0,12}$")
_GRANTED = re.compile("^(?:授予|评选|评为|命名|表彰)")
_MOST_TITLES = 12
_EVENTS = frozenset(("场", "次", "期", "批", "场次", "节", "堂", "课"))
_PLACES = frozenset(("个", "所", "家", "镇", "村", "户", "班", "校", "支"))
_JOINT = re.compile("^[^，。；0-9]{0,16}(?:和|与|及|、)[^，。；0-9]{0,8}$")
_BEFORE_AMONG, _STARTS, _NEAR = 6, 12, Fraction(1, 10)


def findings(stretches: list[Stretch]) -> Iterator[Finding]:
    """Compare every total of a text with its parts."""
    for at, stretch in enumerate(stretches):
        for index in range(len(stretch.claims)):
            yield from _behind(stretches, at, index)
            if index and total_mark(stretch.gap(index)):
                yield from _before(stretch, index)
                yield from _joint(stretch, index)
            elif index == 0 and len(stretch.claims) < 4 and _ALONE.match(stretch.gap(0)):
                yield from _above(stretches, at)
        yield from _awarded(stretches, at)


def _behind(stretches: list[Stretch], at: int, first: int) -> Iterator[Finding]:
    """Read the parts that begin with a claim behind 其中, a colon or a bracket."""
    stretch = stretches[at]
    gap = CLOSED.sub("", stretch.gap(first))
    among = _AMONG.search(gap)
    if (among is None and not _ALL_OF.match(gap)) or _BEFORE.search(gap):
        return
    totals = _totals(stretches, at, first)
    if not totals:
        return
    if _BRACKETED.match(gap):
        totals = totals[:1]
    home, place = totals[0]
    total = home.claims[place]
    listing = read_forwards(stretch, first, total.unit, noun_of(home, total))
    if not listing.parts:
        return
    closed = not listing.unfinished and not _AND_MORE.match(stretch.behind(listing.parts[-1]))
    closed = closed and (among is None or exhaustive(listing.labels))
    yield from _weigh(listing, [home.claims[place] for home, place in totals], closed=closed, suffix=False)


def _totals(stretches: list[Stretch], at: int, first: int) -> list[tuple[Stretch, int]]:
    """Give what the parts may be parts of, the nearest first; nothing inside brackets that are closed again."""
    stretch = stretches[at]
    unit = stretch.claims[first].unit
    if not summable(stretch.claims[first]):
        return []
    home, last = stretch, first - 1
    if first == 0:
        before = stretches[at - 1] if at else None
        if before is None or before.paragraph != stretch.paragraph or not stretch.gap(0).strip().startswith("其中"):
            return []
        home, last = before, len(before.claims) - 1
    totals = []
    for index in range(last, max(-1, last - _BEFORE_AMONG), -1):
        claim = home.claims[index]
        bracketed = _closes(home.text[claim.end : stretch.claims[first].start])
        if summable(claim) and alike(claim.unit, unit) and not bracketed and not averaged(home, index):
            totals.append((home, index))
    return totals


def _closes(words: str) -> bool:
    """Say whether a bracket that was open before the words is closed in them."""
    depth = 0
    for mark in words:
        depth += (mark in "（(") - (mark in "）)")
        if depth < 0:
            return True
    return False


def _before(stretch: Stretch, index: int) -> Iterator[Finding]:
    """Compare a total behind 共 with the list in front of it."""
    total, bridge = stretch.claims[index], stretch.gap(index)
    if not summable(total) or "其中" in bridge or averaged(stretch, index) or len(bridge) > 24:
        return
    if _OTHER_TIME.search(bridge) or not fits(stretch, index - 1, total.unit):
        return
    listing = read_backwards(stretch, index - 1, total.unit)
    if listing.counts:
        closed = bool(_DIRECT.search(bridge)) and not listing.unfinished
        yield from _weigh(listing, [total], closed=closed, suffix=True, silent=not _DIRECT.search(bridge))


def _above(stretches: list[Stretch], at: int) -> Iterator[Finding]:
    """Compare a sentence that only says 全年合计12场 with the sentences of its paragraph that say one figure each."""
    total = stretches[at].claims[0]
    listing, closed = Listing(), True
    for above_it in reversed(stretches[max(0, at - 12) : at]):
        claims = above_it.claims
        same = [index for index in range(len(claims)) if fits(above_it, index, total.unit)]
        if above_it.paragraph != stretches[at].paragraph or len(same) != 1 or not exact(claims[same[0]]):
            closed = above_it.paragraph != stretches[at].paragraph or not same
            break
        if "其中" not in above_it.gap(same[0]):
            listing.put(claims[same[0]], above_it.label(same[0]), (1,), first=True)
    if listing.counts and summable(total):
        yield from _weigh(listing, [total], closed=closed, suffix=True)


def _awarded(stretches: list[Stretch], at: int) -> Iterator[Finding]:
    """Compare 表彰先进个人145名 with the sentences behind it that each grant a title to so many."""
    stretch = stretches[at]
    if len(stretch.claims) != 1 or not exact(stretch.claims[0]) or not _HONOURED.search(stretch.gap(0)):
        return
    total, listing = stretch.claims[0], Listing()
    for below in stretches[at + 1 : at + 1 + _MOST_TITLES]:
        granted = [index for index in range(len(below.claims)) if fits(below, index, total.unit)]
        if below.paragraph != stretch.paragraph or not granted or not all(map(exact, below.claims)):
            break
        if not all(_GRANTED.search(below.label(index)) for index in granted):
            break
        for index in granted:
            listing.put(below.claims[index], below.label(index), (1,))
    if len(listing.parts) > 1:
        yield from _weigh(listing, [total], closed=True, suffix=False)


def _weigh(
    listing: Listing, totals: list[Claim], *, closed: bool, suffix: bool, silent: bool = False
) -> Iterator[Finding]:
    """Say what a list gives beside the totals it may belong to.

    closed: the list leaves nothing out. suffix: it may begin later than it was read. silent: only agreement is told.
    """
    if nested(listing.labels):
        return
    stated = [(total, values) for total in totals if (values := held(total)) is not None]
    if len(stated) < len(totals):
        return
    if not listing.counts:
        yield from _single(listing.parts[0], stated)
        return
    starts = range(min(len(listing.parts) - 1, _STARTS)) if suffix and len(listing.parts) > 1 else range(1)
    ways = [(way, start) for start in starts for way in listing.ways(start)]
    agreed = [(total, way, start) for total, values in stated for way, start in ways if not apart(way.values, values)]
    for total, way, start in agreed:
        if exact(total) and way.plain == total.value:
            yield _told("parts-agree", listing.parts[start:], total, way.words)
            return
    if agreed or not ways or silent or overlapping(listing.labels):
        return
    first = ways[0][0]
    if closed or all(above(first.values, values) for _, values in stated):
        yield _told("parts-differ", listing.parts, totals[0], first.words)


def _single(part: Claim, stated: list[tuple[Claim, Interval]]) -> Iterator[Finding]:
    """A part by itself must not be more than its total."""
    size = held(part)
    if size is not None and exact(part) and all(above(size, values) for _, values in stated):
        total = stated[0][0]
        yield found("part-exceeds", span(part), span(total), part=part.text, total=total.text)


def _told(code: str, parts: list[Claim], total: Claim, words: str) -> Finding:
    return found(code, spread(parts), span(total), sum=words, total=total.text)


def _joint(stretch: Stretch, index: int) -> Iterator[Finding]:
    """Compare 12个镇和14个学校 with 共26场: one event at each, if the numbers are the same or nearly so."""
    total = stretch.claims[index]
    if total.unit not in _EVENTS or not exact(total) or "，" in stretch.gap(index)[-8:]:
        return
    parts: list[Claim] = []
    for part in reversed(stretch.claims[max(0, index - 6) : index]):
        joined = not parts or _JOINT.match(stretch.between(part, parts[0]))
        if not exact(part) or part.unit not in _PLACES or not joined:
            break
        parts.insert(0, part)
    if len(parts) < 2 or (len({part.unit for part in parts}) > 1 and "个" not in {part.unit for part in parts}):
        return
    amount, stated = sum(int(part.value or 0) for part in parts), Fraction(total.value or 0)
    words = f"{' + '.join(part.text for part in parts)} = {amount}"
    if amount == stated:
        yield _told("parts-agree", parts, total, words)
    elif abs(stated - amount) <= max(Fraction(1), amount * _NEAR):
        yield _told("parts-nearly", parts, total, words)
