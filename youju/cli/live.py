"""``youju live``: from a day on the bureau works here for good, once everything that must be there is."""

import click
from django.utils.translation import gettext

from youju.bureau.live import bureau_go_live
from youju.cli.calendar import day_of
from youju.cli.help import command
from youju.cli.output import say
from youju.cli.writing import require_writing
from youju.lib import clock
from youju.orgs.actors import CONSOLE


@command()
@click.argument("day", required=False)
def live(day: str | None) -> None:
    require_writing()
    first = day_of(day) if day else clock.today()
    bureau_go_live(day=first, actor=CONSOLE)
    say(gettext("The bureau works here from %(day)s on.") % {"day": first})
