"""The text of a web page as a reader sees it: a block a line, no scripts, no styles."""

import re

from lxml import etree, html

from youju.evidence.errors import DamagedFile

# What is struck out no longer stands; what is written above ruby text is how it is spoken.
_UNSEEN = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "svg",
    "math",
    "iframe",
    "object",
    "del",
    "s",
    "strike",
    "rt",
    "rp",
}
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)(?![\w-])", re.IGNORECASE)
# fmt: off
_LINES = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
}
# fmt: on
_CELLS = {"td", "th"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
# What the walk puts between pieces; no text from the page can hold them (decode refuses control characters).
_LINE, _TAB = "\x1e", "\x1f"
_BREAKS = re.compile(rf"[ {_TAB}]*{_LINE}[ {_TAB}{_LINE}]*")


def read_html(page: str, name: str) -> str:
    """The visible text of a page. Raises DamagedFile where the parser had to leave some of it out."""
    # Without huge_tree, what nests deeper than 256 elements is left out without a word.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = html.document_fromstring(page.encode(), parser=parser)
    if len(parser.error_log.filter_from_fatals()):
        raise DamagedFile(name=name)
    joined = _SPACES.sub(" ", "".join(_pieces(root)))
    lines = _BREAKS.sub("\n", joined).strip(f"\n {_TAB}")
    return re.sub(rf" *{_TAB} *", "\t", lines)


def _pieces(root: html.HtmlElement) -> list[str]:
    """Texts and breaks in order. A loop, not a recursion: a page may nest as deep as it likes."""
    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        hidden += _is_hidden(element) * (1 if event == "start" else -1)
        text = element.text if event == "start" else element.tail
        if tag in _LINES:
            pieces.append(_LINE)
        if tag in _CELLS and event == "end":
            pieces.append(_TAB)
        if not hidden and text:
            pieces.append(text)
    return pieces


def _is_hidden(element: html.HtmlElement) -> bool:
    return element.tag in _UNSEEN or "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))
