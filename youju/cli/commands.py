"""All commands, in the order of the work."""

from importlib.metadata import version

import click
from django.utils.translation import gettext_noop as _

from youju.cli.help import loaded_group, option
from youju.cli.language import LANGUAGES

_NAMES = (
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
# A command stands under its name in the module of its name, where those can bear it.
_PLACES = {name: f"{name}:{name}" for name in _NAMES} | {"import": "importing:import_"}


@loaded_group(
    places=_PLACES,
    help=_("A year's work, kept as evidence, told as a summary in which every figure can be opened."),
)
@option("--lang", type=click.Choice(list(LANGUAGES)), expose_value=False, help=_("Language of all that is said."))
@click.version_option(version("youju"), prog_name="youju")
def youju() -> None:
    """The command that all others hang on; ``--lang`` is taken out before click reads the rest."""
