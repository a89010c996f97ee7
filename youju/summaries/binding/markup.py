"""A summary as Markdown, as HTML, and as blocks for paper."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import escape
from itertools import groupby, takewhile
from operator import itemgetter

import nh3
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from youju.claims.telling.typed_by_hand import MARK
from youju.indicators.figure import Figure
from youju.summaries.binding.chart import chart_html
from youju.summaries.binding.summary import CLOSE, OPEN, Block, Cells, Span, Summary, split
from youju.summaries.binding.tokens import BLOT

# Where a figure opens.
Link = Callable[[Figure], str]

# Without references to letters (&#49;): every letter that is printed was read as it was typed. Without code: what is
# indented stays a paragraph. Without definitions of links, which are printed nowhere.
_MARKDOWN = (
    MarkdownIt("commonmark", {"html": False}).enable("table").disable(["entity", "image", "code", "fence", "reference"])
)
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_TAGS = _TABLE | {"h1", "h2", "h3", "h4", "h5", "h6", "p", "strong", "em", "ul", "ol", "li", "blockquote", "hr", "br"}
_PLACE = re.compile(f"{OPEN}(\\d+){CLOSE}")
_ALONE = re.compile(f"<p>({OPEN}(\\d+){CLOSE})</p>")
_LINES, _TWO_LINES = re.compile(r"\n{3,}"), "\n\n"


def blocks(summary: Summary) -> Iterator[Block]:
    """Headings, paragraphs and tables, as prose and figure spans; of the marks of Markdown bold and numbers stay."""
    level, number = 0, ""
    parsed = iter(_MARKDOWN.parse(summary.marked))
    for token in parsed:
        if token.type == "table_open":
            rows = tuple(_rows(takewhile(lambda one: one.type != "table_close", parsed), summary))
            yield Block(0, tuple(span for row in rows for cell in row for span in cell), rows)
        elif token.type == "heading_open":
            level = int(token.tag.removeprefix("h"))
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup}" if token.info else ""
        elif token.type == "inline":
            yield Block(level, (*([Span(number)] if number else []), *_spans(token, summary)))
            level, number = 0, ""


def printed_otherwise(summary: Summary) -> Iterator[tuple[int, str]]:
    """Headings and paragraphs whose letters are not printed as they stand, since marks of Markdown vanish among them.

    Each as the number of its first line in ``marked``, from 0, and its letters, with each span blotted out.
    """
    for token in _MARKDOWN.parse(summary.marked):
        letters = "".join(text for _strong, text in _letters(token)) if token.type == "inline" else ""
        if letters and letters != token.content and token.map:
            yield token.map[0], _PLACE.sub(lambda found: BLOT * len(found[0]), letters)


def to_markdown(summary: Summary) -> str:
    """The text with its figures printed, and the cover note under a rule."""
    return f"{body_markdown(summary)}\n---\n\n" + "\n\n".join(cover(summary)) + "\n"


def body_markdown(summary: Summary) -> str:
    """The text with its figures printed, alone."""
    text = _PLACE.sub(lambda found: _span_markdown(summary.spans[int(found[1])]), summary.marked)
    return f"{_LINES.sub(_TWO_LINES, text).strip()}\n"


def marked_markdown(summary: Summary) -> str:
    """The same with a word behind each figure typed by hand, as checking reads it: for a text that travels alone."""
    spans = tuple(span._replace(text=f"{span.text}（{MARK}）") if span.hand else span for span in summary.spans)
    return body_markdown(replace(summary, spans=spans))


def to_html(summary: Summary, link: Link) -> str:
    """The body as safe HTML, each figure a link to where it opens."""
    return rendered(summary, lambda span: _span_html(span, link))


def rendered(summary: Summary, show: Callable[[Span], str]) -> str:
    """The body as safe HTML: cleaned first, then each span put in as ``show`` writes it, which escapes it."""
    clean = nh3.clean(_MARKDOWN.render(summary.marked), tags=_TAGS, attributes={"ol": {"start"}})
    clean = _ALONE.sub(lambda found: found[1] if summary.spans[int(found[2])].chart else found[0], clean)
    return _PLACE.sub(lambda found: show(summary.spans[int(found[1])]), clean)


def cover(summary: Summary) -> list[str]:
    """What a reader must know of the figures: how many, how many by hand and why, and from which ledger."""
    lines = [
        _("%(count)s figures, %(hand)s of them typed by hand.") % {"count": summary.told, "hand": len(summary.by_hand)},
        _("Read from the first %(size)s entries of the ledger; root %(root)s.")
        % {"size": summary.size, "root": summary.root.hex()},
    ]
    return lines + [
        _("By hand: %(text)s. %(told)s") % {"text": span.text, "told": told_of_hand(span)} for span in summary.by_hand
    ]


def told_of_hand(span: Span) -> str:
    """Reason, source and who asked, of a figure typed by hand; an empty text for every other span."""
    if span.hand is None:
        return ""
    return _("%(reason)s; source: %(source)s; asked for by %(asked_by)s") % span.hand._asdict()


def _rows(parsed: Iterable[Token], summary: Summary) -> Iterator[Cells]:
    """The rows of a table."""
    cells: list[tuple[Span, ...]] = []
    for token in parsed:
        if token.type == "inline":
            cells.append(tuple(_spans(token, summary)))
        elif token.type == "tr_close":
            yield tuple(cells)
            cells = []


def _spans(token: Token, summary: Summary) -> Iterator[Span]:
    """The prose and figures of an inline token, neighbours of one kind as one."""
    for strong, children in groupby(_letters(token), key=itemgetter(0)):
        for span in split("".join(text for _strong, text in children), summary.spans):
            yield span._replace(strong=strong)


def _letters(token: Token) -> Iterator[tuple[bool, str]]:
    """The letters of an inline token without its marks, and whether they are bold."""
    depth = 0
    for child in token.children or ():
        depth += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        yield depth > 0, "\n" if child.type in ("softbreak", "hardbreak") else child.content


def _span_markdown(span: Span) -> str:
    if span.chart is None:
        return span.text
    rows = "\n".join(f"| {part.name} | {part.text} |" for part in span.chart.parts)
    return f"| {span.text} | |\n| --- | ---: |\n{rows}"


def _span_html(span: Span, link: Link) -> str:
    told = escape(span.reason or told_of_hand(span))
    if span.wrong:
        return f'<mark class="unbound" title="{told}">{escape(span.text)}</mark>'
    if span.figure is None:
        return f'<mark class="by-hand" title="{told}">{escape(span.text)}</mark>' if span.hand else escape(span.text)
    opens = link(span.figure)
    if span.chart:
        return chart_html(span.chart, opens)
    if span.reason:
        return f'<a class="figure blank" href="{escape(opens)}" title="{told}">{escape(span.text)}</a>'
    return f'<a class="figure" href="{escape(opens)}">{escape(span.text)}</a>'
