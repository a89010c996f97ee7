"""A summary as a file: one function for every format."""

from collections.abc import Callable
from importlib import import_module

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.summaries.binding.markup import Link, to_markdown
from youju.summaries.binding.summary import Summary
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.html import to_page

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}
"""The formats, and what each is called on the way to a browser."""
ENDINGS = {"docx": "Word", "pdf": "PDF", "html": "HTML", "md": "Markdown"}
"""The same, and what people call them, in the order in which they are offered."""


class UnknownFormat(YoujuError):
    code, status = "unknown-format", 404
    sentence = _("A summary is written as .docx, .pdf, .html or .md; %(name)s ends otherwise.")


def format_of(name: str) -> str:
    """The format that the ending of a file's name asks for. Raises UnknownFormat."""
    ending = name.rpartition(".")[2].lower()
    found = {"htm": "html"}.get(ending, ending)
    if "." not in name or found not in MEDIA_TYPES:
        raise UnknownFormat(name=name)
    return found


def write(summary: Summary, heads: Heads, format: str, *, link: Link | None = None) -> bytes:
    """The whole file; the same summary and heads give the same bytes.

    format: a key of MEDIA_TYPES. link: where a figure opens, for html. Raises UnknownFormat, and NoChineseFont for pdf.
    """
    match format:
        case "md":
            return to_markdown(summary).encode()
        case "html":
            return to_page(summary, heads, link).encode()
        case "pdf" | "docx":
            return _writer(format)(summary, heads)
        case _:
            raise UnknownFormat(name=format)


def _writer(format: str) -> Callable[[Summary, Heads], bytes]:
    # Loaded when it is asked for: typst and python-docx take time, and most pages need neither.
    writer: Callable[[Summary, Heads], bytes] = getattr(
        import_module(f"youju.summaries.paper.{format}"), f"to_{format}"
    )
    return writer
