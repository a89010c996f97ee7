"""``youju service``: what systemd and a proxy are told about this installation."""

import click
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.cli.address import PORT
from youju.cli.help import command, option
from youju.cli.output import put, say
from youju.machine.installed import NAMES, UNITS, example


@command()
@click.argument("part", required=False, type=click.Choice(NAMES))
@option("--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help=_("Port to listen on."))
def service(part: str | None, port: int) -> None:
    put("\n\n".join(example(name, port=port).rstrip() for name in ([part] if part else UNITS)))
    say(gettext("Put each part into the file that its first line names; then: systemctl daemon-reload."))
