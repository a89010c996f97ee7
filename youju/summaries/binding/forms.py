"""How a figure is printed in a summary: always computed from the value, and refused where the value forbids it."""

from django.utils.translation import override

from youju.indicators.figure import Figure
from youju.summaries.binding.how import ways
from youju.summaries.binding.styles import print_way
from youju.summaries.binding.unprintable import Unprintable, unreported

__all__ = ["FORMS", "Unprintable", "printed"]

FORMS = ("", "bare", "chinese", "rank", "whole", "tenth", "near", "over", "tens", "round", "floor", "about", "wan")
"""The forms that a writer is offered; how.py has all words of which forms are made."""


def printed(figure: Figure, form: str) -> str:
    """The figure in the first way of a form that its value allows, in Chinese: summaries are written in it.

    Raises Unprintable: of an unknown form, an unreported figure, or with the reason of the first way.
    """
    asked = ways(form)
    if figure.value is None:
        raise unreported(figure)
    first: Unprintable | None = None
    with override("zh-hans"):
        for how in asked:
            try:
                return print_way(figure, how)
            except Unprintable as error:
                first = first or error
    assert first is not None  # a form has one way at the least
    raise first
