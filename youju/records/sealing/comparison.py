"""Comparison: one record, column by column, beside what the ledger committed to."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.ledger.raw import is_damage
from youju.ledger.rows import EntryRow, FactRow
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED
from youju.records.sealing.seals import Kept


class Standing(NamedTuple):
    """What the log says of one milestone: its last post, the last content committed to, whether it counts."""

    post: EntryRow
    newest: EntryRow
    live: bool

    @property
    def milestone(self) -> str:
        return self.post.milestone


class Found(NamedTuple):
    """One row at one milestone, beside what it is held against."""

    record: Ledgered
    standing: Standing
    kept: Kept | None
    posted: list[FactRow] | None
    attached: list[Attachment]
    reasons: set[str]


def first_problem(found: Found) -> str:
    """What is wrong with a record, in one sentence; empty where it is as it was verified."""
    try:
        return state_problem(found) or _changed_item(found) or _facts_problem(found) or _reason_problem(found)
    except Exception as error:  # a value that no verb writes breaks what reads it
        if not is_damage(error):
            raise
        return unreadable(found.record.ref)


def state_problem(found: Found) -> str:
    """What does not fit between a row's state and a milestone; empty where the two agree."""
    record, standing = found.record, found.standing
    if record.fits(standing.milestone, live=standing.live):
        return ""
    return _("%(ref)s: what the ledger holds of “%(milestone)s” does not fit its state, “%(state)s”.") % {
        "ref": record.ref,
        "milestone": standing.milestone,
        "state": record.state,
    }


def _changed_item(found: Found) -> str:
    frozen = found.kept.values() if found.kept else {}
    ref = found.record.ref
    for name, value in found.record.items(found.standing.milestone, found.attached):
        item = frozen.pop(name, None)
        if item is None or (not item.erased and item.value != value):
            changed = {"ref": ref, "item": name}
            return _("%(ref)s: “%(item)s” was changed outside the system after it was verified.") % changed
    if frozen:
        return _("%(ref)s: “%(item)s” has disappeared since it was verified.") % {
            "ref": ref,
            "item": next(iter(frozen)),
        }
    return ""


def _facts_problem(found: Found) -> str:
    # Without subjects: a pupil who came of age is posted by token only from then on. The log guards those it has.
    now = (FactRow.posted(line) for line in found.record.facts(found.standing.milestone))
    if found.posted is not None and _nameless(found.posted) != _nameless(now):
        return _("%s: its figures are no longer those that were posted.") % found.record.ref
    return ""


def _nameless(rows: Iterable[FactRow]) -> list[FactRow]:
    return sorted(row._replace(subject="") for row in rows)


def _reason_problem(found: Found) -> str:
    """The reasons stand outside the snapshot: a verified record has none, a voided one that of its audit row."""
    record = found.record
    dropped = bool(record.dropped_reason or record.same_as_id)  # what the log speaks of was never given up
    if not dropped and found.standing.milestone != VERIFIED:
        return ""
    given = found.reasons if not found.standing.live else {""}
    if dropped or record.returned_reason or record.void_reason not in given:
        return _("%s: the reason given in its row is not the one that is on record.") % record.ref
    return ""


def unreadable(ref: str) -> str:
    """The sentence for a row that holds what was never written there."""
    return _("%s: its record cannot be read as it was written.") % ref
