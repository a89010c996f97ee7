"""Ranks: 第一名, 名列第一, 前三, 首位; and the ordinals that are none: 第九届, 第一时间."""

from __future__ import annotations

import re

from youju.claims.reading import exclude
from youju.claims.reading.mark import Mark
from youju.claims.reading.numbers import number
from youju.claims.reading.page import Page

_PLACED = re.compile(
    r"(?:列|居|排名|排|位|获|得|夺|取得|总分|成绩|团体|综合|全国|全省|全市|全县|全区|省|市|县|保持|跃居|升至|升到|进位|跻身"
    r"|进入|进|科|组|类|个人|项目|均|名次|分列|考核|评比|国内|同行|前列|并列|稳居|镇|全校|年级|[一两三四五六七八九0-9]次|榜单?|登上|登顶|摘得|中国|世界|全球|第[一二三四五六七八九十0-9]+名?、)"
    r"(?:[\u4e00-\u9fff]|（[\u4e00-\u9fff、]{1,6}）){0,6}$"
)
_ENDS = re.compile(r"(?:[，。；、,;！（）()：]|$|和|且|并|的(?!一)|，)")
_MOVES = re.compile("[跃提]?[升前进退降移滑跌]|跃[居至]|[到至]第")
_PUT = re.compile("[摆放置]在?$")
_LAYER = re.compile("方阵|梯队|集团军|等次")
_COMPARED = re.compile("[和与]最后|的[0-9.一二两三四五六七八九十]{1,5}倍")


def read_rank(page: Page, start: int, end: int) -> Mark | None:
    """Read 第N: a rank with 名 or 位, a layer (第一方阵), or by itself after a verb of ranking."""
    plain = page.plain
    found = number(plain[start + 1 : end])
    if found.value is None or exclude.is_named(plain, start, end):
        return None
    unit = _rank_unit(plain, end)
    left, right = page.left(start), page.right(end + len(unit))
    if not unit and not (_PLACED.search(left) and _ENDS.match(right)):
        return None
    if unit == "位" and _PUT.search(left):
        return None
    if unit == "位" and not (_ENDS.match(right) or _PLACED.search(left) or _MOVES.match(right)):
        return None
    if _COMPARED.match(right):
        return None
    if unit == "名" and right[:1] in "单录":
        return None
    return Mark(start, end + len(unit), found.value, unit, "rank", "exact", start)


def _rank_unit(plain: str, end: int) -> str:
    if plain[end : end + 1] in ("名", "位"):
        return plain[end]
    layer = _LAYER.match(plain, end)
    return layer[0] if layer and layer[0] != "等次" else ""


def read_front(page: Page, start: int, end: int) -> Mark | None:
    """Read 前N: 全省前六, 前30强; 前三季度 and 前5年 are periods, 前20% is a percentage."""
    plain = page.plain
    found = number(plain[start + 1 : end])
    if found.value is None or (start and plain[start - 1] == "以"):
        return None
    left, right = page.left(start), page.right(end)
    if exclude.is_named(plain, start, end):
        return None
    unit = right[0] if right[:1] in ("名", "位", "强") else ""
    if not unit and not (_PLACED.search(left) and _ENDS.match(right)):
        return None
    return Mark(start, end + len(unit), found.value, unit, "rank", "exact", start)


def read_top(page: Page, start: int, end: int) -> Mark | None:
    """Read 首位, 榜首, 之首; 放在首位 and 首位度 are none."""
    plain, left = page.plain, page.left(start)
    if exclude.is_named(plain, start, end) or plain[end : end + 1] in ("度", "，作", "个", "次", "届", "批"):
        return None
    if plain.startswith("首位", start):
        if not _PLACED.search(left) or _PUT.search(left) or not _ENDS.match(page.right(end)):
            return None
        return Mark(start, end, number("1").value, "位", "rank", "exact", start)
    return Mark(start, end, number("1").value, "", "rank", "exact", start)
