"""Writing a check sheet beside a check: the ending of the file's name says how."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from youju.claims.sheet.sheet import Sheet
from youju.cli.whole_file import write_whole
from youju.errors import YoujuError

Writer = Callable[[Sheet], bytes]
WRITERS = {
    ".pdf": ("youju.claims.sheet.pdf", "to_pdf"),
    ".docx": ("youju.claims.sheet.docx", "to_docx"),
    ".html": ("youju.claims.sheet.html", "to_html"),
}
"""Where each writer is; loaded when it is asked for: typst and python-docx take time, and few checks need them."""


class UnknownSheet(YoujuError):
    code = "unknown-sheet"
    sentence = _("A check sheet is written as .pdf, .docx or .html; %(name)s ends otherwise.")


class SheetNotWritten(YoujuError):
    code = "sheet-not-written"
    sentence = _("%(name)s cannot be written: %(reason)s")


def writer_of(out: Path) -> Writer:
    """How the name asks for it. Raises UnknownSheet: before the check, so that no work is lost."""
    try:
        module, name = WRITERS[out.suffix.lower()]
    except KeyError:
        raise UnknownSheet(name=out) from None
    writer: Writer = getattr(import_module(module), name)
    return writer


def write_sheet(out: Path, sheet: Sheet) -> None:
    """All of it or nothing. Raises UnknownSheet, SheetNotWritten, NoChineseFont."""
    content = writer_of(out)(sheet)
    try:
        write_whole(out, content)
    except OSError as error:
        raise SheetNotWritten(name=out, reason=error.strerror) from error
