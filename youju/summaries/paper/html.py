"""A summary as one page of HTML that needs nothing from elsewhere, and prints as a paper."""

import re
from html import escape
from pathlib import Path

from django.utils.translation import override

from youju.indicators.figure import Figure
from youju.summaries.binding.markup import Link, to_html, told_of_hand
from youju.summaries.binding.summary import Summary
from youju.summaries.paper import words
from youju.summaries.paper.figure_list import told
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.layout import layout_of
from youju.summaries.paper.title import STROKE, plain_title

_TITLE = re.compile(r"\A\s*<h1>.*?</h1>\n?", re.DOTALL)
_STYLE = Path(__file__).with_name("page.css").read_text("utf-8")


def to_page(summary: Summary, heads: Heads, link: Link | None) -> str:
    """The whole page; it is in Chinese. link: where each figure opens; without it none is a link."""
    with override("zh-hans"):
        body = to_html(summary, link or _nowhere).replace(STROKE, "")
        body = body if link else body.replace(' href=""', "")
        title = escape(plain_title(layout_of(summary, heads).title))
        body = f"<h1>{title}</h1>\n{_addressed(heads)}{_TITLE.sub('', body)}"
        return (
            f'<!DOCTYPE html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title>\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{_STYLE}</style></head>\n'
            f"<body>\n<main>\n{body}{_signed(heads)}</main>\n"
            f"{_footer(summary, heads)}</body></html>\n"
        )


def _addressed(heads: Heads) -> str:
    return f'<p class="flush">{escape(words.addressed(heads))}</p>\n' if heads.addressee else ""


def _nowhere(figure: Figure) -> str:
    return ""


def _signed(heads: Heads) -> str:
    if not heads.day:
        return ""
    return "".join(f'<p class="sign">{escape(line)}</p>\n' for line in (heads.issuer, words.day(heads.day)) if line)


def _footer(summary: Summary, heads: Heads) -> str:
    """The list of figures, of those typed by hand with their reasons, and the ledger; a masked text has none."""
    return f"<footer>{_list(summary, heads)}</footer>\n" if summary.root else ""


def _list(summary: Summary, heads: Heads) -> str:
    labels = words.labels()
    lines = [escape(note) for note in words.notes(summary)] + [f"<code>{summary.root.hex()}</code>"]
    if heads.address:
        lines.append(escape(f"{labels['where']}{heads.address}"))
    if summary.by_hand:
        lines.append(escape(f"{labels['hand']}："))
    lines += [f"<mark>{escape(span.text)}</mark>　{escape(told_of_hand(span))}" for span in summary.by_hand]
    return f"<h2>{escape(str(labels['list']))}</h2>" + "".join(f"<p>{line}</p>" for line in lines) + _table(summary)


def _table(summary: Summary) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in words.labels()["columns"])
    rows = (
        "".join(f"<td>{escape(text)}</td>" for text in (str(place), *map(str, line)))
        for place, line in enumerate(told(summary), 1)
    )
    body = "".join(f"<tr>{cells}</tr>\n" for cells in rows)
    return (
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>' if body else ""
    )
