"""A summary as Markdown, as blocks for a page, and as a page of its own."""

import re
from collections.abc import Callable, Iterator
from html import escape

import nh3
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from youju.indicators.figure import Figure
from youju.summaries.binding.summary import CLOSE, OPEN, Block, Span, Summary, split

# Where a figure opens.
Link = Callable[[Figure], str]

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_TAGS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "strong", "em", "ul", "ol", "li", "blockquote", "hr", "br"}
_PLACE = re.compile(f"{OPEN}(\\d+){CLOSE}")
_STYLE = """body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.9 "Noto Serif CJK SC",SimSun,serif}
h1{text-align:center;font-size:1.5em}h2{font-size:1.15em}p{text-indent:2em}
a{color:inherit;text-decoration:underline dotted}mark{background:none;border-bottom:2px dashed #b36b00}
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
    text = _PLACE.sub(lambda found: summary.spans[int(found[1])].text, summary.marked)
    return f"{text.rstrip()}\n\n---\n\n" + "\n\n".join(cover(summary)) + "\n"


def to_html(summary: Summary, link: Link) -> str:
    """The body as safe HTML: cleaned first, then each figure put in as a link to where it opens."""
    clean = nh3.clean(_MARKDOWN.render(summary.marked), tags=_TAGS, attributes={})
    return _PLACE.sub(lambda found: _span_html(summary.spans[int(found[1])], link), clean)


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
        _("%(count)s figures, %(hand)s of them typed by hand.")
        % {"count": len(summary.spans), "hand": len(summary.by_hand)},
        _("Read from the first %(size)s entries of the ledger; root %(root)s.")
        % {"size": summary.size, "root": summary.root.hex()},
    ]
    return lines + [_("By hand: %(text)s. %(reason)s") % {"text": s.text, "reason": s.reason} for s in summary.by_hand]


def _text(token: Token) -> str:
    """The letters of an inline token, without its marks."""
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
    )


def _span_html(span: Span, link: Link) -> str:
    if span.figure is None:
        return f'<mark title="{escape(span.reason)}">{escape(span.text)}</mark>'
    if span.reason:
        return (
            f'<a class="figure blank" href="{escape(link(span.figure))}" title="{escape(span.reason)}">{span.text}</a>'
        )
    return f'<a class="figure" href="{escape(link(span.figure))}">{escape(span.text)}</a>'
