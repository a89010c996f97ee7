"""``youju export``: the records of a kind as a workbook or as csv."""

from pathlib import Path

import click
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext

from youju.cli.database import require_database
from youju.cli.help import command, option
from youju.cli.made_file import made_file
from youju.cli.output import say
from youju.errors import YoujuError
from youju.orgs.invitations import find_member
from youju.orgs.tree import find_unit
from youju.records.kinds import get_sheet_kind, sheet_kinds
from youju.records.sheets.exporting import export_note, export_of


class NoForm(YoujuError):
    code = "no-form"
    sentence = lazy("%(name)s ends neither in .xlsx nor in .csv. Name the file by what it is to be.")


@command()
@click.argument("kind_code", metavar="KIND", type=click.Choice([kind.code for kind in sheet_kinds()]))
@click.argument("file", type=click.Path(path_type=Path))
@option("--by", "username", required=True, help=_("Log-in name of the member in whose name it is done."))
@option("--year", type=click.IntRange(1900, 2199), help=_("Only what happened in this year."))
@option("--unit", "unit_code", default="", help=_("Only what this unit records, by its code."))
def export(kind_code: str, file: Path, username: str, year: int | None, unit_code: str) -> None:
    require_database()
    form = file.suffix.lower().lstrip(".")
    if form not in ("xlsx", "csv"):
        raise NoForm(name=file)
    actor = find_member(username)
    unit = find_unit(unit_code).pk if unit_code else None
    found = export_of(kind=get_sheet_kind(kind_code), actor=actor, year=year, unit=unit)
    with made_file(file) as out:
        asked = [("year", str(year or "")), ("unit", unit_code)]
        count = export_note(export=found, form=form, actor=actor, asked=asked)
        if form == "csv":
            out.writelines(found.csv())
        else:
            found.write_xlsx(out)
    say(ngettext("%(count)s record is in %(name)s.", "%(count)s records are in %(name)s.", count) % {
        "count": count, "name": file,
    })  # fmt: skip
