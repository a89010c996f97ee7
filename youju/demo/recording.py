"""Writing what was planned, through the verbs that the desk uses: add, attach, submit, verify at the month's end."""

import io
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import groupby
from random import Random
from types import FunctionType
from typing import Any
from zoneinfo import ZoneInfo

from youju.demo.bureau import Bureau
from youju.demo.papers import content
from youju.demo.year import Plan
from youju.evidence.models import File
from youju.evidence.store import Sent, receive_many
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.declared.becoming import begun
from youju.records.declared.planned import Later, Paper, Planned, PlannedCase, PlannedMove
from youju.records.heads.attachments import attachments_of
from youju.records.heads.beside import Piece
from youju.records.heads.case import Case
from youju.records.heads.record import Record
from youju.records.kinds import get_case_kind, get_record_kind
from youju.records.verbs.adding import Draft, records_add
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.case_verbs import CaseMove, Opening, cases_move_each, cases_open
from youju.records.verbs.later_verbs import milestone_reach
from youju.records.verbs.record_verbs import Values, record_submit, records_submit_each, records_verify

_OFFICE = ZoneInfo("Asia/Shanghai")
_DAY = timedelta(days=1)
# The liaisons write down two weeks at once, as in life; sixty batches are quicker than seven hundred.
_FRIDAY, _FORTNIGHT = 4, 14
# The first moves of a day's cases are made after lunch, the second an hour later.
_AFTERNOON = 13


@dataclass
class Recorder:
    """Writes plans into one bureau; keeps each file once.

    handed_in: the records that moves of cases have written, until the month's end.
    moves, laters: what is still to be done with cases and verified records, by its day. What would come after the
    last year's end does not happen.
    """

    bureau: Bureau
    chance: Random
    files: dict[Paper, File] = field(default_factory=dict)
    handed_in: list[Record] = field(default_factory=list)
    moves: dict[date, list[tuple[Case, PlannedMove]]] = field(default_factory=lambda: defaultdict(list))
    laters: dict[date, list[tuple[Record, Later]]] = field(default_factory=lambda: defaultdict(list))

    def record_months(self, year: int, plans: Sequence[Plan]) -> Iterator[int]:
        """Record a year in the order of its days, and verify at each month's end. Yields each month when it is done."""
        by_day = defaultdict(list)
        for plan in plans:
            by_day[_written_on(plan, year)].append(plan)
        for month in range(1, 13):
            written = []
            for day in _days(year, month):
                written += self._write([plan for plan in by_day[day] if isinstance(plan, Planned)], day)
                for _kind, alike in groupby(_cases(by_day[day]), lambda plan: plan.kind):
                    self._open(list(alike), day)
                self._go_on(day)
            with clock.at(moment(_end(year, month), 17, self.chance)):
                self.verify([*written, *self.handed_in])
                self.handed_in.clear()
            yield month

    def submit(self, plan: Planned, author: Member, late_reason: str = "", after: int = 1) -> Record:
        """Write a record ``after`` days from its day, with its evidence, and hand it in."""
        record = self.draft(plan, author, after, late_reason)
        with clock.at(moment(plan.day + timedelta(days=after), 11, self.chance)):
            record_submit(record=record, actor=author)
        return record

    def draft(self, plan: Planned, author: Member, after: int = 1, late_reason: str = "") -> Record:
        """Write a record with its evidence, and leave it a draft."""
        with clock.at(moment(plan.day + timedelta(days=after), 9, self.chance)):
            (record,) = records_add(drafts=[self._draft(plan, author, late_reason)])
        return record

    def _draft(self, plan: Planned, author: Member, late_reason: str = "") -> Draft:
        values = self._values(plan) | {"late_reason": late_reason}
        return Draft(get_record_kind(plan.kind), values, author, [self._piece(paper, author) for paper in plan.papers])

    def _piece(self, paper: Paper, actor: Member) -> Piece:
        return Piece(file=self._file(paper, actor), name=paper.file_name, grade=paper.grade)

    def attach(self, record: Record, paper: Paper, actor: Member) -> None:
        evidence_attach(record=record, actor=actor, **self._piece(paper, actor)._asdict())

    def verify(self, records: Sequence[Record]) -> None:
        """Each by an officer who did not write it."""
        officer, colleague = self.bureau.members["officer"], self.bureau.members["colleague"]
        for verifier, theirs in (
            (officer, [record for record in records if record.author_id != officer.pk]),
            (colleague, [record for record in records if record.author_id == officer.pk]),
        ):
            if theirs:
                records_verify(records=theirs, actor=verifier, grades=_proposed(theirs))

    def _write(self, plans: Sequence[Planned], day: date) -> list[Record]:
        """Write the day's records and hand them in, each by the liaison of its unit."""
        if not plans:
            return []
        authors = [self.bureau.liaison(plan.unit) for plan in plans]
        with clock.at(moment(day, 9, self.chance)):
            self._keep((paper, author) for plan, author in zip(plans, authors, strict=True) for paper in plan.papers)
            drafts = [self._draft(plan, author) for plan, author in zip(plans, authors, strict=True)]
            records = records_add(drafts=drafts)
        with clock.at(moment(day, 11, self.chance)):
            records_submit_each(handed=list(zip(records, authors, strict=True)))
        for record, plan in zip(records, plans, strict=True):
            for later in plan.later:
                self.laters[later.day].append((record, later))
        return records

    def _open(self, plans: Sequence[PlannedCase], day: date) -> None:
        """Open cases of one kind."""
        with clock.at(moment(day, 10, self.chance)):
            self._keep((paper, self._actor(plan.by, plan.unit)) for plan in plans for paper in plan.papers)
            cases = cases_open(openings=[self._opening(plan) for plan in plans])
        for case, plan in zip(cases, plans, strict=True):
            for move in plan.moves:
                self.moves[move.day].append((case, move))

    def _opening(self, plan: PlannedCase) -> Opening:
        actor = self._actor(plan.by, plan.unit)
        return Opening(get_case_kind(plan.kind), self._values(plan), actor, files=self._named(plan.papers, actor))

    def _go_on(self, day: date) -> None:
        """Make the day's moves of cases, the first of each together, then what becomes of records verified before."""
        for hour, moves in enumerate(_rounds(self.moves.pop(day, [])), _AFTERNOON):
            with clock.at(moment(day, hour, self.chance)):
                self._move(moves)
        for record, later in self.laters.pop(day, []):
            with clock.at(moment(day, 15, self.chance)):
                self._become(record, later)

    def _become(self, record: Record, later: Later) -> None:
        actor = self._actor(later.by, record.unit.code)
        if isinstance(later.verb, str):
            milestone_reach(record=record, milestone=later.verb, values=dict(later.values), actor=actor)
        else:
            later.verb(record=record, actor=actor, **later.values)

    def _move(self, moves: Sequence[tuple[Case, PlannedMove]]) -> None:
        """Make moves of different cases: those of their kinds together, between them the verbs of their own."""
        for is_declared, some in groupby(moves, lambda each: isinstance(each[1].action, str)):
            if is_declared:
                self._move_together(list(some))
            else:
                for case, move in some:
                    self._act(case, move)

    def _act(self, case: Case, move: PlannedMove) -> None:
        assert callable(move.action)  # as the caller has found
        move.action(case=case, actor=self._actor(move.by, case.unit.code), **_asked(case, move))

    def _move_together(self, moves: Sequence[tuple[Case, PlannedMove]]) -> None:
        self._keep((paper, self._actor(move.by, case.unit.code)) for case, move in moves for paper in move.papers)
        cases_move_each(moves=[self._wanted(case, move) for case, move in moves])
        for case, move in moves:
            becoming = get_case_kind(case.kind).becomes
            if becoming is not None and becoming.on == move.action:
                handed_in = get_record_kind(becoming.kind).model.objects.get(ref=begun(becoming.kind, case.ref))
                self.handed_in.append(handed_in)

    def _wanted(self, case: Case, move: PlannedMove) -> CaseMove:
        actor, action = self._actor(move.by, case.unit.code), str(move.action)
        files = self._named(move.papers, actor)
        return CaseMove(case, action, actor, case.version, move.reason, _asked(case, move), files)

    def _actor(self, by: str, unit: str) -> Member:
        return self.bureau.liaison(unit) if by == "liaison" else self.bureau.members[by]

    def _file(self, paper: Paper, actor: Member) -> File:
        self._keep([(paper, actor)])
        return self.files[paper]

    def _named(self, papers: Sequence[Paper], actor: Member) -> list[tuple[File, str]]:
        return [(self._file(paper, actor), paper.file_name) for paper in papers]

    def _keep(self, papers: Iterable[tuple[Paper, Member]]) -> None:
        """Hand in the papers that are not kept yet, each by the first who has it."""
        new: dict[Paper, Member] = {}
        for paper, actor in papers:
            if paper not in self.files:
                new.setdefault(paper, actor)
        if new:
            sent = [Sent(io.BytesIO(content(paper)), paper.file_name, actor.token) for paper, actor in new.items()]
            self.files |= dict(zip(new, receive_many(sent=sent), strict=True))

    def _values(self, plan: Plan) -> Values:
        values: Mapping[str, Any] = plan.values
        return {"unit": self.bureau.units[plan.unit], "title": plan.title, "happened": plan.day} | {
            name: value() if isinstance(value, FunctionType | partial) else value for name, value in values.items()
        }


def _proposed(records: Sequence[Record]) -> dict[int, str]:
    """What was proposed as evidence of others: the demo's officers have opened all of it."""
    attached = attachments_of(record.ref for record in records)
    return {each.pk: each.proposed for pieces in attached.values() for each in pieces if each.proposed}


def moment(day: date, hour: int, chance: Random) -> datetime:
    """Some minute of an office hour."""
    return datetime.combine(day, time(hour, chance.randrange(60), chance.randrange(60)), _OFFICE)


def _cases(plans: Iterable[Plan]) -> Iterator[PlannedCase]:
    return (plan for plan in plans if isinstance(plan, PlannedCase))


def _rounds(moves: Sequence[tuple[Case, PlannedMove]]) -> Iterator[list[tuple[Case, PlannedMove]]]:
    """The moves of a day in turns: in the first the first of every case, in the second the second."""
    turns: dict[int, int] = defaultdict(int)
    rounds: dict[int, list[tuple[Case, PlannedMove]]] = defaultdict(list)
    for case, move in moves:
        rounds[turns[case.pk]].append((case, move))
        turns[case.pk] += 1
    for turn in rounds.values():
        yield sorted(turn, key=lambda each: each[0].kind)  # those of a kind are made together


def _asked(case: Case, move: PlannedMove) -> Values:
    """What the move is made with, as the case now stands."""
    return {name: value(case) if isinstance(value, FunctionType) else value for name, value in move.values.items()}


def _written_on(plan: Plan, year: int) -> date:
    """A case is opened on its day. A record is written on every second Friday, in the month in which it is verified."""
    first = date(year, 1, 1)
    if isinstance(plan, PlannedCase):
        return max(first, plan.day)
    to_friday = timedelta(days=(_FRIDAY + 1 - plan.day.toordinal()) % _FORTNIGHT)
    return max(first, min(plan.day + to_friday, _end(plan.day.year, plan.day.month)))


def _days(year: int, month: int) -> Iterator[date]:
    day = date(year, month, 1)
    while day <= _end(year, month):
        yield day
        day += _DAY


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
