"""``youju check``: every figure of a text against the ledger. Exit status 1 when one is contradicted."""

from pathlib import Path

import click
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.utils.translation import gettext_noop as _

from youju.claims.check import check as check_text
from youju.claims.checked import Checked
from youju.claims.documents import read_document
from youju.claims.sheet import sheet_of
from youju.claims.verdict import Verdict
from youju.cli.database import require_database
from youju.cli.figures import BadPeriod
from youju.cli.files import read_bytes
from youju.cli.help import command, option
from youju.cli.output import put, put_json, say
from youju.cli.sheet import write_sheet, writer_of
from youju.errors import YoujuError
from youju.lib.clock import today
from youju.lib.periods import Period
from youju.orgs.tree import home_unit, named_unit
from youju.orgs.units import Unit

_FINDING = 1


class BadAlias(YoujuError):
    code = "bad-alias"
    sentence = gettext_lazy("“%(given)s” is not an alias. Write the word, an equals sign and a unit: 望川市=@city.")


@command(help=_("Check each figure of a text (a txt, md, html, docx or pdf file, or - for standard input)."))
@click.argument("file")
@option("--unit", help=_("A unit's code, or @county, @city, @province, @nation; the bureau unless given."))
@option("--year", "--period", "period", help=_("2025, 2025-03, 2024/2025 or ..2025-06-30; this year unless given."))
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
    text = read_document(read_bytes(file), "" if file == "-" else Path(file).name)
    whose, when = named_unit(unit, home) if unit else home, _period(period)
    found = check_text(text, unit=whose, period=when, aliases=dict(_alias(given, home) for given in aliases))
    for one in found:
        if as_json:
            put_json(one.as_json())
        else:
            put(_line(one))
    if out is not None:
        title = "" if file == "-" else Path(file).stem
        write_sheet(out, sheet_of(text, found, unit=whose, period=when, title=title, checked_by=by))
    say(_summary(found))
    return _FINDING if any(one.verdict == Verdict.CONTRADICTED for one in found) else 0


def _period(given: str | None) -> Period:
    if given is None:
        return Period.year(today().year)
    try:
        return Period.parse(given)
    except ValueError as error:
        raise BadPeriod(given=given) from error


def _alias(given: str, home: Unit) -> tuple[str, Unit]:
    word, equals, unit = given.partition("=")
    if not (word.strip() and equals and unit.strip()):
        raise BadAlias(given=given)
    return word.strip(), named_unit(unit.strip(), home)


def _line(one: Checked) -> str:
    parts = [f"{one.claim.start:>6}", one.verdict.label, one.claim.text, one.reason]
    parts += [note.text for note in one.notes]
    return "  ".join(map(str, parts))


def _summary(found: list[Checked]) -> str:
    counted = (
        f"{verdict.label} {count}" for verdict in Verdict if (count := sum(one.verdict == verdict for one in found))
    )
    total = ngettext("%(count)s figure", "%(count)s figures", len(found)) % {"count": len(found)}
    size = gettext("ledger size %(size)s") % {"size": found[0].ledger_size} if found else ""
    return "  ".join(part for part in (total, *counted, size) if part)
