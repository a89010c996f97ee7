"""Plain texts and pages: also what a browser does not show, and what stands in attributes."""

import re
from collections.abc import Iterator

from lxml import etree, html

from youju.evidence.encodings import encoding_of
from youju.evidence.errors import UnknownContent
from youju.evidence.upload import Upload
from youju.gate.rules.line import Line, PlaceSort

# fmt: off
_LINES = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
}
# fmt: on
_CELLS = ("td", "th")
_SAID: dict[str, PlaceSort] = {
    "alt": "picture",
    "title": "picture",
    "href": "link",
    "value": "text",
    "content": "property",
}
_LINE, _TAB = "\x1e", "\x1f"  # no text from a page can hold them


def read_text(upload: Upload) -> Iterator[Line]:
    """Line by line. Raises UnknownContent where no encoding in use here fits."""
    return (Line(upload.name, "text", "", line) for line in _decoded(upload).splitlines())


def read_page(upload: Upload) -> Iterator[Line]:
    """The lines of a web page, comments, hidden elements and attributes too."""
    return page_lines(upload.name, _decoded(upload))


def page_lines(part: str, page: str) -> Iterator[Line]:
    """The same of a page that is a text already, whole or a piece."""
    if not page.strip():
        return
    root = html.fromstring(f"<div>{page}</div>" if "<html" not in page[:500].lower() else page)
    joined = re.sub(r"[ \t\r\n\f]+", " ", "".join(_pieces(root)))
    for line in joined.split(_LINE):
        if text := line.replace(_TAB, "\t").strip(" "):
            yield Line(part, "text", "", text.rstrip("\t"))
    for each in root.iter():
        if isinstance(each, etree._Comment):
            yield Line(part, "comment", "", each.text or "")
        elif isinstance(each.tag, str):
            yield from (Line(part, sort, "", each.get(name, "")) for name, sort in _SAID.items() if each.get(name))


def _pieces(root: html.HtmlElement) -> Iterator[str]:
    """Texts and breaks in order. A loop, not a recursion: a page may nest as deep as it likes."""
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "comment":
            yield element.tail or ""
            continue
        if element.tag in _LINES:
            yield _LINE
        if element.tag in _CELLS and event == "end":
            yield _TAB
        yield (element.text if event == "start" else element.tail) or ""


def _decoded(upload: Upload) -> str:
    upload.content.seek(0)
    content = upload.content.read()
    encoding = encoding_of([content])
    if encoding is None:
        raise UnknownContent(name=upload.name, extension="?", looks="?")
    return content.decode(encoding)
