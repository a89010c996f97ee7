"""Imports run beside the requests: checked first, taken in when the member says so."""

from contextlib import suppress
from datetime import timedelta
from io import BytesIO
from threading import Thread
from typing import Any

from django.db import connection
from django.utils import translation

from youju.errors import SheetRefused, YoujuError, problem_text
from youju.lib import chance, clock
from youju.lib.sheets import Problem
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.kinds import get_sheet_kind
from youju.records.sheets.at_work import Hold
from youju.records.sheets.importing import records_import
from youju.records.sheets.job import SheetJob, Stage
from youju.records.sheets.outside_lists import read_list_of, write_listed
from youju.records.sheets.reading import read_records

_KEPT = timedelta(days=7)
_MOST_TOLD = 500


def job_start(
    *, kind: str, name: str, content: bytes, actor: Member, submit: bool = False, unit: Unit | None = None
) -> SheetJob:
    """Keep a file and begin to check it. The member's jobs of more than a week ago are put away.

    unit: where the file is the kind's list from outside, for whom it is read.
    """
    SheetJob.objects.filter(member=actor, created_at__lt=clock.now() - _KEPT).delete()
    token = chance.token_bytes(12).hex()
    job = SheetJob.objects.create(
        token=token, member=actor, kind=kind, name=name[-120:], content=content, submit=submit, unit=unit
    )
    _run_beside(job)
    return job


def job_take_in(*, job: SheetJob) -> None:
    """Begin to import what was checked; pressed twice, it begins once."""
    if SheetJob.objects.filter(pk=job.pk, stage=Stage.CHECKED).update(stage=Stage.IMPORTING):
        job.stage = Stage.IMPORTING
        _run_beside(job)


def job_again(*, job: SheetJob) -> None:
    """Check once more what was interrupted; pressed twice, in whatever process, it begins once."""
    if not job.interrupted:
        return
    with suppress(BlockingIOError):
        hold = Hold(job.pk, wait=False)
        SheetJob.objects.filter(pk=job.pk).update(stage=Stage.CHECKING)
        job.stage = Stage.CHECKING
        run_beside(_run, job, hold, translation.get_language())


def run_beside(work: Any, *arguments: Any) -> None:
    """Run something while the request goes its way."""
    Thread(target=_closing, args=(work, *arguments), daemon=True).start()


def _closing(work: Any, *arguments: Any) -> None:
    try:
        work(*arguments)
    finally:
        connection.close()


def _run_beside(job: SheetJob) -> None:
    """Begin what nobody else can have begun: whoever holds it still has just ended, or only looks."""
    run_beside(_run, job, Hold(job.pk, wait=True), translation.get_language())


def _run(job: SheetJob, hold: Hold, language: str | None) -> None:
    try:
        with translation.override(language):
            _work(job, hold)
    finally:
        hold.end()


def _work(job: SheetJob, hold: Hold) -> None:
    trial = job.stage == Stage.CHECKING
    try:
        counts = _of_list(job, hold, trial) if job.unit else _of_workbook(job, hold, trial)
    except SheetRefused as refused:
        job.stage, job.faults = Stage.REFUSED, len(refused.problems)
        job.problems = _told(refused.problems[:_MOST_TOLD])
    except YoujuError as refusal:
        job.stage, job.faults, job.problems = Stage.REFUSED, 1, [["", str(refusal)]]
    except BaseException:
        job.stage = Stage.FAILED
        raise
    else:
        job.stage, job.counts = Stage.CHECKED if trial else Stage.DONE, counts
    finally:
        if job.stage in (Stage.DONE, Stage.REFUSED):
            job.content = b""
        job.save()


def _of_workbook(job: SheetJob, hold: Hold, trial: bool) -> dict[str, int]:
    reading = read_records(
        kind=get_sheet_kind(job.kind), content=BytesIO(bytes(job.content)), actor=job.member,
        progress=lambda done, of: hold.tell(done, 2 * of),
    )  # fmt: skip
    job.notes = _told(reading.notes)
    done = records_import(
        reading=reading, actor=job.member, name=job.name, submit=job.submit, dry_run=trial,
        progress=lambda done, of: hold.tell(of + done, 2 * of),
    )  # fmt: skip
    return {"new": done.new, "changed": done.changed, "same": done.same, "submitted": done.submitted}


def _of_list(job: SheetJob, hold: Hold, trial: bool) -> dict[str, int]:
    kind, unit = get_sheet_kind(job.kind), job.unit
    assert unit is not None
    listed = read_list_of(kind=kind, content=BytesIO(bytes(job.content)), unit=unit)
    if listed.problems:
        raise SheetRefused(listed.problems)
    job.notes = [["", each.told] for each in list(listed.new.values())[:_MOST_TOLD]] if trial else []
    if not trial:
        write_listed(
            kind=kind, listed=listed, unit=unit, actor=job.member, progress=hold.tell,
        )  # fmt: skip
    return {"new": len(listed.new), "same": len(listed.there)}


def _told(problems: Any) -> list[list[str]]:
    """Each with its place and its sentence, in the language of whoever asked."""
    return [
        [each.source, problem_text(each.said)] if isinstance(each, Problem) else ["", problem_text(each)]
        for each in problems
    ]
