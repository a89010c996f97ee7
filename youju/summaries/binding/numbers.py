"""A figure as exact as it is known, rounded up or down to round numbers, and a number as it is written."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor

from youju.indicators.display import is_percent, word_of
from youju.indicators.figure import Figure, Number
from youju.lib.numerals import to_chinese
from youju.summaries.binding.how import How
from youju.summaries.binding.unprintable import several

_POWERS = {10: "十", 100: "百", 1000: "千", 10_000: "万"}
_WAN = 10_000
_LARGE_UNITS = {"wan": (_WAN, "万", 1), "yi": (100_000_000, "亿", 2)}  # each with the decimals that are usual in it
_TENTH = 10
_LARGE = 1000  # from here on the last two digits are left out, below only the last
_SIGNS = "零一二三四五六七八九"


def exact(figure: Figure) -> Fraction:
    """The value, a share from its two sums so that nothing is lost to rounding. Raises Unprintable."""
    if figure.indicator.shape == "ratio" and figure.denominator:
        return Fraction(100 * (figure.numerator or 0), figure.denominator)
    return Fraction(single(figure))


def single(figure: Figure) -> Number:
    """The value where it is one number; of several places in rankings, the only one. Raises Unprintable."""
    value = figure.value
    if isinstance(value, tuple) and len(value) == 1:
        return value[0]
    if value is None or isinstance(value, tuple):
        raise several(figure)
    return value


def whole(figure: Figure) -> int:
    """The value where it is one whole number. Raises Unprintable."""
    value = single(figure)
    if not isinstance(value, int):
        raise several(figure)
    return value


def large_unit(how: How) -> tuple[int, str, int] | None:
    """Size, sign and usual decimals of 万 or 亿, where a way asks for one."""
    return next((large for mark, large in _LARGE_UNITS.items() if how.asks(mark)), None)


def step_of(value: Fraction, how: How, *, share: bool) -> Fraction:
    """The distance of the round numbers that a way rounds to."""
    if large := large_unit(how):
        size, _sign, places = large
        return Fraction(size, 10 ** (places if how.places is None else how.places))
    if how.asks("tenths"):
        return Fraction(_TENTH if how.places is None else 1)
    if share and how.digits is None:
        return Fraction(1, 10 ** (how.places or 0))
    if how.digits is None:
        return Fraction(10 if value < _LARGE else 100)
    return Fraction(10 ** max(0, len(str(int(value))) - how.digits))


def at_most(value: Fraction, step: Fraction) -> Fraction:
    return floor(value / step) * step


def at_least(value: Fraction, step: Fraction) -> Fraction:
    return ceil(value / step) * step


def nearest(value: Fraction, step: Fraction) -> Fraction:
    """Halves go up."""
    return floor(value / step + Fraction(1, 2)) * step


def in_digits(number: Fraction, how: How) -> str:
    """A number in the writing that a way asks for, without a word behind it.

    short: 百 for 100, as in 近百; a power of ten alone.
    """
    if how.asks("short") and number in _POWERS:
        return _POWERS[int(number)]
    if large := large_unit(how):
        size, sign, _places = large
        return f"{_plain(number / size)}{sign}"
    if how.asks("tenths"):
        return _in_tenths(*divmod(int(number), _TENTH), how)
    if how.asks("grouped") and number >= _LARGE:
        return f"{int(number):,}"
    if not how.asks("chinese"):
        return _plain(number)
    front, _point, behind = _plain(number).partition(".")
    return to_chinese(int(front)) + (f"点{''.join(_SIGNS[int(digit)] for digit in behind)}" if behind else "")


def _in_tenths(count: int, rest: int, how: How) -> str:
    """九 of 九成, and the whole of 九成八."""
    if how.asks("arabic"):
        return f"{count}成{rest}" if rest else str(count)
    said = "两" if count == 2 and not how.asks("chinese") else to_chinese(count)
    return f"{said}成{to_chinese(rest)}" if rest else said


def with_word(digits: str, figure: Figure, how: How) -> str:
    """The digits with the measure word, or as a percentage."""
    if how.asks("tenths"):
        return digits if "成" in digits else f"{digits}成"
    if is_percent(figure.indicator) and how.word is None:
        return digits if how.asks("bare") else f"百分之{digits}" if how.asks("chinese") else f"{digits}%"
    return digits + word(figure, how)


def word(figure: Figure, how: How) -> str:
    """The measure word that a way asks for."""
    return "" if how.asks("bare") else word_of(figure.indicator) if how.word is None else how.word


def _plain(number: Fraction) -> str:
    """As few decimals as say it; two where none do."""
    places = next((count for count in range(3) if (number * 10**count).denominator == 1), 2)
    value = (Decimal(number.numerator) / number.denominator).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{value:f}"
