"""Writing what was planned, through the verbs that the desk uses: add, attach, submit, verify at the month's end."""

import calendar
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby
from random import Random
from zoneinfo import ZoneInfo

from youju.demo.bureau import Bureau
from youju.demo.papers import Paper, content
from youju.demo.planned import Planned, Session, Stated
from youju.evidence import store
from youju.evidence.models import File
from youju.lib import clock
from youju.orgs.groups import GroupSort
from youju.orgs.members import Member
from youju.records.attach import evidence_attach
from youju.records.attachments import attachments_of
from youju.records.base import Record
from youju.records.opening.kind import KIND as OPENING
from youju.records.statistics.statistic.kind import KIND as STATISTIC
from youju.records.study.session.attendance import Mark, Marked, Marks
from youju.records.study.session.kind import KIND as SESSION
from youju.records.study.session.models import StudySort
from youju.records.verbs import Values, record_add, record_submit, records_verify

_OFFICE = ZoneInfo("Asia/Shanghai")
# Whose list a session of a sort takes.
_GROUP_SORTS: dict[str, str] = {
    StudySort.CENTER_GROUP: GroupSort.LEADING_GROUP,
    StudySort.BRANCH: GroupSort.BRANCH,
    StudySort.STAFF: GroupSort.STAFF,
}


@dataclass
class Recorder:
    """Writes records into one bureau; keeps each file once."""

    bureau: Bureau
    chance: Random
    files: dict[Paper, File] = field(default_factory=dict)

    def record_months(self, planned: Iterable[Planned]) -> Iterator[int]:
        """Record in the order of days and verify at each month's end. Yields how many records each month had."""
        for (year, month), records in groupby(planned, key=lambda record: _month(record)):
            written = [self.submit(record, self.author(record)) for record in records]
            end = date(year, month, calendar.monthrange(year, month)[1])
            with clock.at(moment(end, 17, self.chance)):
                self.verify(written)
            yield len(written)

    def submit(self, planned: Planned, author: Member, late_reason: str = "", after: int = 1) -> Record:
        """Write a record ``after`` days from its day, with its evidence, and hand it in."""
        record = self.draft(planned, author, after, late_reason)
        with clock.at(moment(planned.day + timedelta(days=after), 11, self.chance)):
            record_submit(record=record, actor=author)
        return record

    def draft(self, planned: Planned, author: Member, after: int = 1, late_reason: str = "") -> Record:
        """Write a record with its evidence, and leave it a draft."""
        kind = SESSION if isinstance(planned, Session) else OPENING if planned.opening else STATISTIC
        values = self._values(planned) | {"late_reason": late_reason}
        with clock.at(moment(planned.day + timedelta(days=after), 9, self.chance)):
            record = record_add(kind=kind, values=values, actor=author)
            self.attach(record, planned.paper, author)
        return record

    def attach(self, record: Record, paper: Paper, actor: Member) -> None:
        if paper not in self.files:
            self.files[paper] = store.receive(
                content=io.BytesIO(content(paper)), name=paper.file_name, received_by=actor.token
            )
        file = self.files[paper]
        evidence_attach(record=record, actor=actor, file=file, name=paper.file_name, grade=paper.grade)

    def verify(self, records: Sequence[Record]) -> None:
        """Each by an officer who did not write it."""
        officer, colleague = self.bureau.members["officer"], self.bureau.members["colleague"]
        for verifier, theirs in (
            (officer, [record for record in records if record.author_id != officer.pk]),
            (colleague, [record for record in records if record.author_id == officer.pk]),
        ):
            if theirs:
                records_verify(records=theirs, actor=verifier, grades=_proposed(theirs))

    def author(self, planned: Planned) -> Member:
        return self.bureau.liaison(planned.unit)

    def _values(self, planned: Planned) -> Values:
        values: Values = {
            "unit": self.bureau.units[planned.unit],
            "title": planned.title,
            "happened": planned.day,
        }
        if isinstance(planned, Session):
            return values | self._session_values(planned)
        return values | {
            "sort": planned.measure,
            "category": planned.category,
            "level": planned.level,
            "occasion": self.bureau.occasions[planned.occasion] if planned.occasion else None,
            "quantity": planned.quantity,
            "whole": planned.whole,
            "publisher": planned.publisher,
            "document": planned.paper.name if planned.publisher or planned.opening else "",
        }

    def _session_values(self, session: Session) -> Values:
        marks = Marks(
            Marked(person, Mark.LEAVE, "因公外出") if place in session.away else Marked(person, Mark.PRESENT)
            for place, person in enumerate(self.bureau.rosters[session.unit])
        )
        group = self.bureau.groups[session.unit, _GROUP_SORTS[session.sort]]
        return {"sort": session.sort, "topic": session.topic, "group": group, "guests": 0, "marks": marks}


def _proposed(records: Sequence[Record]) -> dict[int, str]:
    """What was proposed as evidence of others: the demo's officers have opened all of it."""
    attached = attachments_of(record.ref for record in records)
    return {each.pk: each.proposed for pieces in attached.values() for each in pieces if each.proposed}


def moment(day: date, hour: int, chance: Random) -> datetime:
    """Some minute of an office hour."""
    return datetime.combine(day, time(hour, chance.randrange(60), chance.randrange(60)), _OFFICE)


def _month(planned: Planned) -> tuple[int, int]:
    """The month a record is verified in: what was there before the ledger began comes with the first one."""
    opening = isinstance(planned, Stated) and planned.opening
    return (planned.day.year + 1, 1) if opening else (planned.day.year, planned.day.month)
