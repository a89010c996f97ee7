"""``youju summary``: the annual summary with bound figures."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import click
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from youju.cli import issuing
from youju.cli.database import require_database
from youju.cli.files import read_text
from youju.cli.help import command, group, option
from youju.cli.output import say
from youju.cli.serve import HOST, PORT
from youju.errors import YoujuError
from youju.indicators.figure import Figure
from youju.lib.periods import Period
from youju.orgs.tree import home_unit, named_unit
from youju.summaries.binding.build import build
from youju.summaries.binding.markup import to_markdown, to_page
from youju.summaries.binding.summary import Summary
from youju.summaries.drafts.genres import get_genre

_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class UnknownDocument(YoujuError):
    code = "unknown-document"
    sentence = gettext_lazy("A summary is written as .md or .html; %(name)s ends otherwise.")


class CannotWrite(YoujuError):
    code = "cannot-write"
    sentence = gettext_lazy("%(name)s cannot be written: %(reason)s")


@group(help=_("Summaries whose every figure can be opened."))
def summary() -> None:
    """The commands on summaries hang on this one."""


@command(help=_("Write the annual summary. Refused while one of its figures has nothing behind it."))
@option("--year", required=True, type=click.IntRange(_FIRST_YEAR, _LAST_YEAR), help=_("The year it is about."))
@option("--out", required=True, type=click.Path(dir_okay=False), help=_("Where to write it: a file .md or .html."))
@option("--template", type=click.Path(), help=_("A template in Markdown; the one that comes with Youju unless given."))
@option("--unit", help=_("A unit's code, or @county, @city, @province, @nation; the bureau unless given."))
@option(
    "--base", default=f"http://{HOST}:{PORT}", show_default=True, help=_("Address of the site that figures open on.")
)
def build_command(year: int, out: str, template: str | None, unit: str | None, base: str) -> None:
    require_database()
    write = _writer(out, base)
    home = home_unit()
    text = read_text(template) if template else get_genre("annual").text
    built = build(unit=named_unit(unit, home) if unit else home, period=Period.year(year), template=text)
    _write(Path(out), write(built))
    say(gettext("%(name)s: %(count)s figures, %(hand)s of them typed by hand.") % {
        "name": out, "count": built.told, "hand": len(built.by_hand),
    })  # fmt: skip


def _writer(out: str, base: str) -> Callable[[Summary], str]:
    """How the file's ending asks for it. Raises UnknownDocument."""
    match Path(out).suffix.lower():
        case ".md":
            return to_markdown
        case ".html" | ".htm":
            return lambda built: to_page(built, lambda figure: f"{base.rstrip('/')}{_path(figure)}")
        case _:
            raise UnknownDocument(name=out)


def _path(figure: Figure) -> str:
    asked = urlencode({"unit": figure.unit, "period": figure.period.code})
    return f"{reverse('figure', args=[figure.indicator.code])}?{asked}"


def _write(file: Path, text: str) -> None:
    """All of it or nothing: a reader never sees half a summary. Raises CannotWrite."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        draft.write_text(text, "utf-8")
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CannotWrite(name=file, reason=error.strerror) from error


build_command.name = "build"
summary.add_command(build_command)
for issuing_command in issuing.COMMANDS:
    summary.add_command(issuing_command)
