"""``youju verify``: records accepted by somebody who looked at them, with the desk's rules."""

from io import BytesIO

import click
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import gettext_noop as _

from youju.cli.files import read_bytes, read_text
from youju.cli.help import command, option
from youju.cli.output import put, say, tell_progress
from youju.cli.writing import require_writing
from youju.errors import SheetRefused, YoujuError
from youju.lib.naturals import natural
from youju.lib.sheets import BadWorkbook, as_text, as_whole, read_table, read_workbook
from youju.orgs.invitations import find_member
from youju.records.sheets.columns import REF, VERSION, ref_column, version_column
from youju.records.verbs.batch_verifying import Seen, seen_verify

_FINDING = 1


class NothingToVerify(YoujuError):
    code = "nothing-to-verify"
    sentence = lazy("No record is named. Name each as REF:VERSION, or a file of them with --batch.")


@command()
@click.argument("refs", nargs=-1, metavar="[REF:VERSION]...")
@option("--by", "username", required=True, help=_("Log-in name of the member in whose name it is done."))
@option("--batch", "file", default="", help=_("File with a REF:VERSION a line, or an exported workbook (.xlsx)."))
def verify(refs: tuple[str, ...], username: str, file: str) -> int:
    require_writing()
    actor = find_member(username)
    seen = [*map(_seen, refs), *(_batch(file) if file else ())]
    if not seen:
        raise NothingToVerify()
    verified, refused = seen_verify(seen=seen, actor=actor, progress=tell_progress)
    for ref in verified:
        put(ref)
    for refusal in refused:
        say(f"{refusal.ref}: {refusal.error}")
    say(ngettext("%(count)s record is verified and counts.", "%(count)s records are verified and count.",
                 len(verified)) % {"count": len(verified)})  # fmt: skip
    if refused:
        say(gettext("%(count)s refused.") % {"count": len(refused)})
    return _FINDING if refused else 0


def _seen(text: str) -> Seen:
    ref, _colon, version = text.strip().partition(":")
    return Seen(ref, natural(version))


def _batch(file: str) -> list[Seen]:
    if not file.lower().endswith((".xlsx", ".xls")):
        return [_seen(line) for line in read_text(file).splitlines() if line.strip()]
    try:
        sheets = list(read_workbook(BytesIO(read_bytes(file))))
    except BadWorkbook as bad:
        raise SheetRefused([bad.said]) from bad
    tables = [read_table(sheet, [ref_column(), version_column()]) for sheet in sheets[:1]]
    rows = [row for table in tables for row in table.rows()]
    seen = [Seen(row.read(REF, as_text) or "", row.read(VERSION, as_whole)) for row in rows]
    if problems := [
        *(each for table in tables for each in table.problems),
        *(each for row in rows for each in row.problems),
    ]:
        raise SheetRefused(problems)
    return seen
