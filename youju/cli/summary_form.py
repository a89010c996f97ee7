"""``youju summary form``: the forms of those above, bound once and filled every year."""

from pathlib import Path

import click
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.files import read_bytes
from youju.cli.help import command, group, option
from youju.cli.made_file import made_file
from youju.cli.output import put, say
from youju.lib.periods import Period
from youju.orgs.tree import home_unit, named_unit
from youju.summaries.paper.form import bind_form, fill_form

_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@group()
def form() -> None:
    """The commands on forms hang on this one."""


@command(help=_("Bind a form: the empty cell right of the name of an indicator gets its figure; the rest is by hand."))
@click.argument("file", type=click.Path(dir_okay=False))
@option("--out", required=True, type=click.Path(dir_okay=False), help=_("Where to write the bound form: a new file."))
def bind_command(file: str, out: str) -> None:
    require_database()
    content, bound = bind_form(read_bytes(file), file)
    with made_file(Path(out)) as made:
        made.write(content)
    for cell in bound:
        put(f"{cell.cell}\t{cell.label}\t{{{{{cell.code}}}}}")
    say(gettext("%(count)s cells bound. Look through them before the form is filled.") % {"count": len(bound)})


@command(help=_("Fill a bound form with the figures of a year. Refused while one of its cells has nothing behind it."))
@click.argument("file", type=click.Path(dir_okay=False))
@option("--year", required=True, type=click.IntRange(_FIRST_YEAR, _LAST_YEAR), help=_("The year it is about."))
@option("--unit", help=_("A unit's code, or @county, @city, @province, @nation; the bureau unless given."))
@option("--out", required=True, type=click.Path(dir_okay=False), help=_("Where to write the filled form: a new file."))
def fill_command(file: str, year: int, unit: str | None, out: str) -> None:
    require_database()
    home = home_unit()
    about = named_unit(unit, home) if unit else home
    content, count = fill_form(read_bytes(file), file, unit=about, period=Period.year(year))
    with made_file(Path(out)) as made:
        made.write(content)
    say(gettext("%(name)s: %(count)s cells filled.") % {"name": out, "count": count})


bind_command.name = "bind"
fill_command.name = "fill"
form.add_command(bind_command)
form.add_command(fill_command)
