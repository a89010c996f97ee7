"""``youju move``: from SQLite up to PostgreSQL."""

import click
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.backups.move import move as move_rows
from youju.cli.database import require_database
from youju.cli.help import command, option
from youju.cli.output import put, say, tell_progress
from youju.config.database import database
from youju.orgs.actors import CONSOLE


@command()
@option("--to", required=True, help=_("Address of the PostgreSQL database: postgresql://user:password@host:port/name."))
def move(to: str) -> None:
    if not to.startswith(("postgres://", "postgresql://")):
        raise click.BadParameter(to, param_hint="--to")
    require_database()
    size = move_rows(target=database(to, settings.HOME), actor=CONSOLE, progress=tell_progress)
    put(gettext("Moved: a ledger of %(size)s entries, the same root.") % {"size": size})
    say(
        gettext(
            "Set DATABASE_URL to this address and start the site; “youju ledger verify” checks it. The old database "
            "stays as youju.sqlite3-moved until you delete it."
        )
    )
