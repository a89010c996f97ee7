"""``youju extract``: the figures a text states, one JSON line each."""

from pathlib import Path

import click

from youju.claims.documents.document import read_document
from youju.claims.reading import extract as claims_of
from youju.cli.files import read_bytes
from youju.cli.help import command
from youju.cli.output import put_json


@command()
@click.argument("file")
def extract(file: str) -> None:
    for claim in claims_of(read_document(read_bytes(file), "" if file == "-" else Path(file).name)):
        put_json(claim.as_json())
