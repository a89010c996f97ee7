"""``youju ledger``: check the log, sign it, prove an entry."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import click
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.help import group, option
from youju.cli.output import put, put_json, say, tell_progress
from youju.evidence import store
from youju.evidence.models import File
from youju.ledger import checkpoint as checkpoints
from youju.ledger import log, reading
from youju.orgs import tree_check
from youju.records import drift
from youju.records.attachments import Attachment
from youju.records.base import VERIFIED

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
@option("--fast", is_flag=True, help=_("Leave out the evidence files, whose every byte is read otherwise."))
@option("--json", "as_json", is_flag=True, help=_("Print a JSON array of what was found."))
def verify(fast: bool, as_json: bool) -> int:
    require_database()
    found = list(_findings(fast))
    if as_json:
        put_json([finding._asdict() for finding in found])
    else:
        for finding in found:
            put(finding.sentence)
    if not found:
        say(_all_sound(fast) % {"size": log.size()})
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
    newest = entries[-1].milestone if entries else VERIFIED
    put(json.dumps(checkpoints.prove(ref, milestone or newest), ensure_ascii=False, indent=2))


def _all_sound(fast: bool) -> str:
    if fast:
        return gettext("All %(size)s entries are sound; records are as verified. Evidence files were left out.")
    return gettext("All %(size)s entries are sound; records and files are as verified.")


def _findings(fast: bool) -> Iterator[Finding]:
    for damage in log.verify(tell_progress):
        yield Finding(str(damage.seq), damage.sentence)
    for record in drift.drifted():
        yield Finding(record.ref, record.sentence)
    for finding in tree_check.findings():
        yield Finding(finding.place, finding.sentence)
    for file in () if fast else File.objects.order_by("sha256").iterator():
        if harm := store.verify(file):
            yield Finding(harm.sha256, _with_records(harm.sentence, file))


def _with_records(sentence: str, file: File) -> str:
    """The sentence, and which records rest on the file."""
    refs = Attachment.objects.filter(file=file).order_by("record_ref").values_list("record_ref", flat=True)
    return f"{sentence} ({', '.join(refs)})" if refs else sentence
