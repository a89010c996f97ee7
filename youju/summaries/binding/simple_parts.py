"""Shares as simple parts: 三分之二, 近四分之三, 一半. Where no simple part says it, the way is refused."""

from collections.abc import Sequence
from fractions import Fraction

from youju.indicators.display import is_percent
from youju.indicators.figure import Figure
from youju.lib.numerals import to_chinese
from youju.summaries.binding.how import How
from youju.summaries.binding.numbers import exact
from youju.summaries.binding.unprintable import unfit

_HALF = Fraction(1, 2)
_PARTS = sorted({Fraction(top, bottom) for bottom in (2, 3, 4, 5) for top in range(1, bottom)})
# A part alone is right to half a hundredth; 近 begins at nine tenths of it, 约 reaches a twentieth either way.
_EXACT, _NEAR, _ABOUT = Fraction(1, 200), Fraction(9, 10), Fraction(1, 20)


def as_part(figure: Figure, how: How) -> str:
    """A share as the simple part that the way's style allows; 近 and 超过 are printed with it. Raises Unprintable."""
    share = exact(figure) / 100
    parts = [_HALF] if how.asks("half") else _PARTS
    found = _part(share, how.style, parts) if is_percent(figure.indicator) else None
    if found is None:
        raise unfit(figure, f"{how.style} part")
    front = "近" if how.style == "near" else (how.sign or "超过") if how.style == "over" else ""
    return front + _words(found)


def _part(share: Fraction, style: str, parts: Sequence[Fraction]) -> Fraction | None:
    """The part for a style, of those that may be said in their order; None where none fits."""
    at_most = [part for part in parts if part <= share]
    below = [part for part in parts if part < share]
    at_least = [part for part in parts if part >= share]
    above = [part for part in parts if part > share]
    nearest = min(parts, key=lambda part: abs(part - share))
    match style:
        case "plain":
            return nearest if abs(nearest - share) <= _EXACT else None
        case "about":
            return nearest if abs(nearest - share) <= _ABOUT * nearest else None
        case "near":
            return next((part for part in above if share >= _NEAR * part), None)
        case "over" | "below":
            return next(reversed(below), None) if share < 1 else None
        case "floor":
            return next(reversed(at_most), None) if share < 1 else None
        case "ceil":
            return next(iter(at_least), None)
        case "above":
            return next(iter(above), None)
        case _:
            return None


def _words(part: Fraction) -> str:
    if part == _HALF:
        return "一半"
    return f"{to_chinese(part.denominator)}分之{to_chinese(part.numerator)}"
