"""``youju restore``: a backup put back, or tried out."""

from pathlib import Path

import click
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.backups.drill import drill
from youju.backups.reading import Backup, opened
from youju.backups.restore import require_empty
from youju.backups.restore import restore as put_back
from youju.cli.database import migrate, require_database
from youju.cli.help import command, option
from youju.cli.output import put, say, tell_progress
from youju.orgs.actors import CONSOLE

FINDING = 1


@command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@option(
    "--drill", "tried", is_flag=True, help=_("Put it back into a temporary folder, verify it there, and delete it.")
)
def restore(file: Path, tried: bool) -> int:
    if tried:
        require_database()
    with opened(file, tell_progress) as backup:
        if tried:
            return _drill(file, backup)
        require_empty(backup)
        migrate()
        put_back(backup, actor=CONSOLE, progress=tell_progress)
    say(gettext("Restored into %(home)s. Now let “youju ledger verify” check it.") % {"home": settings.HOME})
    _root(backup)
    return 0


def _drill(file: Path, backup: Backup) -> int:
    found = drill(file=file, backup=backup, actor=CONSOLE)
    for line in found:
        put(line)
    say(gettext("Something is wrong with this backup.") if found else gettext("The backup was put back and is whole."))
    _root(backup)
    return FINDING if found else 0


def _root(backup: Backup) -> None:
    put(gettext("Ledger of %(size)s entries, root %(root)s.") % backup.manifest._asdict())
