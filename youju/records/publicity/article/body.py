"""The text of an article: Markdown as safe HTML, as plain words, and as blocks for paper."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

import nh3
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TAGS = {
    "h2", "h3", "h4", "h5", "h6", "p", "strong", "em", "ul", "ol", "li", "blockquote", "hr", "br", "a", "img",
    "table", "thead", "tbody", "tr", "th", "td", "code", "pre",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "loading", "width", "height"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_BETWEEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef“”‘’…]) (?=[\u3000-\u9fff\uff00-\uffef“”‘’…])")
# The title of the article is the page's first heading.
_HIGHEST, _LOWEST = 2, 6


class PlacedPicture(NamedTuple):
    """Where a picture is had, and its width and height where the page is to keep a place for it."""

    address: str
    size: tuple[int, int] | None = None


# A picture by the name under which the text calls it; None where there is none to be shown.
Picture = Callable[[str], PlacedPicture | None]


class TextBlock(NamedTuple):
    """A heading (level 1 is the highest of the text), a paragraph (level 0), or an item of a list with its mark."""

    level: int
    text: str
    mark: str = ""


def to_html(body: str, picture: Picture) -> SafeString:
    """Safe HTML. A picture that ``picture`` does not know is told by its words alone."""
    markdown = _markdown()
    tokens = markdown.parse(body)
    _shift_headings(tokens)
    for token in tokens:
        for child in token.children or ():
            if child.type == "image":
                _place(child, picture)
    html = markdown.renderer.render(tokens, markdown.options, {})
    # Safe: cleaned to a few tags, none with more than an address or words.
    return mark_safe(nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES))


def blocks(body: str) -> Iterator[TextBlock]:
    """Headings, paragraphs and items in their order, without marks of Markdown and without pictures."""
    tokens = _markdown().parse(body)
    _shift_headings(tokens)
    level, mark = 0, ""
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:]) - _HIGHEST + 1
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup}" if token.info else "·"
        elif token.type == "inline":
            if text := _words(token).strip():
                yield TextBlock(level, text, mark)
            level, mark = 0, ""


def plain(body: str) -> str:
    """The words alone, a line a block: for searching and for excerpts."""
    return "\n".join(block.text for block in blocks(body))


def excerpt(body: str, most: int = 90) -> str:
    """How the text begins: its first words outside of headings, ``most`` letters at most."""
    text = _joined(" ".join(block.text for block in blocks(body) if not block.level))
    return text if len(text) <= most else f"{text[: most - 1].rstrip('，、；：,;: ')}…"


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # takes long to load: every command knows of articles, few read one

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _joined(text: str) -> str:
    """The text on one line; between characters of Chinese stands no blank."""
    return _BETWEEN.sub("", " ".join(text.split()))


def pictures_called(body: str) -> list[str]:
    """The names under which the text calls its pictures, in their order."""
    every = (child for token in _markdown().parse(body) for child in token.children or ())
    return [_called(child) for child in every if child.type == "image"]


def _called(image: "Token") -> str:
    """The name as it was typed: Markdown writes what is not ASCII as an address does (%E9%95%BF)."""
    return unquote(str(image.attrGet("src") or ""))


def _shift_headings(tokens: list["Token"]) -> None:
    """Let the highest heading of the text be one below the title, whatever the author began with."""
    levels = [int(token.tag[1:]) for token in tokens if token.type == "heading_open"]
    shift = _HIGHEST - min(levels) if levels else 0
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + shift, _LOWEST)}"


def _place(image: "Token", picture: Picture) -> None:
    shown = picture(_called(image))
    if shown is None:
        image.type, image.tag, image.children = "text", "", None
        return
    image.attrSet("src", shown.address)
    image.attrSet("loading", "lazy")
    for name, pixels in zip(("width", "height"), shown.size or (), strict=False):
        image.attrSet(name, str(pixels))


def _words(token: "Token") -> str:
    kinds = {"softbreak": "\n", "hardbreak": "\n", "image": ""}
    return "".join(kinds.get(child.type, child.content) for child in token.children or ())
