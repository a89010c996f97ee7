"""The manual as pages of the desk: Markdown files, one folder a language, and one file of each kind in its folder."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import nh3
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from youju.phrases import reader_language
from youju.records.kinds import find_kind, kind_folder, kinds

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_TAGS = {
    "h2", "h3", "h4", "p", "strong", "em", "ul", "ol", "li", "blockquote", "hr", "br", "code", "pre", "a", "img",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_PAGE_LINK = re.compile(r'href="([a-z0-9-]+)\.md(#[^"]*)?"')
_PICTURE = re.compile(r'src="\.\./pictures/([a-z0-9-]+)\.png"')
# What many read comes first; what it takes to run an installation comes last.
_ORDER = ("daily", "plan", "summary", "mechanisms", "publishing", "site", "first-day", "install", "backup")
# The pages of kinds are named “kinds/” and the kind's code.
KINDS = "kinds/"


class ManualPage(NamedTuple):
    name: str
    title: str


def manual_pages() -> list[ManualPage]:
    """The pages of the reader's language but those of kinds; none where Youju came without a manual."""
    return [ManualPage(name, _title(file)) for name, file in _files() if not name.startswith(KINDS)]


def kind_pages() -> list[ManualPage]:
    """The pages of kinds in the reader's language, by their codes."""
    return [ManualPage(name, _title(file)) for name, file in _files() if name.startswith(KINDS)]


def has_manual_page(name: str) -> bool:
    """Whether there is a page of this name in the reader's language; one look, since every page asks."""
    if name.startswith(KINDS):  # whatever stands in an address; no path is made of it
        kind = find_kind(name.removeprefix(KINDS))
        return kind is not None and (kind_folder(kind) / f"manual.{reader_language()}.md").is_file()
    return (_root() / reader_language() / f"{name}.md").is_file()


def manual_html(name: str) -> SafeString | None:
    """A page without its title, as HTML; None where there is none. Raw HTML in it stays text."""
    file = dict(_files()).get(name)
    if file is None:
        return None
    html = _MARKDOWN.render(file.read_text("utf-8").partition("\n")[2])
    linked = _PAGE_LINK.sub(lambda link: f'href="{reverse("help-page", args=[link[1]])}{link[2] or ""}"', html)
    pictured = _PICTURE.sub(lambda picture: f'src="{reverse("help-picture", args=[picture[1]])}"', linked)
    # Safe: cleaned to a few tags, of which only links and pictures have attributes.
    return mark_safe(nh3.clean(pictured, tags=_TAGS, attributes={"a": {"href"}, "img": {"src", "alt"}}))


def manual_picture(name: str) -> Path | None:
    """The file of a picture of the manual, or None."""
    return next((file for file in (_root() / "pictures").glob("*.png") if file.stem == name), None)


def _files() -> Iterator[tuple[str, Path]]:
    """Name and file of each page in the reader's language."""
    language = reader_language()
    for file in sorted((_root() / language).glob("*.md"), key=_place):
        yield file.stem, file
    for kind in kinds():
        for file in kind_folder(kind).glob(f"manual.{language}.md"):
            yield KINDS + kind.code, file


def _place(file: Path) -> tuple[int, str]:
    return _ORDER.index(file.stem) if file.stem in _ORDER else len(_ORDER), file.stem


def _root() -> Path:
    return Path(settings.MANUAL_FOLDER)


def _title(file: Path) -> str:
    with file.open(encoding="utf-8") as lines:
        return lines.readline().lstrip("# ").strip() or file.stem
