"""All commands, in the order of the work."""

from importlib.metadata import version

import click
from django.utils.translation import gettext_noop as _

from youju.cli.check import check
from youju.cli.demo import demo
from youju.cli.doctor import doctor
from youju.cli.extract import extract
from youju.cli.figures import figures
from youju.cli.help import group, option
from youju.cli.language import LANGUAGES
from youju.cli.ledger import ledger
from youju.cli.serve import serve
from youju.cli.summary import summary

COMMANDS: tuple[click.Command, ...] = (demo, serve, extract, check, figures, summary, ledger, doctor)


@group(help=_("A year's work, kept as evidence, told as a summary in which every figure can be opened."))
@option("--lang", type=click.Choice(list(LANGUAGES)), expose_value=False, help=_("Language of all that is said."))
@click.version_option(version("youju"), prog_name="youju")
def youju() -> None:
    """The command that all others hang on; ``--lang`` is taken out before click reads the rest."""


for each in COMMANDS:
    youju.add_command(each)
