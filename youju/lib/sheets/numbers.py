"""Readers of numbers: full-width digits, 1,000, 1.2万, 98.71%, and what a spreadsheet keeps as a number."""

import re
from decimal import Decimal

from youju.lib.numerals import parse_numeral
from youju.lib.sheets.problems import Unread, gettext_noop
from youju.lib.sheets.values import Scalar, is_blank, is_lost, normal, shown

_DIGITS = re.compile(r"\d+(\.\d*)?|\.\d+", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_MINUS = ("-", "−", "负")
_LONGEST = 20

_NOT_A_NUMBER = gettext_noop("“%(value)s” is not a number: write digits alone, as 1200 or 12.5")
_NOT_WHOLE = gettext_noop("“%(value)s” is not a whole number: write one without a decimal point")
_NOT_EXACT = gettext_noop("“%(value)s” has more digits than a spreadsheet keeps: format the cell as text")
_A_PERCENTAGE = gettext_noop("“%(value)s” is a percentage: write the number itself")
_NOT_A_PERCENTAGE = gettext_noop("“%(value)s” is not a percentage: write it as 98.71%%")


def as_decimal(value: Scalar) -> Decimal | None:
    """The number; None where blank. Raises Unread, also for a percentage."""
    if is_blank(value):
        return None
    if is_lost(value):
        raise Unread(_NOT_EXACT, value=shown(value))
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Unread(_NOT_A_NUMBER, value=shown(value))
    return _from_number(value)


def as_whole(value: Scalar) -> int | None:
    """The whole number; None where blank. Raises Unread."""
    number = as_decimal(value)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise Unread(_NOT_WHOLE, value=shown(value))
    return int(number)


def as_percent(value: Scalar) -> Decimal | None:
    """How many in a hundred: 98.71 for ``98.71%`` and for ``98.71`` alike; None where blank. Raises Unread."""
    if isinstance(value, str) and (text := normal(value)):
        bare = text.removeprefix("百分之").rstrip("% ")
        try:
            return _from_text(bare)
        except Unread:
            raise Unread(_NOT_A_PERCENTAGE, value=shown(value)) from None
    return as_decimal(value)


def _from_number(value: float) -> Decimal:
    """As a spreadsheet shows it: fifteen digits, without what binary fractions add behind them."""
    number = Decimal(f"{value:.15g}")
    if not number.is_finite():
        raise Unread(_NOT_A_NUMBER, value=shown(value))
    return number if number != number.to_integral_value() else number.quantize(Decimal(1))


def _from_text(value: str) -> Decimal:
    text = normal(value)
    if text.endswith("%") and _is_number(text[:-1].strip()):
        raise Unread(_A_PERCENTAGE, value=shown(value))
    negative = text.startswith(_MINUS)
    number = _unsigned(text[1:].strip() if negative else text.removeprefix("+"))
    if number is None:
        raise Unread(_NOT_A_NUMBER, value=shown(value))
    return -number if negative and number else number


def _is_number(text: str) -> bool:
    return _unsigned(text) is not None


def _unsigned(text: str) -> Decimal | None:
    if len(text) > _LONGEST:
        return None
    if _DIGITS.fullmatch(text):
        return Decimal(text)
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return None if "," in text or " " in text else parse_numeral(text)
