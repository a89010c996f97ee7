"""Shares in words: 1:15, 百分之九十, 三分之一, 一半, 翻一番."""

from __future__ import annotations

import re
from decimal import Decimal

from youju.claims.reading import exclude, qualify
from youju.claims.reading.mark import Mark
from youju.claims.reading.numbers import number
from youju.claims.reading.page import Page

_PARTS = re.compile("[:：∶]")
_COMPARED = re.compile(r"(?:比|比例|比为|比达到?|比达|率|为|约|达到|达|于|由|从|至|到|是)[约近超]?$")


def read_ratio(page: Page, start: int, end: int) -> Mark | None:
    """Read 1:15; 8:30 is a clock, 12:41:47 a structure."""
    parts = _PARTS.split(page.plain[start:end])
    if len(parts) != 2 or exclude.is_code(page.plain, start, end):
        return None
    first, second = (number(part.strip()).value for part in parts)
    left = page.left(start)
    if second is None or first is None or first == 0 or (first != 1 and "比" not in left):
        return None
    if len(parts[1].strip()) == 2 and not (_COMPARED.search(left) or "比" in left):
        return None
    begin, approx = qualify.front(page, start)
    value = second if first == 1 else (second / first).quantize(Decimal("0.001"))
    return Mark(begin, end, value, "", "ratio", approx or "exact", start)


def read_percent(page: Page, start: int, end: int) -> Mark | None:
    """Read 百分之九十五 and 千分之五."""
    found = number(page.plain[start + 3 : end])
    if found.value is None or exclude.is_named(page.plain, start, end):
        return None
    begin, before = qualify.front(page, start)
    end, after = qualify.behind(page, end)
    approx = before or ("over" if found.over else "") or after or qualify.far(page.left(start)) or "exact"
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
    value = (top / bottom).quantize(Decimal("0.001")).normalize()
    return Mark(begin, end, value, "", "ratio", before or after or "exact", start)


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
    if approx and page.plain[start - 1 : start] in ("附", "最", "靠", "通", "经", "超", "双"):
        return None
    end, after = qualify.behind(page, end)
    return Mark(begin, end, Decimal(50), "", "percent", approx or before or after or "exact", start)


def read_double(page: Page, start: int, end: int) -> Mark | None:
    """Read 翻一番 as twice, 翻两番 as four times."""
    times = number(page.plain[start + 1 : end - 1] or "一").value
    if times is None or times > 9:
        return None
    return Mark(start, end, Decimal(2) ** int(times), "番", "ratio", "exact", start)
