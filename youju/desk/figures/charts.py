"""Small charts as SVG text: pure functions from values to markup, without styles of their own (the CSP forbids them).

Colours come from classes in youju.css. A chart always stands beside the same values as text, so it is drawn for
the eye only (aria-hidden) unless its bars are links.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, ROW, THICK = 200, 20, 7


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
    """Columns side by side (the months of a year), each a link to what it counts."""
    wide, top = _column_width(bars), max((bar.value for bar in bars), default=0) or 1
    drawn = format_html_join(
        "", "{}", ((_column(bar, place * wide + (wide - 44) // 2, height, top),) for place, bar in enumerate(bars))
    )
    return format_html(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="group" aria-label="{title}">{drawn}'
        '<line class="axis" x1="0" y1="{base}" x2="{w}" y2="{base}"/></svg>',
        w=max(1, len(bars)) * wide,
        h=height + 24,
        base=height,
        title=title,
        drawn=drawn,
    )


def _column(bar: Bar, x: int, height: int, top: float) -> SafeString:
    tall = round(max(0, bar.value) / top * (height - 20), 1)
    shape = format_html(
        '<rect class="bar-this" x="{}" y="{}" width="28" height="{}"/>'
        '<text x="{}" y="{}" text-anchor="middle">{}</text>',
        x + 8,
        height - tall,
        tall,
        x + 22,
        height - tall - 5,
        _short(bar.text),
    )
    label = format_html('<text x="{}" y="{}" text-anchor="middle">{}</text>', x + 22, height + 17, bar.label)
    if not bar.value:
        return label
    return format_html('<a href="{}" aria-label="{}: {}">{}</a>{}', bar.url, bar.label, bar.text, shape, label)


def _column_width(bars: Sequence[Bar]) -> int:
    """Wide enough that the values above neighbouring columns do not touch."""
    return max([44, *(8 + sum(7 if char.isascii() else 13 for char in _short(bar.text)) for bar in bars)])


def _short(text: str) -> str:
    """100.00% is 100% in a chart: where nothing stands behind the point, nothing is lost."""
    return text.replace(".00%", "%")


def _length(value: float, top: float) -> float:
    return max(1, round(max(0, value) / top * WIDTH, 1))
