"""The verb that takes a workbook's rows in: by the desk's own verbs, all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from youju.errors import SheetRefused, YoujuError
from youju.lib.batches import batches
from youju.lib.sheets import Problem
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.kind import CaseKind, RecordKind
from youju.records.sheets.case_importing import cases_write, row_problem
from youju.records.sheets.reading import Change, Entry, Progress, Reading
from youju.records.verbs.adding import Draft, records_add
from youju.records.verbs.record_verbs import record_add, record_edit, records_submit

_TOGETHER = 250

Written = tuple[Entry, Ledgered]


@dataclass(frozen=True)
class Imported:
    """What became of the rows; refs of those that are new or changed."""

    new: int
    changed: int
    same: int
    submitted: int
    refs: tuple[str, ...]


@transaction.atomic
def records_import(
    *,
    reading: Reading,
    actor: Member,
    name: str,
    submit: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Write new rows down, change drafts whose rows changed, and hand them in where asked.

    name: of the file, for the audit row. dry_run: everything is tried and nothing stays.
    Raises SheetRefused with every problem, those of the verbs among them; then nothing was written.
    """
    if reading.problems:
        raise SheetRefused(reading.problems)
    problems: list[Problem] = []
    written: list[Written] = []
    for batch in batches(reading.entries, _TOGETHER):
        if isinstance(reading.kind, CaseKind):
            written += cases_write(batch, kind=reading.kind, actor=actor, name=name, problems=problems)
        else:
            written += _write(batch, actor, reading.kind, problems)
        if progress:
            progress(len(written) + len(problems), len(reading.entries))
    records = [(entry, record) for entry, record in written if isinstance(record, Record)]
    open_ones = [(entry, record) for entry, record in records if submit and record.editable]
    problems += _hand_in(open_ones, actor)
    if problems:
        raise SheetRefused(problems)
    counts = {change.value: reading.count(change) for change in Change}
    audit.write(actor=actor, action="sheet.import", target=reading.kind.code, file=name[:120], **counts)
    if dry_run:
        transaction.set_rollback(True)
    return Imported(**counts, submitted=len(open_ones), refs=_moved(reading.entries))


def _write(batch: Sequence[Entry], actor: Member, kind: RecordKind, problems: list[Problem]) -> list[Written]:
    """Write some rows down, the new ones together; where one of these cannot be, each by itself, to name them all."""
    new = [entry for entry in batch if entry.record is None]
    drafts = [Draft(kind, entry.values, actor, ref=entry.ref) for entry in new]
    try:
        written: list[Written] = list(zip(new, records_add(drafts=drafts), strict=True))
    except YoujuError:
        written, rest = [], batch
    else:
        rest = [entry for entry in batch if entry.record is not None]
    for entry in rest:
        try:
            written.append((entry, _written(entry, actor, kind)))
        except YoujuError as refusal:
            problems.append(row_problem(entry, refusal))
    return written


def _hand_in(rows: Sequence[tuple[Entry, Record]], actor: Member) -> list[Problem]:
    """Hand some hundreds in at a time; where one of them cannot go in, each by itself, to name them all."""
    problems: list[Problem] = []
    for batch in batches(rows, _TOGETHER):
        try:
            records_submit(records=[record for _entry, record in batch], actor=actor)
        except YoujuError:
            problems += filter(None, (_refusal(entry, record, actor) for entry, record in batch))
    return problems


def _refusal(entry: Entry, record: Record, actor: Member) -> Problem | None:
    record.refresh_from_db(fields=["state", "version"])  # what was tried together was taken back
    try:
        records_submit(records=[record], actor=actor)
    except YoujuError as refusal:
        return row_problem(entry, refusal)
    return None


def _written(entry: Entry, actor: Member, kind: RecordKind) -> Ledgered:
    if entry.record is None:
        return record_add(kind=kind, values=entry.values, actor=actor, ref=entry.ref)
    if entry.change is Change.CHANGED and isinstance(entry.record, Record):
        return record_edit(record=entry.record, values=entry.values, actor=actor, version=entry.record.version)
    return entry.record


def _moved(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(entry.ref for entry in entries if entry.change is not Change.SAME)
