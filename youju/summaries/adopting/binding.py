"""From a checked claim to a token: the first form that prints for the text's own year exactly what the text printed.

Nothing is bound that prints otherwise, so that no claim is bound silently wrong. Only where a person chose the figure
the form is taken over without its value.
"""

import re
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.claims.telling.checked import Checked
from youju.indicators.figure import Figure
from youju.indicators.internal import RULE, is_internal
from youju.lib.periods import Period
from youju.orgs.tree import subtree
from youju.orgs.units import Unit
from youju.summaries.adopting.shapes import Shape, shapes
from youju.summaries.binding.change import VERBS, changed
from youju.summaries.binding.forms import printed
from youju.summaries.binding.scope import written_period, year_before
from youju.summaries.binding.tokens import written
from youju.summaries.binding.unprintable import Unprintable

_VERB = re.compile(rf"(?:{'|'.join(sorted(VERBS, key=len, reverse=True))})$")
_LONGEST_VERB = max(map(len, VERBS))
_CHANGES = {"share": "percent", "points": "points", "amount": "count", "times": "times"}
_PLACES = ("", "whole", "tenth", "hundredth")


class Piece(NamedTuple):
    """A part of the source that a token takes the place of. printed: what it prints for the source's own year."""

    start: int
    end: int
    token: str
    printed: str
    numbers: tuple[int, ...]
    figure: Figure


class Unfit(Exception):
    """Why a claim is not bound, in one sentence."""


class Source(NamedTuple):
    """A text, whose it is, and of when."""

    text: str
    unit: Unit
    period: Period


def piece_of(source: Source, number: int, checked: Checked, figure: Figure, *, chosen: bool = False) -> Piece:
    """The token of a claim. chosen: by a person, so that it may print another value. Raises Unfit."""
    _refuse(source, figure)
    if checked.grown is not None and not chosen:
        return _changed(source, number, checked, figure)
    some = list(shapes(source.text, checked.claim))
    fitting = next((one for one in some if _prints(figure, one.form) == source.text[one.start : one.end]), None)
    if fitting is None and chosen:
        fitting = next((one for one in some if _prints(figure, one.form)), None)
    if fitting is None:
        raise Unfit(_("No form prints it as the text has it."))
    return _piece(source, fitting, figure, (number,))


def places_piece(source: Source, some: Sequence[tuple[int, Checked]]) -> Piece | None:
    """One token for 第一、第二名, whose figure is a set of places; None where that is not what the text says."""
    figure, claims = some[0][1].figure, [checked.claim for _number, checked in some]
    if figure is None or not isinstance(figure.value, tuple) or len(figure.value) != len(claims):
        return None
    start, end = claims[0].start, claims[-1].end
    for form in ("", f"={claims[-1].unit}"):
        if len(form) != 1 and _prints(figure, form) == source.text[start:end]:
            return _piece(source, Shape(start, end, form), figure, tuple(number for number, _checked in some))
    return None


def _refuse(source: Source, figure: Figure) -> None:
    if is_internal(figure.indicator):
        raise Unfit(str(RULE))
    if figure.unit != source.unit.code and figure.unit not in subtree(source.unit, figure.period).codes:
        raise Unfit(_("It is a figure of another unit, which is not below this one."))


def _changed(source: Source, number: int, checked: Checked, figure: Figure) -> Piece:
    """A change with its word before the number. Raises Unfit."""
    grown, claim, text = checked.grown, checked.claim, source.text
    style = _CHANGES.get(grown.change.sort) if grown is not None else None
    if grown is None or style is None or grown.before.period != year_before(figure.period):
        raise Unfit(_("It is told against another period than the year before."))
    verb = _VERB.search(text, max(0, claim.start - _LONGEST_VERB), claim.start)
    start = verb.start() if verb and style != "times" else claim.start
    words = ("", f"={claim.unit}") if style == "count" else ("",)
    for more in product(words, ("", verb[0]) if verb else ("",), _PLACES):
        form = " ".join(filter(None, (style, *more)))
        try:
            told = changed(figure, grown.before, form)
        except Unprintable:
            continue
        if told == text[start : claim.end]:
            return _piece(source, Shape(start, claim.end, form), figure, (number,), change=True)
    raise Unfit(_("No form prints it as the text has it."))


def _piece(source: Source, shape: Shape, figure: Figure, numbers: tuple[int, ...], *, change: bool = False) -> Piece:
    unit = "" if figure.unit == source.unit.code else figure.unit
    period = written_period(figure.period, source.period)
    form = "" if shape.form in ("", "plain") else "/".join(map(_short, shape.form.split("/")))
    token = written(figure.indicator.code, form=form, period=period, unit=unit, change=change)
    told = source.text[shape.start : shape.end] if change else _prints(figure, shape.form)
    return Piece(shape.start, shape.end, token, told, numbers, figure)


def _short(way: str) -> str:
    """A way without the word that says nothing where others stand."""
    return " ".join(word for word in way.split() if word != "plain") or "plain"


def _prints(figure: Figure, form: str) -> str:
    try:
        return printed(figure, form)
    except Unprintable:
        return ""
