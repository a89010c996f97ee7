"""``youju backup``: everything in one file, while the site runs."""

from pathlib import Path

import click
from django.utils.translation import gettext, ngettext

from youju.backups.backup import backup_write
from youju.cli.database import require_database
from youju.cli.help import command
from youju.cli.output import put, say, tell_progress
from youju.orgs.actors import CONSOLE

FINDING = 1


@command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> int:
    require_database()
    made = backup_write(file=file, actor=CONSOLE, progress=tell_progress)
    put(str(made.file))
    say(gettext("%(megabytes)s MB; ledger of %(size)s entries, root %(root)s.") % {
        "megabytes": f"{made.bytes / 1024**2:.1f}", "size": made.manifest.size, "root": made.manifest.root,
    })  # fmt: skip
    if missing := made.manifest.evidence.missing:
        say(
            ngettext(
                "%(count)s evidence file is missing or was changed, and is not in it: ask “youju ledger verify”.",
                "%(count)s evidence files are missing or were changed, and are not in it: ask “youju ledger verify”.",
                len(missing),
            )
            % {"count": len(missing)}
        )
        return FINDING
    return 0
