"""Spans as JSON: each by the names of its parts, a figure by its place, so that what is added to them later is kept."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from youju.indicators.figure import Figure
from youju.lib.periods import Period
from youju.summaries.binding import summary
from youju.summaries.binding.summary import Span

_FIGURE, _DECIMAL, _PERIOD, _TYPE = "figure#", "decimal#", "period#", "type#"


def stored(spans: Sequence[Span], place_of: Callable[[Figure], int]) -> list[dict[str, Any]]:
    """The spans as JSON has them. place_of: where a figure is kept."""
    return [{name: _stored(value, place_of) for name, value in span._asdict().items()} for span in spans]


def read(kept: Sequence[dict[str, Any]], figures: Sequence[Figure]) -> tuple[Span, ...]:
    """The spans again. figures: by their places."""
    known = Span._fields
    return tuple(Span(**{name: _read(each[name], figures) for name in known if name in each}) for each in kept)


def figures_in(value: Any) -> list[Figure]:
    """The figures of a span or a part of one, in their order."""
    if isinstance(value, Figure):
        return [value]
    return [figure for part in value for figure in figures_in(part)] if isinstance(value, tuple | list) else []


def _stored(value: Any, place_of: Callable[[Figure], int]) -> Any:
    if isinstance(value, Figure):
        return {_FIGURE: place_of(value)}
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    if isinstance(value, Period):
        return {_PERIOD: value.code}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        parts = {name: _stored(part, place_of) for name, part in value._asdict().items()}
        return {_TYPE: type(value).__name__} | parts
    if isinstance(value, tuple | list):
        return [_stored(part, place_of) for part in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _read(value: Any, figures: Sequence[Figure]) -> Any:
    if isinstance(value, list):
        return tuple(_read(part, figures) for part in value)
    if not isinstance(value, dict):
        return value
    if _FIGURE in value:
        return figures[value[_FIGURE]]
    if _DECIMAL in value:
        return Decimal(value[_DECIMAL])
    if _PERIOD in value:
        return Period.parse(value[_PERIOD])
    kind = getattr(summary, value[_TYPE])
    return kind(**{name: _read(value[name], figures) for name in kind._fields if name in value})
