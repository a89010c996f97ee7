"""``youju check``: every figure of a text against the ledger. Exit status 1 when one is contradicted."""

from pathlib import Path

import click
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from youju.claims.check import check as check_text
from youju.claims.documents.document import has_lines, read_document
from youju.claims.judging.verdict import Verdict
from youju.claims.sheet.sheet import sheet_of
from youju.cli.check_lines import lines, summary
from youju.cli.database import require_database
from youju.cli.files import read_bytes
from youju.cli.help import command, option
from youju.cli.output import put, put_json, say, tell
from youju.cli.period import period_of, say_chosen
from youju.cli.sheet import write_sheet, writer_of
from youju.errors import YoujuError
from youju.orgs.tree import home_unit, named_unit
from youju.orgs.units import Unit

_FINDING = 1
_LONG = 20_000  # characters, some seconds


class BadAlias(YoujuError):
    code = "bad-alias"
    sentence = gettext_lazy("“%(given)s” is not an alias. Write the word, an equals sign and a unit: 望川市=@city.")


@command()
@click.argument("file")
@option("--unit", help=_("A unit's code, or @county, @city, @province, @nation; the bureau unless given."))
@option(
    "--year",
    "--period",
    "period",
    help=_("2025, 2025-03, 2024/2025 or ..2025-06-30; the latest year with facts unless given."),
)
@option("--alias", "aliases", multiple=True, help=_("What a word of the text stands for, as 望川市=@city; repeatable."))
@option("--json", "as_json", is_flag=True, help=_("Print one JSON line for each figure."))
@option("--out", type=click.Path(dir_okay=False, path_type=Path), help=_("Write a check sheet: .pdf, .docx or .html."))
@option("--by", default="", help=_("Who checked, for the sheet; a line to write on unless given."))
def check(
    file: str,
    unit: str | None,
    period: str | None,
    aliases: tuple[str, ...],
    as_json: bool,
    out: Path | None,
    by: str,
) -> int:
    require_database()
    if out is not None:
        writer_of(out)
    home = home_unit()
    name = "" if file == "-" else Path(file).name
    text = read_document(read_bytes(file), name)
    whose, when = named_unit(unit, home) if unit else home, period_of(period)
    if len(text) > _LONG:
        tell(gettext("Checking; a long text takes some seconds."))
    found = check_text(text, unit=whose, period=when, aliases=dict(_alias(given, home) for given in aliases))
    say_chosen(period, when)
    for line in [] if as_json else lines(text, found, plain=has_lines(name)):
        put(line)
    for one in found if as_json else []:
        put_json(one.as_json())
    if out is not None:
        write_sheet(out, sheet_of(text, found, unit=whose, period=when, title=Path(name).stem, checked_by=by))
        say(gettext("Check sheet written: %(name)s") % {"name": out})
    (say if as_json else put)(summary(found, whose, when))
    return _FINDING if any(one.verdict == Verdict.CONTRADICTED for one in found) else 0


def _alias(given: str, home: Unit) -> tuple[str, Unit]:
    word, equals, unit = given.partition("=")
    if not (word.strip() and equals and unit.strip()):
        raise BadAlias(given=given)
    return word.strip(), named_unit(unit.strip(), home)
