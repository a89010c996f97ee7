"""The verb that takes a workbook's rows in: by the desk's own verbs, all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from youju.errors import SheetRefused, YoujuError
from youju.lib.sheets import Problem, Said
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.base import Record
from youju.records.sheets.columns import REF
from youju.records.sheets.reading import Change, Entry, Progress, Reading
from youju.records.verbs import record_add, record_edit, record_submit


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
    submitted = 0
    for done, entry in enumerate(reading.entries, 1):
        try:
            submitted += _take_in(entry, actor, reading, submit=submit)
        except YoujuError as refusal:
            problems.append(Problem(entry.row.source(REF), Said(str(refusal))))
        if progress and (done % 50 == 0 or done == len(reading.entries)):
            progress(done, len(reading.entries))
    if problems:
        raise SheetRefused(problems)
    counts = {change.value: reading.count(change) for change in Change}
    audit.write(actor=actor, action="sheet.import", target=reading.kind.code, file=name[:120], **counts)
    if dry_run:
        transaction.set_rollback(True)
    return Imported(**counts, submitted=submitted, refs=_moved(reading.entries))


def _take_in(entry: Entry, actor: Member, reading: Reading, *, submit: bool) -> bool:
    """Write one row; whether it was handed in."""
    record = _written(entry, actor, reading)
    if not submit or not record.editable:
        return False
    record_submit(record=record, actor=actor)
    return True


def _written(entry: Entry, actor: Member, reading: Reading) -> Record:
    if entry.record is None:
        return record_add(kind=reading.kind, values=entry.values, actor=actor, ref=entry.ref)
    if entry.change is Change.CHANGED:
        return record_edit(record=entry.record, values=entry.values, actor=actor, version=entry.record.version)
    return entry.record


def _moved(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(entry.ref for entry in entries if entry.change is not Change.SAME)
