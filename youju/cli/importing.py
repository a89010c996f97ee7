"""``youju import``: filled workbooks read in, all of it or nothing."""

from pathlib import Path

import click
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.importing import bureau_import, bureau_preview
from youju.bureau.workbook.preview import Preview, down_a_column
from youju.cli.files import read_bytes
from youju.cli.help import group, option
from youju.cli.kind_files import ImportGroup
from youju.cli.output import put, say
from youju.cli.writing import require_writing
from youju.errors import problem_text
from youju.orgs.actors import CONSOLE
from youju.orgs.invitations import find_member
from youju.phrases import enumerated

_BAD_INPUT = 2


@group(name="import", cls=ImportGroup)
def import_() -> None:
    """Holds those below; each asks for the database itself, so that --help needs none."""


@import_.command(
    help=_("Read the bureau's workbook: units, people, members, groups, opening figures, calendar, occasions.")
)
@click.argument("file")
@option("--dry-run", is_flag=True, help=_("Only say what is wrong and what would change."))
@option("--by", "username", default="", help=_("Log-in name of the administrator in whose name it is done."))
def bureau(file: str, dry_run: bool, username: str) -> int:
    require_writing()
    actor = find_member(username) if username else CONSOLE
    content = read_bytes(file)
    if dry_run:
        preview = bureau_preview(content=content, actor=actor)
    else:
        preview = bureau_import(content=content, name=Path(file).name, actor=actor)
    _tell(preview)
    for problem in down_a_column(preview.problems):
        say(problem_text(problem))
    if preview.problems:
        say(gettext("Nothing was changed. Correct the file and read it again."))
        return _BAD_INPUT
    say(_conclusion(preview, dry_run))
    return 0


def _tell(preview: Preview) -> None:
    """Each change on a line of its own: cell, what becomes of it, and of what."""
    for action, _count, lines in preview.by_action():
        for line in lines:
            put(f"{line.place}\t{action.value}\t{problem_text(line.said)}")
    for note in (*preview.proposals, *preview.notes):  # those to be looked at are nearest to the conclusion
        say(problem_text(note))


def _conclusion(preview: Preview, dry_run: bool) -> str:
    if not preview.changes:
        return gettext("The file changes nothing: everything is already so.")
    counts = enumerated(f"{action.value} {count}" for action, count, _lines in preview.by_action())
    if dry_run:
        text = ngettext("%(count)s change would be made: %(counts)s", "%(count)s changes would be made: %(counts)s",
                        preview.changes)  # fmt: skip
    else:
        text = ngettext("%(count)s change was made: %(counts)s", "%(count)s changes were made: %(counts)s",
                        preview.changes)  # fmt: skip
    return text % {"count": preview.changes, "counts": counts}
