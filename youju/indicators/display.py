"""A figure in print: value and measure word, in the language now active."""

from decimal import Decimal

from django.utils.translation import gettext as _

from youju.indicators.catalogue import measures_of
from youju.indicators.figure import PART_EXCEEDS_WHOLE, SEVERAL_STATED, Figure, Number, Value
from youju.indicators.indicator import COUNTING, Indicator
from youju.lib.numerals import to_chinese
from youju.lib.rounding import half_up
from youju.phrases import duration, reads_chinese
from youju.records.counting.measures import MINUTES

NOTHING = "—"
_PERCENT = "%"
_YUAN, _WAN = "元", 10_000
_TEENS = range(11, 14)
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def printed(figure: Figure) -> str:
    """The figure's value as people write it: 12次, 98.73%, 第一、第二名; — where there is none."""
    return printed_value(figure.indicator, figure.value)


def printed_value(indicator: Indicator, value: Value | None) -> str:
    """A value of an indicator as people write it; also for a part of a figure, or one frozen earlier."""
    if value is None:
        return NOTHING
    if is_percent(indicator):
        return f"{bare(value)}{_PERCENT}"
    if is_rank(indicator):
        return _ranks(indicator, value)
    return _counted(indicator, value)


def bare(value: Value | None) -> str:
    """The value without its word: 12, 98.73, 1, 2; a range with a dash."""
    if value is None:
        return NOTHING
    if isinstance(value, tuple):
        return "–".join(_digits(one) for one in value)
    return _digits(value)


def step_text(indicator: Indicator, step: Decimal) -> str:
    """By how much a value rose or fell: +3, -1.5; money with its word: +245万元."""
    return ("+" if step > 0 else "") + (_money(step) if word_of(indicator) == _YUAN else f"{step:f}")


def noted(figure: Figure) -> str:
    """Why a figure has no value although something was reported; an empty text where there is nothing to say."""
    if figure.note == PART_EXCEEDS_WHOLE:
        return _("The part (%(part)s) exceeds the whole (%(whole)s). One of the two was reported wrongly.") % {
            "part": figure.numerator, "whole": figure.denominator,
        }  # fmt: skip
    if figure.note == SEVERAL_STATED:
        return _("The latest record states several values. State one in each record, or ask for a narrower figure.")
    return ""


def in_hours(figure: Figure) -> str:
    """What minutes make in hours, as people speak of them; empty for what is not counted in minutes."""
    value = figure.value
    counted = figure.indicator.per == 1 and measures_of(figure.indicator)[0].word == MINUTES
    return duration(value) if counted and isinstance(value, int) else ""


def is_percent(indicator: Indicator) -> bool:
    """Shares, and percentages that others published."""
    return indicator.shape == "ratio" or (indicator.shape not in COUNTING and _form(indicator) == "percent")


def is_rank(indicator: Indicator) -> bool:
    return indicator.shape not in COUNTING and _form(indicator) == "rank"


def word_of(indicator: Indicator) -> str:
    """The measure word: the indicator's own, else its measure's. English has none unless it is declared."""
    if is_percent(indicator):
        return _PERCENT
    return (indicator.word.zh or measures_of(indicator)[0].word) if reads_chinese() else indicator.word.en


def _counted(indicator: Indicator, value: Value) -> str:
    word = word_of(indicator)
    if word == _YUAN and not isinstance(value, tuple):
        return _money(value)
    if reads_chinese():
        return bare(value) + word
    one, _bar, many = word.partition("|")
    return f"{bare(value)} {one if value == 1 else many or one}".strip()


def _money(value: Number) -> str:
    """From 1万元 on in 万元, rounded half up to two places; no zeros behind the point."""
    amount, word = Decimal(value), _YUAN
    if abs(amount) >= _WAN:
        amount, word = half_up(amount / _WAN, 2), "万元"
    whole = amount == amount.to_integral_value()
    return f"{amount.quantize(Decimal(1)) if whole else amount.normalize():f}{word}"


def _ranks(indicator: Indicator, value: Value) -> str:
    ranks = value if isinstance(value, tuple) else (value,)
    if reads_chinese():
        return "、".join(f"第{to_chinese(int(rank))}" for rank in ranks) + word_of(indicator)
    return ", ".join(_ordinal(int(rank)) for rank in ranks)


def _ordinal(rank: int) -> str:
    ending = "th" if rank % 100 in _TEENS else _ORDINALS.get(rank % 10, "th")
    return f"{rank}{ending}"


def _digits(value: Number) -> str:
    if value in (0, 100):  # never reached by rounding: every one, or none, needs no decimals
        return str(int(value))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _form(indicator: Indicator) -> str:
    return measures_of(indicator)[0].form
