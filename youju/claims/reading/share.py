"""Shares in words: 1:15, 百分之九十, 三分之一, 一半, 翻一番."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from youju.claims.reading import exclude, qualify
from youju.claims.reading.lexicon import load, unit_at
from youju.claims.reading.mark import Mark
from youju.claims.reading.numbers import number
from youju.claims.reading.page import Page

_TURNED = re.compile(r"翻[了上]?([近约超])?([一二两三四五])?番")
_TURNED_BY = {"近": "under", "约": "about", "超": "over"}
_SLOGAN = re.compile(load("exclusions")["half"]["slogan"])
_SHARED = re.compile(load("exclusions")["half"]["shared"])
_TENTH = 10
_PARTS = re.compile("[:：∶]")
_COMPARED = re.compile(r"(?:比|比例|比为|比达到?|比达|率|为|约|达到|达|于|由|从|至|到|是)[约近超]?$")


def read_ratio(page: Page, start: int, end: int) -> Mark | None:
    """Read 1:15 and 15:1, both as 15; 8:30 is a clock, 12:41:47 a structure."""
    parts = _PARTS.split(page.plain[start:end])
    if len(parts) != 2 or exclude.is_code(page.plain, start, end):
        return None
    first, second = (number(part.strip()).value for part in parts)
    left = page.left(start)
    if left.endswith(("比分", "以")):
        return None
    if second is None or first is None or first == 0 or (first != 1 and "比" not in left):
        return None
    if len(parts[1].strip()) == 2 and not (_COMPARED.search(left) or "比" in left):
        return None
    begin, approx = qualify.front(page, start)
    value = second if first == 1 else first if second == 1 else (second / first).quantize(Decimal("0.001"))
    return Mark(begin, end, value, "", "ratio", approx or "exact", start)


def read_percent(page: Page, start: int, end: int) -> Mark | None:
    """Read 百分之九十五, 千分之五 and 百分百."""
    whole = page.plain.startswith("百分百", start)
    found = number("百" if whole else page.plain[start + 3 : end])
    if whole and not _COMPARED.search(page.left(start)):
        return None
    if found.value is None or exclude.is_named(page.plain, start, end):
        return None
    begin, before = qualify.front(page, start)
    end, after = qualify.behind(page, end)
    approx = before or found.approx or after or qualify.far(page.left(start)) or "exact"
    unit = "%" if page.plain[start] == "百" else "‰"
    return Mark(begin, end, found.value, unit, "percent", approx, start)


def read_fraction(page: Page, start: int, end: int) -> Mark | None:
    """Read 三分之一."""
    whole, _, part = page.plain[start:end].partition("分之")
    bottom, top = number(whole).value, number(part).value
    if not bottom or top is None or exclude.is_named(page.plain, start, end):
        return None
    begin, before = qualify.front(page, start)
    end, after = qualify.behind(page, end)
    return Mark(begin, end, _part(top, bottom), "", "ratio", before or after or "exact", start)


def read_quotient(page: Page, start: int, end: int) -> Mark | None:
    """Read 1/3 where the sentence speaks of a share; 5/12 elsewhere is a date or a code."""
    top, bottom = (Decimal(part) for part in page.plain[start:end].split("/"))
    begin, before = qualify.front(page, start)
    told = before or _SHARED.search(page.left(begin)) or (bottom <= _TENTH and page.right(end).startswith("的"))
    if not 0 < top < bottom or not told:
        return None
    if exclude.is_code(page.plain, start, end) or exclude.is_named(page.plain, start, end):
        return None
    end, after = qualify.behind(page, end)
    return Mark(begin, end, _part(top, bottom), "", "ratio", before or after or "exact", start)


def _part(top: Decimal, bottom: Decimal) -> Decimal:
    """Divide to three places, small shares to three digits."""
    value = top / bottom
    return (value.quantize(Decimal("0.001")) if value > Decimal("0.01") else Context(prec=3).plus(value)).normalize()


def read_half(page: Page, start: int, end: int) -> Mark | None:
    """Read 一半."""
    if exclude.is_named(page.plain, start, end) or page.left(start).endswith("另"):
        return None
    begin, before = qualify.front(page, start)
    end, after = qualify.behind(page, end)
    return Mark(begin, end, Decimal(50), "", "percent", before or after or "exact", start)


def read_majority(page: Page, start: int, end: int) -> Mark | None:
    """Read 半数, 过半, 近半."""
    approx = {"过": "over", "近": "under"}.get(page.plain[start], "")
    begin, before = qualify.front(page, start)
    if not approx and page.plain[end : end + 1] not in ("以", "的") and not before:
        return None
    if approx == "over" and _SLOGAN.search(page.left(start)):
        return None
    if approx and page.plain[start - 1 : start] in ("附", "最", "靠", "通", "经", "超", "双"):
        return None
    end, after = qualify.behind(page, end)
    return Mark(begin, end, Decimal(50), "", "percent", approx or before or after or "exact", start)


def read_halved(page: Page, start: int, end: int) -> Mark | None:
    """Read 半天 and 半个月 where something lasted so long; 上半年 and 半年来 are periods."""
    unit = unit_at(page.plain, end)
    if unit is None:
        return None
    left, right = page.left(start), page.right(end + len(unit.word))
    if not exclude.lasted(left) or exclude.is_frame(unit, left, right):
        return None
    begin, before = qualify.front(page, start)
    end, after = qualify.behind(page, end + len(unit.word))
    return Mark(begin, end, Decimal("0.5"), unit.word, "amount", before or after or "exact", start, unit.group)


def read_double(page: Page, start: int, end: int) -> Mark | None:
    """Read 翻一番 and 翻了近一番 as twice, 翻两番 as four times."""
    found = _TURNED.fullmatch(page.plain, start, end)
    times = number(found[2] or "一").value if found else None
    if found is None or times is None or times > 9 or exclude.is_named(page.plain, start, end):
        return None
    approx = _TURNED_BY.get(found[1] or "", "exact")
    return Mark(start, end, Decimal(2) ** int(times), "番", "ratio", approx, start)


def read_tally(page: Page, start: int, end: int) -> Mark | None:
    """Read 数以千计, which has no value."""
    if not page.plain.startswith("数以", start - 2):
        return None
    return Mark(start - 2, end, None, "", "count", "tens", start - 2)
