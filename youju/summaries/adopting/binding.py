"""From a checked claim to a token: the first form that prints for the text's own year exactly what the text printed.

Nothing is bound that prints otherwise, so that no claim is bound silently wrong; a blank between a number and its
measure word (57 场) is left out, as the layout of official documents has none. Only where a person chose the figure the
form is taken over without its value.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.claims.judging.change import Grown
from youju.claims.reading import Claim
from youju.claims.telling.checked import Checked
from youju.indicators.figure import Figure
from youju.indicators.internal import RULE, is_internal
from youju.lib.periods import Period
from youju.orgs.tree import subtree
from youju.orgs.units import Unit
from youju.summaries.adopting.shapes import Shape, change_shapes, shapes
from youju.summaries.binding.change import VERBS, base_of, changed
from youju.summaries.binding.forms import printed
from youju.summaries.binding.how import MONTH_BEFORE
from youju.summaries.binding.scope import written_period
from youju.summaries.binding.tokens import written
from youju.summaries.binding.unprintable import Unprintable

_VERB = re.compile(rf"(?:{'|'.join(sorted((verb for verb in VERBS if verb != '了'), key=len, reverse=True))})$")
_LONGEST_VERB = max(map(len, VERBS))
_CHANGES = {"share": "percent", "points": "points", "amount": "count", "times": "times", "times more": "more"}


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
    fitting = next(
        (one for one in some if _prints(figure, one.form) == _closed(source.text[one.start : one.end])), None
    )
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
        if len(form) != 1 and _prints(figure, form) == _closed(source.text[start:end]):
            return _piece(source, Shape(start, end, form), figure, tuple(number for number, _checked in some))
    return None


def _refuse(source: Source, figure: Figure) -> None:
    if is_internal(figure.indicator):
        raise Unfit(_("%(rule)s Leave it out, or say it without the number.") % {"rule": RULE})
    if figure.unit != source.unit.code and figure.unit not in subtree(source.unit, figure.period).codes:
        raise Unfit(_("It is a figure of another unit, which is not below this one."))


def _changed(source: Source, number: int, checked: Checked, figure: Figure) -> Piece:
    """A change with its word before the number; where the word stands apart, its size alone. Raises Unfit."""
    assert checked.grown is not None
    grown, claim = checked.grown, checked.claim
    against = _base(grown, figure)
    for shape in _change_shapes(source.text, claim, grown):
        form = "/".join(" ".join(filter(None, (way, against))) for way in shape.form.split("/"))
        try:
            told = changed(figure, grown.before, form)
        except Unprintable:
            continue
        if told == _closed(source.text[shape.start : shape.end]):
            return _piece(source, shape._replace(form=form), figure, (number,), change=True)
    raise Unfit(_("No form prints it as the text has it."))


def _base(grown: Grown, figure: Figure) -> str:
    """What a form says of the period that a change is told against; "" for the year before. Raises Unfit."""
    words = ("", MONTH_BEFORE if grown.change.month_before else str(grown.change.year or ""))
    for word in dict.fromkeys(words):
        try:
            if base_of(figure.period, word) == grown.before.period:
                return word
        except Unprintable:
            continue
    raise Unfit(_("It is told against another period than a form can name."))


def _change_shapes(text: str, claim: Claim, grown: Grown) -> Iterator[Shape]:
    """The forms of a change: with the word that stands before the number, else while it goes the way the text says."""
    if claim.unit == "番":
        for way in ("doubled", "doubled 了", "doubled bare"):
            yield Shape(claim.start, claim.end, f"{way}/percent")
        return
    style = _CHANGES[grown.change.sort]
    apart = "" if style == "times" else "down" if grown.change.down else "up"
    for shape in change_shapes(text, claim):
        ways = shape.form.split("/")
        verb = _VERB.search(text, max(0, shape.start - _LONGEST_VERB), shape.start) if apart else None
        starts = ((verb.start(), ""), (verb.start(), verb[0])) if verb else ()
        for start, word in (*starts, (shape.start, apart)):
            form = "/".join(" ".join(filter(None, (style, word, way))) for way in ways)
            yield Shape(start, shape.end, form)


def _piece(source: Source, shape: Shape, figure: Figure, numbers: tuple[int, ...], *, change: bool = False) -> Piece:
    unit = "" if figure.unit == source.unit.code else figure.unit
    period = written_period(figure.period, source.period)
    form = "" if shape.form in ("", "plain") else "/".join(map(_short, shape.form.split("/")))
    token = written(figure.indicator.code, form=form, period=period, unit=unit, change=change)
    told = _closed(source.text[shape.start : shape.end]) if change else _prints(figure, shape.form)
    return Piece(shape.start, shape.end, token, told, numbers, figure)


def _short(way: str) -> str:
    """A way without the word that says nothing where others stand."""
    return " ".join(word for word in way.split() if word != "plain") or "plain"


def _closed(text: str) -> str:
    """Without blanks."""
    return "".join(text.split())


def _prints(figure: Figure, form: str) -> str:
    try:
        return printed(figure, form)
    except Unprintable:
        return ""
