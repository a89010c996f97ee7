"""How a figure stands to the year before: 增长12.5%, 增加3次, 持平. The word and the number follow the values."""

from decimal import Decimal
from fractions import Fraction
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import override

from youju.indicators.alike import comparable
from youju.indicators.display import is_percent, word_of
from youju.indicators.figure import Figure
from youju.lib.rounding import half_up
from youju.summaries.binding.how import CHANGES, How, ways
from youju.summaries.binding.numbers import exact, in_digits
from youju.summaries.binding.unprintable import Unprintable

# What goes up and what goes down, as writers pair them; the first of each sort is used where none is asked for.
_VERBS = {
    "percent": (
        ("增长", "下降"), ("提升", "下降"), ("上升", "下降"), ("增加", "减少"), ("提高", "降低"), ("上涨", "回落"),
    ),
    "count": (("增加", "减少"), ("多", "少"), ("增长", "下降"), ("上升", "下降")),
    "points": (
        ("提高", "下降"), ("提升", "下降"), ("上升", "下降"), ("提高", "降低"), ("增加", "减少"), ("增长", "下降"),
    ),
    "times": (("", ""),),
}  # fmt: skip
_DONE = "了"
_SAME, _HARDLY = "持平", "基本持平"
VERBS = tuple(
    dict.fromkeys(
        verb + done
        for verb in chain.from_iterable(chain.from_iterable(_VERBS.values()))
        if verb
        for done in ("", _DONE)
    )
)
"""The words that a form may ask for, of either direction."""
_USUAL_PLACES = 1


def changed(now: Figure, before: Figure, form: str) -> str:
    """The change in a form: a style of CHANGES, a word of VERBS, decimals. Raises Unprintable."""
    first, *others = ways(form, styles=("plain", *CHANGES), verbs=VERBS)
    how = first if first.style != "plain" else first._replace(style="points" if is_percent(now.indicator) else "count")
    for figure in (now, before):
        if figure.value is None:
            raise _unreported(figure)
    if not comparable(now, before):
        raise Unprintable(
            _("“%(name)s” was asked otherwise in %(period)s, so the two are not compared.")
            % {"name": now.indicator.name, "period": before.period.code}
        )
    with override("zh-hans"):
        try:
            return _changed(now, before, how)
        except Unprintable:
            if not others:
                raise
            return changed(now, before, form.partition("/")[2])


def _changed(now: Figure, before: Figure, how: How) -> str:
    by = exact(now) - exact(before)
    if (how.style == "points") != is_percent(now.indicator):
        raise Unprintable(
            _("“%(name)s” changes by percentage points or by a number, whichever it is itself.")
            % {"name": now.indicator.name}
        )
    if how.style in ("percent", "times") and not exact(before):
        raise Unprintable(
            _("“%(name)s” was 0 in %(period)s, from which no percentage can be told.")
            % {"name": now.indicator.name, "period": before.period.code}
        )
    if how.style == "times":
        return f"{_number(exact(now) / exact(before), how)}倍"
    return _SAME if not by else _moved(by, Fraction(exact(before)), now, how)


def _moved(by: Fraction, base: Fraction, now: Figure, how: How) -> str:
    verb = _verb(how, down=by < 0)
    if how.style == "count":
        word = how.word if how.word is not None else word_of(now.indicator)
        return f"{verb}{in_digits(abs(by), how)}{word}"
    size = abs(by) if how.style == "points" else 100 * abs(by) / base
    number = _number(size, how)
    if not Fraction(number):
        return _HARDLY
    return f"{verb}{number}{'个百分点' if how.style == 'points' else '%'}"


def _verb(how: How, *, down: bool) -> str:
    """The word for the direction, of the pair that the form's own word belongs to."""
    asked = how.verb.removesuffix(_DONE)
    pairs = _VERBS[how.style]
    pair = next((pair for pair in pairs if asked in pair), pairs[0]) if asked else pairs[0]
    return pair[down] + (_DONE if how.verb.endswith(_DONE) else "")


def _number(size: Fraction, how: How) -> str:
    """To the places asked for; where none are, to one, and without it where it is a whole number."""
    if how.places is None and size.denominator == 1:
        return str(int(size))
    places = _USUAL_PLACES if how.places is None else how.places
    return f"{half_up(Decimal(size.numerator) / size.denominator, places):f}"


def _unreported(figure: Figure) -> Unprintable:
    said = _("nothing was reported for “%(name)s” in %(period)s, so that no change can be told.")
    return Unprintable(said % {"name": figure.indicator.name, "period": figure.period.code})
