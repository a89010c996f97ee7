"""A small chart of a summary as markup: bars for the eye, the same values as a table for everybody."""

from html import escape

from youju.summaries.binding.summary import Chart

# Pixels of the drawing: it needs no style sheet, so that a page which needs nothing from elsewhere can hold it.
_WIDE, _ROW, _NAME, _VALUE = 420, 24, 110, 66
_INK = "#31557f"


def chart_html(chart: Chart, opens: str) -> str:
    """opens: the address on which the figure opens."""
    rows = "".join(
        f'<tr><th scope="row">{escape(part.name)}</th><td>{escape(part.text)}</td></tr>' for part in chart.parts
    )
    caption = f'<a class="figure" href="{escape(opens)}">{escape(chart.title)}</a>'
    return (
        f'<figure class="summary-chart">{_drawn(chart)}<figcaption>{caption}</figcaption>'
        f"<details><summary>数据表</summary><table>{rows}</table></details></figure>"
    )


def _drawn(chart: Chart) -> str:
    top = max((float(part.value) for part in chart.parts), default=0) or 1
    high = len(chart.parts) * _ROW
    bars = "".join(_bar(row, part.name, float(part.value) / top, part.text) for row, part in enumerate(chart.parts))
    return (
        f'<svg viewBox="0 0 {_WIDE} {high}" width="100%" role="img" aria-label="{escape(chart.title)}" '
        f'font-size="14">{bars}</svg>'
    )


def _bar(row: int, name: str, share: float, text: str) -> str:
    y, long = row * _ROW, round(share * (_WIDE - _NAME - _VALUE), 1)
    return (
        f'<text x="{_NAME - 8}" y="{y + 17}" text-anchor="end" fill="currentColor">{escape(_short(name))}</text>'
        f'<rect x="{_NAME}" y="{y + 5}" width="{max(1, long)}" height="16" fill="{_INK}"/>'
        f'<text x="{_NAME + long + 6}" y="{y + 17}" fill="currentColor">{escape(text)}</text>'
    )


def _short(name: str) -> str:
    """Seven letters fit beside the bars; the table has the whole name."""
    return name if len(name) <= 7 else f"{name[:6]}…"
