"""``youju summary build``: the annual summary with bound figures, in a file."""

from datetime import date, datetime
from pathlib import Path

import click
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.figure_address import figure_addresses
from youju.cli.files import read_text
from youju.cli.help import command, option
from youju.cli.output import say
from youju.cli.site import base_option
from youju.cli.whole_file import write_whole
from youju.errors import YoujuError
from youju.lib.periods import Period
from youju.orgs.tree import home_unit, named_unit
from youju.summaries.binding.build import build
from youju.summaries.drafts.genres import get_genre
from youju.summaries.paper.addresses import summary_path
from youju.summaries.paper.files import format_of, write
from youju.summaries.paper.heads import Heads

_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class CannotWrite(YoujuError):
    code = "cannot-write"
    sentence = gettext_lazy("%(name)s cannot be written: %(reason)s")


@command()
@option("--year", required=True, type=click.IntRange(_FIRST_YEAR, _LAST_YEAR), help=_("The year it is about."))
@option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False),
    help=_("Where to write it: a file .docx, .pdf, .html or .md."),
)
@option("--template", type=click.Path(), help=_("A template in Markdown; the one that comes with Youju unless given."))
@option("--unit", help=_("A unit's code, or @county, @city, @province, @nation; the bureau unless given."))
@base_option
@option("--day", type=click.DateTime(["%Y-%m-%d"]), help=_("The day under the text, with the unit above it."))
def build_command(year: int, out: str, template: str | None, unit: str | None, base: str, day: datetime | None) -> None:
    require_database()
    wanted = format_of(out)
    home = home_unit()
    text = read_text(template) if template else get_genre("annual").text
    about = named_unit(unit, home) if unit else home
    built = build(unit=about, period=Period.year(year), template=text)
    heads = Heads(
        issuer=about.name,
        day=day and date(day.year, day.month, day.day),
        address=base + summary_path(year),
    )
    _write(Path(out), write(built, heads, wanted, link=figure_addresses(base)))
    say(gettext("%(name)s: %(count)s figures, %(hand)s of them typed by hand.") % {
        "name": out, "count": built.told, "hand": len(built.by_hand),
    })  # fmt: skip


def _write(file: Path, content: bytes) -> None:
    """All of it or nothing: a reader never sees half a summary. Raises CannotWrite."""
    try:
        write_whole(file, content)
    except OSError as error:
        raise CannotWrite(name=file, reason=error.strerror) from error
