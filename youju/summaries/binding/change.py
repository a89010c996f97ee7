"""How a figure stands to an earlier period: 增长12.5%, 增加近20次, 翻了一番. Word and number follow the values."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import override

from youju.indicators.alike import comparable
from youju.indicators.display import is_percent, word_of
from youju.indicators.figure import Figure
from youju.lib.numerals import to_chinese
from youju.lib.periods import Period
from youju.lib.rounding import half_up
from youju.summaries.binding.how import MONTH_BEFORE, How, change_ways
from youju.summaries.binding.numbers import exact, in_digits
from youju.summaries.binding.scope import year_before
from youju.summaries.binding.styles import print_way
from youju.summaries.binding.unprintable import Unprintable

# What goes up and what goes down, as writers pair them; the first of each sort is used where none is asked for.
_VERBS = {
    "percent": (
        ("增长", "下降"), ("提升", "下降"), ("上升", "下降"), ("增加", "减少"), ("提高", "降低"), ("上涨", "回落"),
        ("增幅", "降幅"),
    ),
    "count": (("增加", "减少"), ("多", "少"), ("增长", "下降"), ("上升", "下降"), ("净增", "净减"), ("增", "减")),
    "points": (
        ("提高", "下降"), ("提升", "下降"), ("上升", "下降"), ("提高", "降低"), ("增加", "减少"), ("增长", "下降"),
    ),
    "more": (("增长", "下降"), ("增加", "减少"), ("提高", "降低")),
}  # fmt: skip
_DONE = "了"
_SAME, _HARDLY = "持平", "基本持平"
VERBS = (
    *dict.fromkeys(
        verb + done for verb in chain.from_iterable(chain.from_iterable(_VERBS.values())) for done in ("", _DONE)
    ),
    _DONE,
)
"""The words that a form may ask for, of either direction."""
_USUAL_PLACES = 1
# 翻一番 is twice, more or less, 翻两番 four times; who says so is right to a twentieth.
_DOUBLINGS, _ABOUT = (1, 2, 3), Fraction(1, 20)
# What stands behind a change; where none is here, the figure's own measure word.
_TIMES = "倍"
_SIGNS = {"points": "个百分点", "more": _TIMES}


def base_of(period: Period, form: str) -> Period:
    """The period that a change of this form is told against. Raises Unprintable."""
    base = change_ways(form, VERBS)[0].base
    if base == MONTH_BEFORE:
        if period.kind != "month":
            raise Unprintable(_("“%(form)s” is told of months alone: write @03 behind the code.") % {"form": form})
        return period.previous()
    years = int(base[1:]) if base.startswith("-") else period.first.year - int(base) if base else 1
    if years < 1:
        raise Unprintable(_("“%(form)s” is told against an earlier year.") % {"form": form})
    return year_before(period, years)


def changed(now: Figure, before: Figure, form: str) -> str:
    """The change in the first way of a form that the values allow. Raises Unprintable with the reason of the first."""
    asked = [_usual(now, how) for how in change_ways(form, VERBS)]
    for figure in (now, before):
        if figure.value is None:
            raise _unreported(figure)
    if not comparable(now, before):
        raise Unprintable(
            _("“%(name)s” was asked otherwise in %(period)s, so the two are not compared.")
            % {"name": now.indicator.name, "period": before.period.code}
        )
    first: Unprintable | None = None
    with override("zh-hans"):
        for how in asked:
            try:
                return _changed(now, before, how)
            except Unprintable as error:
                first = first or error
    assert first is not None  # a form has one way at the least
    raise first


def _usual(now: Figure, how: How) -> How:
    """The way that a share is told by where none is asked for, and that of a number."""
    return how if how.change else how._replace(change="points" if is_percent(now.indicator) else "count")


def _changed(now: Figure, before: Figure, how: How) -> str:
    by, base = exact(now) - exact(before), exact(before)
    if (how.change == "points") != is_percent(now.indicator):
        raise Unprintable(
            _("“%(name)s” changes by percentage points or by a number, whichever it is itself.")
            % {"name": now.indicator.name}
        )
    if how.change not in ("count", "points") and not base:
        raise Unprintable(
            _("“%(name)s” was 0 in %(period)s, from which no percentage can be told.")
            % {"name": now.indicator.name, "period": before.period.code}
        )
    match how.change:
        case "times":
            return _sized(now, exact(now) / base, how._replace(word=_TIMES))
        case "doubled":
            return _doubled(now, exact(now) / base, how)
    _refuse_other_way(now, by, how)
    return _SAME if not by else _moved(by, base, now, how)


def _refuse_other_way(now: Figure, by: Fraction, how: How) -> None:
    """Where the prose says which way it went, a size is printed only while it did. Raises Unprintable."""
    if (how.asks("up") and by <= 0) or (how.asks("down") and by >= 0):
        raise Unprintable(
            _("“%(name)s” did not go the way that the words round it say: write the sentence anew.")
            % {"name": now.indicator.name}
        )


def _moved(by: Fraction, base: Fraction, now: Figure, how: How) -> str:
    stands_apart = how.asks("up") or how.asks("down")
    verb = "" if stands_apart else _verb(how, down=by < 0)
    size = abs(by)
    if how.change == "count":
        return verb + _sized(now, size, how._replace(word=word_of(now.indicator) if how.word is None else how.word))
    if how.change == "more":
        size = size / base
    elif how.change == "percent":
        size = 100 * size / base
    text = _sized(now, size, how._replace(word=_SIGNS.get(how.change, how.word)))
    return text if text == _HARDLY else verb + text


def _sized(now: Figure, size: Fraction, how: How) -> str:
    """The size of a change with its word, rounded as the way says; a share in percent where the way gives no word."""
    if how.asks("half") and how.word == _TIMES:
        return _and_a_half(now, size)
    if how.style != "plain" or any(map(how.asks, ("tenths", "part", "half"))):
        return print_way(_as_figure(now, size, share=how.change in ("percent", "points")), how)
    if how.change == "count":
        return in_digits(size, how) + (how.word or "")
    number = _number(size, how)
    if how.change != "times" and not Fraction(number):
        return _HARDLY
    return f"{number}{how.word or '%'}"


def _and_a_half(now: Figure, size: Fraction) -> str:
    """一倍半: within a twentieth."""
    count = int(size)
    goal = count + Fraction(1, 2)
    if not count or abs(size - goal) > _ABOUT * goal:
        raise Unprintable(_("“%(name)s” is not so many times and a half.") % {"name": now.indicator.name})
    return f"{'两' if count == 2 else to_chinese(count)}{_TIMES}半"


def _as_figure(now: Figure, size: Fraction, *, share: bool) -> Figure:
    """A size as if it were a figure itself, so that it is rounded and written as those are."""
    indicator = replace(now.indicator, shape="ratio" if share else "sum")
    value = Decimal(size.numerator) / size.denominator
    return replace(now, indicator=indicator, value=value, numerator=None, denominator=None)


def _doubled(now: Figure, times: Fraction, how: How) -> str:
    found = next((each for each in _DOUBLINGS if abs(times - 2**each) <= _ABOUT * 2**each), 0)
    if not found or (how.asks("bare") and found > 1):
        raise Unprintable(_("“%(name)s” did not double.") % {"name": now.indicator.name})
    if how.asks("bare"):
        return "翻番"
    return f"翻{how.verb}{'两' if found == 2 else to_chinese(found)}番"


def _verb(how: How, *, down: bool) -> str:
    """The word for the direction, of the pair that the form's own word belongs to."""
    asked = how.verb.removesuffix(_DONE)
    pairs = _VERBS[how.change]
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
