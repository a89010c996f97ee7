"""``youju ledger``: check the log, sign it, prove an entry."""

import json
import sys
from collections.abc import Iterator
from typing import NamedTuple

import click
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.help import group, option
from youju.cli.output import put, put_json, say
from youju.evidence import store
from youju.evidence.models import File
from youju.ledger import checkpoint as checkpoints
from youju.ledger import log, reading
from youju.records import drift

FINDING = 1


class Finding(NamedTuple):
    """What is wrong, where: an entry's number, a record's ref or a file's hash."""

    place: str
    sentence: str


@group(help=_("Check the ledger, sign it, prove what it holds."))
def ledger() -> None:
    """Holds the three below; each asks for the database itself, so that --help needs none."""


@ledger.command(
    help=_("Check every entry against its hash, every record against its entry, every file against its name.")
)
@option("--json", "as_json", is_flag=True, help=_("Print a JSON array of what was found."))
def verify(as_json: bool) -> int:
    require_database()
    found = list(_findings())
    if as_json:
        put_json([finding._asdict() for finding in found])
    else:
        for finding in found:
            put(finding.sentence)
    if not found:
        say(gettext("All %(size)s entries are sound; records and files are as verified.") % {"size": log.size()})
    return FINDING if found else 0


@ledger.command(help=_("Sign the size and root of the ledger. Keep what is printed outside this machine too."))
def checkpoint() -> None:
    require_database()
    put(checkpoints.checkpoint().rstrip("\n"))


@ledger.command(
    help=_("Print the last entry about a record, with the hashes that lead from it to a signed checkpoint.")
)
@click.argument("ref")
@option("--milestone", help=_("Which moment of the record; the newest in the ledger unless given."))
def prove(ref: str, milestone: str | None) -> None:
    require_database()
    entries = reading.entries_of(ref)
    newest = entries[-1].milestone if entries else ""
    put(json.dumps(checkpoints.prove(ref, milestone or newest), ensure_ascii=False, indent=2))


def _findings() -> Iterator[Finding]:
    for damage in log.verify(_progress):
        yield Finding(str(damage.seq), damage.sentence)
    for record in drift.drifted():
        yield Finding(record.ref, record.sentence)
    for file in File.objects.order_by("sha256").iterator():
        if harm := store.verify(file):
            yield Finding(harm.sha256, harm.sentence)


def _progress(done: int, size: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done}/{size}", err=True, nl=done == size)
