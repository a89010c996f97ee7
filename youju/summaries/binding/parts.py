"""A figure by level, title, unit or month: what lists name and charts draw. In Chinese, as summaries are written."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import override

from youju.indicators.breakdown import Part, by_cell, by_month, by_unit
from youju.indicators.catalogue import measures_of
from youju.indicators.display import printed_value
from youju.indicators.figure import Figure, Number
from youju.orgs.units import Unit
from youju.phrases import enumerated
from youju.records.counting.levels import LEVELS
from youju.summaries.binding.unprintable import Unprintable

# Only what adds up, or is counted, is the same by its parts.
_SPLIT = ("sum", "stock", "distinct", "held", "ratio")
_BARS = 12
_OTHERS = "其他"


class NamedPart(NamedTuple):
    """value: as the figure's own; text: in print; name: of the unit, level, title or month."""

    name: str
    value: Number
    text: str


def listed(figure: Figure, by: str) -> str:
    """省级3人、市级5人; the names alone where each is behind it once. Raises Unprintable."""
    parts = [part for part in named_parts(figure, by) if part.value]
    once = all(part.value == 1 for part in parts)
    return "、".join(part.name if once else f"{part.name}{part.text}" for part in parts)


def charted(figure: Figure, by: str) -> tuple[NamedPart, ...]:
    """The parts that a small chart shows: at most twelve, the largest; months all. Raises Unprintable."""
    return tuple(named_parts(figure, by)[:_BARS])


def title_of(figure: Figure, by: str) -> str:
    """新闻宣传篇数（按月）: what a chart shows."""
    with override("zh-hans"):
        return f"{figure.indicator.name}（按{by_word(by)}）"


def by_word(by: str) -> str:
    """The Chinese word of what is split by, however it was written. Raises Unprintable."""
    found = next((word for word, code in _WORDS.items() if by in (word, code)), None)
    if found is None:
        raise Unprintable(
            _("a list or a chart is by one of %(words)s; “%(by)s” is none of them.")
            % {"words": enumerated(_WORDS), "by": by}
        )
    return found


def named_parts(figure: Figure, by: str) -> list[NamedPart]:
    """The parts with a value, months all, the highest level first, else the largest. Raises Unprintable."""
    word = by_word(by)
    if figure.indicator.shape not in _SPLIT:
        raise Unprintable(
            _("“%(name)s” cannot be told by its parts: they do not add up to it.") % {"name": figure.indicator.name}
        )
    with override("zh-hans"):
        found = _PARTS[word](figure)
    if not found:
        raise Unprintable(_("nothing was reported for “%(name)s”.") % {"name": figure.indicator.name})
    return found


def _by_level(figure: Figure) -> list[NamedPart]:
    names = {level.code: level.zh for level in LEVELS}
    order = [*reversed(names), ""]
    return _named(sorted(by_cell(figure, "level"), key=lambda part: order.index(part.key)), names)


def _by_title(figure: Figure) -> list[NamedPart]:
    names = {code: sort.zh for measure in measures_of(figure.indicator) for code, sort in measure.categories.items()}
    return _largest_first(_named(by_cell(figure, "category"), names))


def _by_unit(figure: Figure) -> list[NamedPart]:
    parts = by_unit(figure)
    units = Unit.objects.filter(code__in=[part.key for part in parts])
    return _largest_first(_named(parts, {unit.code: unit.short_name or unit.name for unit in units}))


def _by_month(figure: Figure) -> list[NamedPart]:
    return [
        NamedPart(f"{part.key % 100}月", _number(part) or 0, printed_value(figure.indicator, _number(part) or 0))
        for part in by_month(figure)
    ]


def _named(parts: list[Part[str]], names: dict[str, str]) -> list[NamedPart]:
    told = ((part, _number(part)) for part in parts)
    return [
        NamedPart(names.get(part.key, part.key) or _OTHERS, value, printed_value(part.figure.indicator, value))
        for part, value in told
        if value
    ]


def _number(part: Part[str] | Part[int]) -> Number | None:
    return part.value if isinstance(part.value, int | Decimal) else None


def _largest_first(parts: list[NamedPart]) -> list[NamedPart]:
    return sorted(parts, key=lambda part: -part.value)


# What is written behind the bar, in Chinese or in the words of the code.
_WORDS = {"级别": "level", "称号": "title", "单位": "unit", "月份": "month"}
_PARTS: dict[str, Callable[[Figure], list[NamedPart]]] = {
    "级别": _by_level, "称号": _by_title, "单位": _by_unit, "月份": _by_month,
}  # fmt: skip
