"""The manual: Markdown files that come with Youju, one folder a language, as pages of the desk."""

import re
from pathlib import Path
from typing import NamedTuple

import nh3
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_TAGS = {
    "h2", "h3", "h4", "p", "strong", "em", "ul", "ol", "li", "blockquote", "hr", "br", "code", "pre", "a",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_PAGE_LINK = re.compile(r'href="([a-z0-9-]+)\.md(#[^"]*)?"')


class ManualPage(NamedTuple):
    name: str
    title: str


def manual_pages() -> list[ManualPage]:
    """The pages of the reader's language, by the names of their files; none where Youju came without a manual."""
    return [ManualPage(file.stem, _title(file)) for file in sorted(_folder().glob("*.md"))]


def manual_html(name: str) -> SafeString | None:
    """A page without its title, as HTML; None where there is none. Raw HTML in it stays text."""
    file = next((file for file in _folder().glob("*.md") if file.stem == name), None)
    if file is None:
        return None
    html = _MARKDOWN.render(file.read_text("utf-8").partition("\n")[2])
    linked = _PAGE_LINK.sub(lambda link: f'href="{reverse("help-page", args=[link[1]])}{link[2] or ""}"', html)
    # Safe: cleaned to a few tags, of which only links have an attribute.
    return mark_safe(nh3.clean(linked, tags=_TAGS, attributes={"a": {"href"}}))


def _folder() -> Path:
    language = "zh" if (get_language() or "zh").startswith("zh") else "en"
    return Path(settings.MANUAL_FOLDER) / language


def _title(file: Path) -> str:
    with file.open(encoding="utf-8") as lines:
        return lines.readline().lstrip("# ").strip() or file.stem
