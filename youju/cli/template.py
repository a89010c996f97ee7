"""``youju template``: workbooks to fill in."""

from io import BytesIO
from pathlib import Path

import click
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.writing import write_bureau
from youju.cli.database import require_database
from youju.cli.help import group, option
from youju.cli.kind_files import TemplateGroup
from youju.cli.made_file import made_file
from youju.cli.output import say


@group(cls=TemplateGroup)
def template() -> None:
    """Holds those below; each asks for the database itself, so that --help needs none."""


@template.command(help=_("Write the bureau's workbook: units, people, members, groups, calendar, occasions."))
@click.argument("file", type=click.Path(path_type=Path))
@option("--filled", is_flag=True, help=_("With the bureau as it is now, to be changed and read in again."))
def bureau(file: Path, filled: bool) -> None:
    require_database()
    content = BytesIO()
    write_bureau(content, filled=filled)
    with made_file(file) as out:
        out.write(content.getbuffer())
    say(gettext("%(name)s is written. Fill it in, then: youju import bureau %(name)s --dry-run") % {"name": file})
