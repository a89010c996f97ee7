"""The styles in which a figure is printed. Each is computed from the value and refused where the value forbids it."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from youju.indicators.display import bare, is_percent, printed_value
from youju.indicators.figure import Figure
from youju.lib.numerals import to_chinese
from youju.lib.rounding import half_up, percent
from youju.summaries.binding.how import BARE, PLAIN, How
from youju.summaries.binding.numbers import (
    at_least,
    at_most,
    exact,
    in_digits,
    large_unit,
    nearest,
    single,
    step_of,
    whole,
    with_word,
    word,
)
from youju.summaries.binding.simple_parts import as_part
from youju.summaries.binding.unprintable import Unprintable, several, unfit

# 近X says that at least nine tenths of X were reached, 约X that it is within a twentieth.
_NEAR, _ABOUT = Fraction(9, 10), Fraction(1, 20)
_BEHIND = ("多", "余")
_TIMES, _POINTS = "倍", "个百分点"
_TEN, _ALL = 10, 100
_FRONTS = (0, 3, 5, 10, 20)


def plain(figure: Figure, how: How) -> str:
    """97篇, 98.71%, 第一、第二名; chinese 两批, 百分之九十八; whole 99%; wan 1.2万人次."""
    if how == BARE:
        return bare(figure.value)
    if how == PLAIN:
        return printed_value(figure.indicator, figure.value)
    if is_percent(figure.indicator):
        return with_word(_share(figure, how), figure, how)
    value = exact(figure)
    if how.asks("chinese") and value.denominator != 1:
        raise several(figure)
    if large_unit(how):
        value = nearest(value, step_of(value, how, share=False))
        if not value:
            raise unfit(figure, "wan")
    elif how.asks("chinese") and value == 2:
        return "两" + word(figure, how)
    return in_digits(value, how) + word(figure, how)


def near(figure: Figure, how: How) -> str:
    """近百篇 for 90 to 99; with digits 2 近120篇 for 108 to 119; 接近 and 将近 for 近."""
    value = exact(figure)
    share = is_percent(figure.indicator)
    usual = how.digits is None and not large_unit(how) and not share
    step = step_of(value, how._replace(digits=1) if usual else how, share=share)
    goal = at_most(value, step) + step
    if not (_NEAR * goal <= value < goal) or (share and _is_too_much(goal, how)):
        raise unfit(figure, "near")
    short = goal in (100, 1000, 10_000) and not how.asks("arabic") and not share
    return f"{how.sign or '近'}{with_word(in_digits(goal, how.marked('short') if short else how), figure, how)}"


def over(figure: Figure, how: How) -> str:
    """30多支 for 31 to 39, 120多人 for 121 to 129; 余 for 多, or 超过 and the like in front."""
    value = exact(figure)
    base = at_most(value, step_of(value, how, share=is_percent(figure.indicator)))
    if not base or base == value:
        raise unfit(figure, "over")
    sign = how.sign or "多"
    digits = in_digits(base, how)
    if sign in _BEHIND:
        if how.asks("tenths") or how.word == _TIMES:  # 九成多, 两倍多
            return f"{_two(digits)}{'成' if how.asks('tenths') else _TIMES}{sign}"
        if is_percent(figure.indicator) and how.word is None:
            raise unfit(figure, f"over {sign}")
        if how.word == _POINTS and base < _TEN:  # 7个多百分点, 10多个百分点
            return f"{digits}个{sign}{_POINTS.removeprefix('个')}"
        return f"{digits}{sign}{word(figure, how)}"
    return f"{sign}{with_word(digits, figure, how)}"


def _is_too_much(share: Fraction, how: How) -> bool:
    """More than all of it; and all of it, where it would be ten tenths (近十成)."""
    return share > _ALL or (share == _ALL and how.asks("tenths"))


def _two(digits: str) -> str:
    return "两" if digits == "二" else digits


def tens(figure: Figure, how: How) -> str:
    """数十篇 for 20 to 99, 数百 for 200 to 999."""
    value = whole(figure)
    size = next((size for size in (10, 100, 1000) if 2 * size <= value < 10 * size), 0)
    if not size:
        raise unfit(figure, "tens")
    return f"{how.sign or '数'}{in_digits(Fraction(size), PLAIN.marked('short'))}{word(figure, how)}"


def rounded(figure: Figure, how: How) -> str:
    """近百 where it is near, else 30多 where it is over, else the number itself: fits every count."""
    value = whole(figure)
    goal = at_most(Fraction(value), Fraction(10 ** (len(str(value)) - 1))) + 10 ** (len(str(value)) - 1)
    if goal in (100, 1000, 10_000) and _NEAR * goal <= value:
        return near(figure, how)
    try:
        return over(figure, how)
    except Unprintable:
        return plain(figure, how._replace(style="plain", sign="", digits=None))


def floor(figure: Figure, how: How) -> str:
    """120人 for 120 to 129, before 以上: as round a number as may be, not above the value."""
    return _bounded(figure, how, lambda value, step: at_most(value, step))


def below(figure: Figure, how: How) -> str:
    """The same under the value, behind 超过."""
    return _bounded(figure, how, lambda value, step: at_least(value, step) - step)


def ceil(figure: Figure, how: How) -> str:
    """The same not below the value, before 以内."""
    return _bounded(figure, how, at_least)


def above(figure: Figure, how: How) -> str:
    """The same over the value, behind 不足."""
    return _bounded(figure, how, lambda value, step: at_most(value, step) + step)


def about(figure: Figure, how: How) -> str:
    """The round number next to it, behind 约 or before 左右; within a twentieth."""
    value = exact(figure)
    share = is_percent(figure.indicator)
    found = nearest(value, step_of(value, how, share=share))
    if not found or abs(found - value) > _ABOUT * found or (share and _is_too_much(found, how)):
        raise unfit(figure, "about")
    return with_word(in_digits(found, how), figure, how)


def rank(figure: Figure, how: How) -> str:
    """第一, without a measure word unless one is given; arabic 第1."""
    place = whole(figure)
    return f"第{place if how.asks('arabic') else to_chinese(place)}{how.word or ''}"


def front(figure: Figure, how: How) -> str:
    """前三 for the first three, 前五, 前十, 前二十."""
    place = whole(figure)
    reach = next((high for low, high in pairwise(_FRONTS) if low < place <= high), 0)
    if not reach:
        raise unfit(figure, "front")
    return f"前{reach if how.asks('arabic') else to_chinese(reach)}{how.word or ''}"


def top(figure: Figure, how: How) -> str:
    """首位, of the first alone."""
    if whole(figure) != 1:
        raise unfit(figure, "top")
    return "首位"


def _share(figure: Figure, how: How) -> str:
    """A percentage to the places asked for; 100 % and 0 only where they are exact."""
    value = exact(figure)
    if how.asks("tenths"):
        return _tenths(figure, value, how)
    if how.places is None:
        return in_digits(Fraction(single(figure)), how)
    if figure.indicator.shape == "ratio" and figure.denominator:
        found = percent(figure.numerator or 0, figure.denominator or 0, places=how.places)
    else:
        found = half_up(Decimal(single(figure)), how.places)
    if found is None or (found in (0, 100) and found != value):
        raise unfit(figure, "whole")
    return in_digits(Fraction(found), how) if how.asks("chinese") or found in (0, 100) else f"{found:f}"


def _tenths(figure: Figure, value: Fraction, how: How) -> str:
    """九 of 九成: the nearest tenth, 九成八 the nearest hundredth; none and all are no tenths."""
    found = nearest(value, step_of(value, how, share=True))
    if not 0 < found < 100 or found < _TEN:
        raise unfit(figure, "tenths")
    return in_digits(found, how)


def _bounded(figure: Figure, how: How, bound: Callable[[Fraction, Fraction], Fraction]) -> str:
    """Rounded one way: to tens, or to ones where tens would say nothing. Of all, 99%以上 and 九成以上 are said."""
    value, share = exact(figure), is_percent(figure.indicator)
    step = step_of(value, how, share=share)
    found = bound(value, step if step <= value else Fraction(1))
    if share and how.style == "floor" and found == _ALL:
        found -= step
    if found <= 0 or (share and _is_too_much(found, how)):
        raise unfit(figure, how.style)
    return with_word(in_digits(found, how), figure, how)


def print_way(figure: Figure, how: How) -> str:
    """The figure in one way. Raises Unprintable where its value forbids it."""
    if how.asks("tenths") and not is_percent(figure.indicator):
        raise unfit(figure, "tenths")
    return as_part(figure, how) if how.asks("part") or how.asks("half") else PRINTERS[how.style](figure, how)


# Every word of how.STYLES.
PRINTERS: dict[str, Callable[[Figure, How], str]] = {
    "plain": plain,
    "near": near,
    "over": over,
    "tens": tens,
    "round": rounded,
    "floor": floor,
    "below": below,
    "ceil": ceil,
    "above": above,
    "about": about,
    "rank": rank,
    "front": front,
    "top": top,
}
