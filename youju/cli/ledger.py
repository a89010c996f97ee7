"""``youju ledger``: check the log, sign it, prove an entry."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import click
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.backups.outside import require_agreement, standstill_end
from youju.cli import failures
from youju.cli.database import require_database
from youju.cli.files import UnreadableText, read_text
from youju.cli.help import group, option
from youju.cli.output import printable, put, put_json, say, tell_progress
from youju.errors import YoujuError
from youju.evidence import store
from youju.evidence.models import File
from youju.ledger import checkpoint as checkpoints
from youju.ledger import form, log, reading, tree
from youju.ledger.errors import LedgerForked, MissingKey, UnreadableKey
from youju.ledger.raw import is_damage, raw_rows
from youju.lib.merkle import verify_consistency
from youju.orgs import tree_check
from youju.orgs.actors import CONSOLE
from youju.plans import flaws as plan_flaws
from youju.records.heads.attachments import Attachment
from youju.records.heads.record import VERIFIED
from youju.records.reading import drift
from youju.records.sealing import committed
from youju.summaries.issuing import flaws as edition_flaws

FINDING = 1


class Finding(NamedTuple):
    """What is wrong, where: an entry's number, a record's ref, ``table#row`` or a file's hash."""

    place: str
    sentence: str


@group()
def ledger() -> None:
    """Holds the three below; each asks for the database itself, so that --help needs none."""


@ledger.command(
    help=_(
        "Check every entry against its hash, every record against its entry, every file against its name, and the rows"
        " beside the ledger against the digests that it took in. What nothing holds, and why, stands in docs/held.md."
    )
)
@option("--fast", is_flag=True, help=_("Leave out the evidence files, whose every byte is read otherwise."))
@option("--against", "outside", help=_("A checkpoint kept outside: the ledger must go on from it."))
@option("--json", "as_json", is_flag=True, help=_("Print a JSON array of what was found."))
def verify(fast: bool, outside: str | None, as_json: bool) -> int:
    _require_database()
    found = [*_against(outside), *findings(fast)]
    if as_json:
        put_json([finding._asdict() for finding in found])
    else:
        for finding in found:
            put(finding.sentence)
    if not found:
        say(_all_sound(fast) % {"size": log.size()})
    _say_uncovered()
    return FINDING if found else 0


@ledger.command(
    help=_("Take the ledger as it is although it disagrees with its last checkpoint outside. Goes on record, with WHY.")
)
@click.argument("why")
def accept(why: str) -> None:
    require_database()
    standstill_end(reason=why, actor=CONSOLE)


@ledger.command(help=_("Sign the size and root of the ledger. Keep what is printed outside this machine too."))
def checkpoint() -> None:
    require_database()
    require_agreement()
    put(committed.sign(actor=CONSOLE.token).rstrip("\n"))


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


def _against(outside: str | None) -> Iterator[Finding]:
    """Whether the log goes on from a checkpoint, shown by the hashes that lead from the one root to the other."""
    if outside is None:
        return
    try:
        read = checkpoints.verify_checkpoint(read_text(outside))
        size = log.size()
        proof = tree.consistency_proof(read.size, size) if read.size else []
        if read.size and not verify_consistency(read.size, size, read.root, log.root(size), proof):
            raise LedgerForked(signed=read.size)
    except (UnreadableText, MissingKey, UnreadableKey):  # not the log's fault: nothing was compared
        raise
    except YoujuError as error:
        yield Finding("checkpoint", str(error))
    else:
        tell_proof = gettext("The ledger goes on from the checkpoint of %(size)s entries; %(hashes)s hashes prove it.")
        say(tell_proof % {"size": read.size, "hashes": len(proof)})


def _say_uncovered() -> None:
    """How many rows only the append-only triggers guard so far: the next checkpoint takes them in."""
    try:
        rows = committed.uncovered()
    except Exception as error:  # what is damaged was told as a finding
        if not is_damage(error):
            raise
        return
    if rows:
        say(gettext("%s rows beside the ledger are new or changed since its last digest over them.") % rows)


def _all_sound(fast: bool) -> str:
    if fast:
        return gettext("All %(size)s entries are sound; records are as verified. Evidence files were left out.")
    return gettext("All %(size)s entries are sound; records and files are as verified.")


def _require_database() -> None:
    """As every command asks, but what is damaged comes to a verdict."""
    try:
        require_database()
    except Exception as error:
        if isinstance(error, YoujuError) or not is_damage(error):
            raise


def findings(fast: bool) -> Iterator[Finding]:
    """Everything found, area by area; where the damage ends the reading of one, that is told and the next begins."""
    for name, area in _AREAS:
        if fast and area is _files:
            continue
        try:
            for finding in area():
                yield Finding(printable(finding.place), printable(finding.sentence))
        except Exception as error:  # bytes that nobody foresaw: the verdict on all else must not be lost with them
            if not is_damage(error):
                raise
            failures.note(name, error)
            yield Finding(
                "database", gettext("What stands in the database ended the check of “%s” early.") % gettext(name)
            )


def _tables() -> Iterator[Finding]:
    yield from (Finding(*found) for found in form.malformed())


def _log() -> Iterator[Finding]:
    yield from (Finding(str(damage.seq), damage.sentence) for damage in log.verify(tell_progress))


def _records() -> Iterator[Finding]:
    yield from (Finding(record.ref, record.sentence) for record in drift.drifted())


def _dues() -> Iterator[Finding]:
    yield from (Finding(*flaw) for flaw in plan_flaws.flaws())


def _tree() -> Iterator[Finding]:
    yield from (Finding(found.place, found.sentence) for found in tree_check.findings())


def _beside() -> Iterator[Finding]:
    yield from (Finding(*flaw) for flaw in committed.flaws())


def _editions() -> Iterator[Finding]:
    yield from (Finding(*flaw) for flaw in edition_flaws.flaws())


def _files() -> Iterator[Finding]:
    for row in raw_rows(File):
        if not row.problems and (harm := store.verify(File(**row.values))):
            yield Finding(harm.sha256, _with_records(harm.sentence, row.key))


_AREAS = (
    (_("tables"), _tables),
    (_("ledger"), _log),
    (_("records"), _records),
    (_("plan"), _dues),
    (_("units"), _tree),
    (_("rows beside the ledger"), _beside),
    (_("issued texts"), _editions),
    (_("evidence files"), _files),
)


def _with_records(sentence: str, file: int) -> str:
    """The sentence, and which records rest on the file."""
    refs = Attachment.objects.filter(file_id=file).order_by("record_ref").values_list("record_ref", flat=True)
    return f"{sentence} ({', '.join(refs)})" if refs else sentence
