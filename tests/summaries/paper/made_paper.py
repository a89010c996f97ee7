"""Summaries without a ledger behind them, to be set on paper."""

from tests.summaries.made import figure
from youju.indicators.catalogue import built_in
from youju.lib.periods import Period
from youju.summaries.binding.summary import Span, Summary, place

# Twenty-five characters without a figure, a mark or a Latin letter.
PROSE = "立德树人是教育的根本任务学校把它放在各项工作的首位"


def summary_of(marked: str, *spans: Span) -> Summary:
    """A summary of this text; ``{0}`` in it is the place of the first span."""
    for number in range(len(spans)):
        marked = marked.replace(f"{{{number}}}", place(number))
    return Summary("320000", "青禾县教育局", Period.year(2025), 4711, bytes(range(32)), marked, spans)


def bound(count: int) -> tuple[Span, ...]:
    """Spans of so many different indicators."""
    codes = sorted(built_in())[:count]
    return tuple(Span(f"{number + 12}次", figure(code, number + 12)) for number, code in enumerate(codes))


def long_summary(paragraphs: int, figures: int = 0) -> Summary:
    """Headings and paragraphs of prose, with figures spread over them."""
    spans = bound(figures)
    lines = ["# 青禾县教育局2025年工作总结"]
    for number in range(paragraphs):
        if number % 5 == 0:
            lines.append(f"## {'一二三四五六七八九十'[number // 5 % 10]}、抓工作，促发展")
        told = "".join(f"，其中{{{at}}}" for at in range(number, figures, paragraphs))
        lines.append(PROSE * 5 + told + "。")
    return summary_of("\n\n".join(lines), *spans)
