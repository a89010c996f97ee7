"""Readers of numbers: full-width digits, 1,000, 1.2万, 98.71%, and what a spreadsheet keeps as a number."""

import re
from decimal import Decimal

from youju.lib.numerals import parse_numeral
from youju.lib.sheets.problems import Unread, gettext_noop
from youju.lib.sheets.values import Scalar, is_blank, is_lost, normal, shown

_DIGITS = re.compile(r"\d+(\.\d*)?|\.\d+", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_MINUS = ("-", "−", "负")
# Behind a number of things that are counted one by one: 12人, 65本. No time, no money, no area: those have a scale.
_MEASURE = re.compile(
    r"(?<=[\d一二两三四五六七八九十百千万])\s*(?:人次|[人名位次个本册篇条件项支户家所场份枚张套台间班节天])$"
)
_LASTING = re.compile(
    r"(?:(?P<hours>[\d.]+|半|[一二两三四五六七八九十]+)个?(?P<half>半)?(?:小时|钟头|hours?|h)(?P<too>半)?)?"
    r"(?:(?P<minutes>\d+|[一二两三四五六七八九十]+)(?:分钟?|min(?:utes)?))?"
)
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
    """The whole number, of things told with their measure word too (12人); None where blank. Raises Unread."""
    number = as_decimal(_MEASURE.sub("", normal(value)) if isinstance(value, str) else value)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise Unread(_NOT_WHOLE, value=shown(value))
    return int(number)


def as_minutes(value: Scalar) -> int | None:
    """Whole minutes: 90, 90分钟, 1.5小时, 一个半小时; None where blank. Raises Unread."""
    found = _LASTING.fullmatch(normal(value).replace(" ", "")) if isinstance(value, str) else None
    if found is None or not found[0]:
        return as_whole(value)
    hours = Decimal("0.5") if found["hours"] == "半" else parse_numeral(found["hours"] or "0")
    minutes = parse_numeral(found["minutes"] or "0")
    if hours is None or minutes is None:
        raise Unread(_NOT_A_NUMBER, value=shown(value))
    hours += Decimal("0.5") if found["half"] or found["too"] else 0
    return as_whole(str(hours * 60 + minutes))


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
