"""``youju template``: workbooks to fill in."""

from io import BytesIO
from pathlib import Path

import click
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.writing import write_bureau
from youju.cli.database import require_database
from youju.cli.files import reason_of
from youju.cli.help import group, option
from youju.cli.output import say
from youju.errors import YoujuError


class NotWritten(YoujuError):
    code = "not-written"
    sentence = lazy("%(name)s cannot be written: %(reason)s")


@group(help=_("Workbooks (.xlsx) to fill in."))
def template() -> None:
    """Holds those below; each asks for the database itself, so that --help needs none."""


@template.command(help=_("Write the bureau's workbook: units, people, members, groups, calendar, occasions."))
@click.argument("file", type=click.Path(path_type=Path))
@option("--filled", is_flag=True, help=_("With the bureau as it is now, to be changed and read in again."))
def bureau(file: Path, filled: bool) -> None:
    require_database()
    content = BytesIO()
    write_bureau(content, filled=filled)
    try:
        with file.open("xb") as out:
            out.write(content.getbuffer())
    except OSError as error:
        raise NotWritten(name=file, reason=reason_of(error)) from error
    say(gettext("%(name)s is written. Fill it in, then: youju import bureau %(name)s --dry-run") % {"name": file})
