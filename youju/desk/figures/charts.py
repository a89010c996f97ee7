"""Small charts as SVG text: pure functions from values to markup, without styles of their own (the CSP forbids them).

Colours come from classes in youju.css. A chart always stands beside the same values as text, so it is drawn for
the eye only (aria-hidden) unless its bars are links.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, ROW, THICK = 200, 20, 7
_WIDE = 44
_COUNTED = re.compile(r"-?[\d,.]+%?")


# Where a chart leaves the page, it takes the colours of youju.css along.
_STYLE = (
    "text{font:12px sans-serif;fill:#1b2127}.axis{stroke:#c3c9cc}.bar-this{fill:#17508a}.bar-last{fill:#a9b5bf}"
    ".value{paint-order:stroke;stroke:#fff;stroke-width:3px}"
)


class Bar(NamedTuple):
    label: str
    value: float
    text: str  # the value in print
    url: str


def year_bars(this: float | None, last: float | None, *, whole: float = 0) -> SafeString:
    """Two bars, this year over last year, on one scale; a missing year has no bar, zero has a hairline.

    whole: what a share is drawn against (100), with a line at its end; 0 where there is no whole.
    """
    top = whole or max(this or 0, last or 0) or 1
    rows = [(value, name, y) for value, name, y in ((this, "this", 2), (last, "last", 11)) if value is not None]
    bars = format_html_join(
        "",
        '<rect class="bar-{}" x="0" y="{}" width="{}" height="{}"/>',
        ((name, y, _length(value, top), THICK) for value, name, y in rows),
    )
    end = (
        format_html('<rect class="bar-whole" x="{}" y="0" width="1" height="{}"/>', WIDTH - 1, ROW)
        if whole
        else SafeString()
    )
    return format_html(
        '<svg class="bar" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">{}</svg>',
        WIDTH,
        ROW,
        bars + end,
    )


def one_bar(value: float, top: float) -> SafeString:
    """One bar of a list whose longest is ``top``."""
    return format_html(
        '<svg class="bar" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="bar-this" x="0" y="5" width="{}" height="10"/></svg>',
        WIDTH,
        ROW,
        _length(value, top or 1),
    )


def columns(bars: Sequence[Bar], *, title: str, height: int = 120) -> SafeString:
    """Columns side by side (the months of a year), each a link to what it counts.

    Where a value with its measure word is wider than a column, all stand as numbers alone, and are read more easily.
    """
    texts, top = _above(bars), max((bar.value for bar in bars), default=0) or 1
    wide = max([_WIDE, *map(_text_width, texts)])
    places = (place * wide + (wide - _WIDE) // 2 for place in range(len(bars)))
    drawn = format_html_join(
        "", "{}", ((_column(bar, text, x, height, top),) for bar, text, x in zip(bars, texts, places, strict=True))
    )
    return _chart(drawn, len(bars) * wide, height, title)


class Pair(NamedTuple):
    """A month of this year beside the same month of the last; before is None where there is nothing to compare."""

    now: Bar
    before: Bar | None


def pairs(months: Sequence[Pair], *, title: str, height: int = 120) -> SafeString:
    """Columns of this year beside those of last year, on one scale; each of this year is a link.

    Above them stands this year's number alone: what it counts is said where the chart is.
    """
    top = max((bar.value for pair in months for bar in pair if bar is not None), default=0) or 1
    drawn = format_html_join(
        "", "{}", ((_pair(pair, place * _WIDE, height, top),) for place, pair in enumerate(months))
    )
    return _chart(drawn, len(months) * _WIDE, height, title)


def standalone(chart: SafeString) -> str:
    """A chart as a file of its own, with its colours."""
    head, rest = str(chart).split(">", 1)
    return f'{head} xmlns="http://www.w3.org/2000/svg"><style>{_STYLE}</style>{rest}'


def _pair(pair: Pair, x: int, height: int, top: float) -> SafeString:
    now, last = pair.now, pair.before.value if pair.before is not None else 0
    label = format_html('<text x="{}" y="{}" text-anchor="middle">{}</text>', x + 22, height + 17, now.label)
    bars = _rect("last", x + 23, last, height, top)
    if now.value:
        above = format_html(
            '<text class="value" x="{}" y="{}" text-anchor="middle">{}</text>',
            x + 14,
            height - _height(now.value, height, top) - 5,
            _number(now.text),
        )
        shape = _rect("this", x + 6, now.value, height, top) + above
        bars += format_html('<a href="{}" aria-label="{}: {}">{}</a>', now.url, now.label, now.text, shape)
    return bars + label


def _rect(name: str, x: int, value: float, height: int, top: float) -> SafeString:
    if value <= 0:
        return SafeString()
    tall = _height(value, height, top)
    return format_html(
        '<rect class="bar-{}" x="{}" y="{}" width="16" height="{}"/>', name, x, round(height - tall, 1), tall
    )


def _number(text: str) -> str:
    """A value in print without what it counts."""
    found = _COUNTED.match(text)
    return _short(found[0]) if found else text


def _height(value: float, height: int, top: float) -> float:
    return round(max(0, value) / top * (height - 20), 1)


def _chart(drawn: SafeString, width: int, height: int, title: str) -> SafeString:
    return format_html(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="group" aria-label="{title}">{drawn}'
        '<line class="axis" x1="0" y1="{base}" x2="{w}" y2="{base}"/></svg>',
        w=max(_WIDE, width),
        h=height + 24,
        base=height,
        title=title,
        drawn=drawn,
    )


def _column(bar: Bar, above: str, x: int, height: int, top: float) -> SafeString:
    tall = _height(bar.value, height, top)
    shape = format_html(
        '<rect class="bar-this" x="{}" y="{}" width="28" height="{}"/>'
        '<text x="{}" y="{}" text-anchor="middle">{}</text>',
        x + 8,
        height - tall,
        tall,
        x + 22,
        height - tall - 5,
        above,
    )
    label = format_html('<text x="{}" y="{}" text-anchor="middle">{}</text>', x + 22, height + 17, bar.label)
    if not bar.value:
        return label
    return format_html('<a href="{}" aria-label="{}: {}">{}</a>{}', bar.url, bar.label, bar.text, shape, label)


def _above(bars: Sequence[Bar]) -> list[str]:
    """What stands above the columns."""
    texts = [_short(bar.text) for bar in bars]
    return texts if max(map(_text_width, texts), default=0) <= _WIDE else [_number(bar.text) for bar in bars]


def _text_width(text: str) -> int:
    """So wide that it does not touch what stands above the next column."""
    return 8 + sum(7 if char.isascii() else 13 for char in text)


def _short(text: str) -> str:
    """100.00% is 100% in a chart: where nothing stands behind the point, nothing is lost."""
    return text.replace(".00%", "%")


def _length(value: float, top: float) -> float:
    return max(1, round(max(0, value) / top * WIDTH, 1))
