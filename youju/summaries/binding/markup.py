"""A summary as Markdown, as blocks for a page, and as a page of its own."""

import re
from collections.abc import Callable, Iterator
from html import escape

import nh3
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from youju.indicators.figure import Figure
from youju.summaries.binding.chart import chart_html
from youju.summaries.binding.summary import CLOSE, OPEN, Block, Span, Summary, split

# Where a figure opens.
Link = Callable[[Figure], str]

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_TAGS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "strong", "em", "ul", "ol", "li", "blockquote", "hr", "br"}
_PLACE = re.compile(f"{OPEN}(\\d+){CLOSE}")
_ALONE = re.compile(f"<p>({OPEN}(\\d+){CLOSE})</p>")
_LINES, _TWO_LINES = re.compile(r"\n{3,}"), "\n\n"
_STYLE = """body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.9 "Noto Serif CJK SC",SimSun,serif}
h1{text-align:center;font-size:1.5em}h2{font-size:1.15em}p{text-indent:2em}
a{color:inherit;text-decoration:underline dotted}mark{background:none;border-bottom:2px dashed #b36b00}
.by-hand::after{content:"（手填）";font-size:.75em}
figure{margin:1em 0}table{border-collapse:collapse}td,th{padding:0 .6em}
footer{margin-top:3em;font-size:.85em;border-top:1px solid #999}footer p{text-indent:0}"""


def blocks(summary: Summary) -> Iterator[Block]:
    """Headings and paragraphs, each as prose and figure spans; the marks of Markdown are gone."""
    level = 0
    for token in _MARKDOWN.parse(summary.marked):
        if token.type == "heading_open":
            level = int(token.tag.removeprefix("h"))
        elif token.type == "inline":
            yield Block(level, tuple(split(_text(token), summary.spans)))
            level = 0


def to_markdown(summary: Summary) -> str:
    """The text with its figures printed, and the cover note under a rule."""
    text = _PLACE.sub(lambda found: _span_markdown(summary.spans[int(found[1])]), summary.marked)
    return f"{_LINES.sub(_TWO_LINES, text).strip()}\n\n---\n\n" + "\n\n".join(cover(summary)) + "\n"


def to_html(summary: Summary, link: Link) -> str:
    """The body as safe HTML, each figure a link to where it opens."""
    return rendered(summary, lambda span: _span_html(span, link))


def rendered(summary: Summary, show: Callable[[Span], str]) -> str:
    """The body as safe HTML: cleaned first, then each span put in as ``show`` writes it, which escapes it."""
    clean = nh3.clean(_MARKDOWN.render(summary.marked), tags=_TAGS, attributes={})
    clean = _ALONE.sub(lambda found: found[1] if summary.spans[int(found[2])].chart else found[0], clean)
    return _PLACE.sub(lambda found: show(summary.spans[int(found[1])]), clean)


def to_page(summary: Summary, link: Link) -> str:
    """A whole page that needs nothing from elsewhere, with the cover note at its foot."""
    title = escape(next(blocks(summary)).text)
    notes = "".join(f"<p>{escape(line)}</p>" for line in cover(summary))
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{_STYLE}</style></head>\n'
        f"<body>\n<main>\n{to_html(summary, link)}</main>\n<footer>{notes}</footer>\n</body></html>\n"
    )


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


def _text(token: Token) -> str:
    """The letters of an inline token, without its marks."""
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
    )


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
