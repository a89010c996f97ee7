"""``youju extract``: the figures a text states, one JSON line each."""

import click
from django.utils.translation import gettext_noop as _

from youju.claims.reading import extract as claims_of
from youju.cli.files import read_text
from youju.cli.help import command
from youju.cli.output import put_json


@command(help=_("Find the figures in a text (a file, or - for standard input) and print them as JSON lines."))
@click.argument("file")
def extract(file: str) -> None:
    for claim in claims_of(read_text(file)):
        put_json(claim.as_json())
