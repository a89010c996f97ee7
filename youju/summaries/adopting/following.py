"""What became of the figures of an adopted text in another period: changed most, or without anything verified."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from youju.claims.telling.checked import plain_value
from youju.indicators.figure import Figure, Value
from youju.indicators.figures import figures
from youju.ledger import log
from youju.lib.periods import Period
from youju.summaries.adopting.adoption import Adoption, Bound
from youju.summaries.binding.asked import Asked
from youju.summaries.binding.change import base_of, changed
from youju.summaries.binding.forms import printed
from youju.summaries.binding.tokens import Token, tokens
from youju.summaries.binding.unprintable import Unprintable

_SHOWN = 8


class Followed(NamedTuple):
    """A bound figure in the new period. printed: what its token prints then, or "" with the reason."""

    bound: Bound
    now: Figure
    printed: str
    reason: str = ""

    @property
    def share(self) -> Fraction:
        """By which part of the old value it changed, up or down; 0 where that cannot be told."""
        old, new = _single(self.bound.figure.value), _single(self.now.value)
        if old is None or new is None:
            return Fraction(0)
        return abs(new - old) / old if old else Fraction(new > 0)

    def as_json(self) -> dict[str, object]:
        """The line that ``--json`` prints."""
        return {
            "number": self.bound.number, "line": self.bound.line, "token": self.bound.token,
            "name": str(self.now.indicator.name), "before": plain_value(self.bound.figure.value),
            "now": plain_value(self.now.value), "printed": self.printed, "reason": self.reason,
        }  # fmt: skip


def follow(adoption: Adoption, period: Period) -> list[Followed]:
    """The bound figures of a text as they are in another period. Where a token asks for no such, it is left out."""
    size = log.size()
    asked = Asked(adoption.unit, period, size, figures(adoption.unit, period, size=size))
    return [one for one in (_followed(bound, asked) for bound in adoption.bound) if one is not None]


def changed_most(followed: Iterable[Followed]) -> list[Followed]:
    """Those that changed most, the most first; each figure once."""
    each = {(one.now.indicator.code, one.now.unit, one.now.period): one for one in followed if one.share}
    return sorted(each.values(), key=lambda one: -one.share)[:_SHOWN]


def without_evidence(followed: Iterable[Followed]) -> list[Followed]:
    """Those of which nothing is verified in the new period."""
    return [one for one in followed if one.now.value is None]


def unprintable(followed: Sequence[Followed]) -> list[Followed]:
    """Those that have a value which their form cannot print."""
    return [one for one in followed if one.now.value is not None and one.reason]


def _followed(bound: Bound, asked: Asked) -> Followed | None:
    token = next(tokens(bound.token))
    try:
        now = asked.figure(token)
    except Unprintable:  # a unit that is not there any more
        return None
    try:
        return Followed(bound, now, _told(token, now, asked))
    except Unprintable as error:
        return Followed(bound, now, "", str(error))


def _told(token: Token, now: Figure, asked: Asked) -> str:
    if token.sort == "change":
        return changed(now, asked.figure(token, base_of(now.period, token.rest)), token.rest)
    return printed(now, token.rest)


def _single(value: Value | None) -> Fraction | None:
    if isinstance(value, tuple):
        return Fraction(value[0]) if len(value) == 1 else None
    return None if value is None else Fraction(value)
