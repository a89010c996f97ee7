"""All commands, in the order of the work, each loaded when it is asked for: the others' libraries take time."""

from importlib import import_module
from importlib.metadata import version

import click
from django.utils.translation import gettext_noop as _

from youju.cli.help import Group, group, option
from youju.cli.language import LANGUAGES

NAMES = (
    "demo",
    "init",
    "template",
    "import",
    "export",
    "verify",
    "serve",
    "extract",
    "check",
    "figures",
    "summary",
    "ledger",
    "calendar",
    "ticket",
    "invite",
    "setting",
    "plan",
    "tick",
    "backup",
    "restore",
    "move",
    "service",
    "doctor",
    "live",
)
# Where a module or function cannot bear the command's name.
_OTHERWISE = {"import": ("importing", "import_")}


class _Commands(Group):
    """The command of a name stands under that name in the module of that name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in NAMES:
            return None
        module, name = _OTHERWISE.get(cmd_name, (cmd_name, cmd_name))
        command: click.Command = getattr(import_module(f"youju.cli.{module}"), name)
        return command


@group(cls=_Commands, help=_("A year's work, kept as evidence, told as a summary in which every figure can be opened."))
@option("--lang", type=click.Choice(list(LANGUAGES)), expose_value=False, help=_("Language of all that is said."))
@click.version_option(version("youju"), prog_name="youju")
def youju() -> None:
    """The command that all others hang on; ``--lang`` is taken out before click reads the rest."""
