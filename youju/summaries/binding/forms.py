"""How a figure is printed in a summary: always computed from the value, and refused where the value forbids it."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from youju.indicators.display import bare, printed_value, word_of
from youju.indicators.figure import Figure
from youju.lib.numerals import to_chinese
from youju.lib.rounding import percent

# 近X says that at least nine tenths of X were reached.
_NEAR = Decimal("0.9")
_POWERS = {100: "百", 1000: "千", 10_000: "万"}


class Unprintable(Exception):
    """The value cannot be printed in this form; carries one sentence."""


def printed(figure: Figure, form: str) -> str:
    """The figure in a form, in Chinese: summaries are written in it. Raises Unprintable."""
    if form not in FORMS:
        raise Unprintable(
            _("there is no form “%(form)s”; there are: %(forms)s.")
            % {"form": form, "forms": ", ".join(filter(None, FORMS))}
        )
    if figure.value is None:
        raise Unprintable(
            _("nothing was reported for “%(name)s” (%(code)s).")
            % {"name": figure.indicator.name, "code": figure.indicator.code}
        )
    with override("zh-hans"):
        return FORMS[form](figure)


def _plain(figure: Figure) -> str:
    return printed_value(figure.indicator, figure.value)


def _bare(figure: Figure) -> str:
    """The number without its measure word."""
    return bare(figure.value)


def _chinese(figure: Figure) -> str:
    """十五所, 两批."""
    number = _count(figure)
    return ("两" if number == 2 else to_chinese(number)) + word_of(figure.indicator)


def _rank(figure: Figure) -> str:
    """第一, without a measure word."""
    return f"第{to_chinese(_count(figure))}"


def _whole(figure: Figure) -> str:
    """A percentage to the whole; 100 % and 0 only where they are exact."""
    if figure.numerator is None or figure.denominator is None:
        raise _unfit(figure, "whole")
    return f"{percent(figure.numerator, figure.denominator, places=0)}%"


def _near(figure: Figure) -> str:
    """近百篇 for 90 to 99."""
    number = _count(figure)
    goal = _next_round(number)
    if not (_NEAR * goal <= number < goal):
        raise _unfit(figure, "near")
    return f"近{_POWERS.get(goal, goal)}{word_of(figure.indicator)}"


def _over(figure: Figure) -> str:
    """30多支 for 31 to 39, 120多人 for 121 to 129."""
    number = _count(figure)
    step = 10 if number < 1000 else 100
    floor = number // step * step
    if not floor or floor == number:
        raise _unfit(figure, "over")
    return f"{floor}多{word_of(figure.indicator)}"


def _tens(figure: Figure) -> str:
    """数十篇 for 20 to 99."""
    if not 20 <= _count(figure) <= 99:
        raise _unfit(figure, "tens")
    return f"数十{word_of(figure.indicator)}"


def _round(figure: Figure) -> str:
    """近百 where it is near, else 30多 where it is over, else the number itself: fits every count."""
    number = _count(figure)
    goal = _next_round(number)
    return _near(figure) if goal in _POWERS and _NEAR * goal <= number else _over_or_plain(figure)


def _over_or_plain(figure: Figure) -> str:
    try:
        return _over(figure)
    except Unprintable:
        return _plain(figure)


def _next_round(number: int) -> int:
    """The least number above that has one digit and zeros."""
    step = int("1" + "0" * (len(str(number)) - 1))
    return (number // step + 1) * step


def _count(figure: Figure) -> int:
    if not isinstance(figure.value, int):
        raise Unprintable(
            _("“%(name)s” is %(value)s, which is not one whole number.")
            % {"name": figure.indicator.name, "value": _plain(figure)}
        )
    return figure.value


def _unfit(figure: Figure, form: str) -> Unprintable:
    return Unprintable(
        _("“%(name)s” is %(value)s, which cannot be printed in the form “%(form)s”.")
        % {"name": figure.indicator.name, "value": _plain(figure), "form": form}
    )


FORMS: dict[str, Callable[[Figure], str]] = {
    "": _plain,
    "bare": _bare,
    "chinese": _chinese,
    "rank": _rank,
    "whole": _whole,
    "near": _near,
    "over": _over,
    "tens": _tens,
    "round": _round,
}
