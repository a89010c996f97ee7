"""A study session counts as complete once it was planned, attended by a list, minuted and filed in time."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from tests.plans.made import approved, on
from tests.records.cast import DAY, people, session, verified
from youju.clockwork.jobs import JOBS
from youju.clockwork.tick import tick
from youju.indicators.figures import figures
from youju.ledger import log
from youju.ledger.reading import live_facts
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.plans.planned_sessions import complete_sessions, planned_by
from youju.records.heads.attachments import Attachment, attachments_of
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.reading.drift import drifted
from youju.records.study.session.models import StudySession
from youju.records.study.session.requirements import Requirement, requirements_met
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.corrections import correction_accept, correction_ask
from youju.records.verbs.record_verbs import record_void

LINK = "https://school.example.com/minutes"
JOB = [job for job in JOBS if job.code == "study-complete"]
LATER = DAY + timedelta(days=60)


def held(cast: SimpleNamespace, *, is_planned: bool = True, minutes: bool = True, days: int = 3) -> StudySession:
    """A session of the school, handed in and verified so many days after it."""
    if is_planned:
        with on(DAY.replace(day=1)):
            approved(
                cast, code="study", section="study", title="集中学习", measure="study.sessions",
                category="center_group", months=[DAY.month],
            )  # fmt: skip
    with on(DAY + timedelta(days=days)):
        record = session(cast.bob, cast.hill, everybody := people(cast.hill, "王一", "李二"), everybody[:1])
        if minutes:
            evidence_attach(record=record, actor=cast.bob, link=LINK, role=EvidenceRole.MINUTES)
        verified(record, cast.bob, cast.alice)
    found: StudySession = StudySession.objects.get(pk=record.pk)
    return found


def ticked() -> list[str]:
    with on(LATER):
        outcomes = list(tick(JOB))
    assert not [outcome for outcome in outcomes if outcome.failed]
    return [outcome.key for outcome in outcomes]


def value(unit: Unit, code: str) -> object:
    return figures(unit, Period.year(DAY.year))[code].value


def test_a_session_that_meets_all_four_counts_once_on_its_own_day(cast: SimpleNamespace):
    record = held(cast)
    assert ticked() == [f"{record.ref}#complete"]
    assert ticked() == []
    record.refresh_from_db()
    assert (record.complete_on, record.planned_by) == (LATER, planned_by(record))
    assert value(cast.county, "study.complete") == 1
    assert str(value(cast.county, "study.complete_rate")) == "100.00"
    assert list(drifted()) == [] and list(log.verify()) == []


@pytest.mark.parametrize("changed", [{"planned_by": "due-of-nobody"}, {"complete_on": date(2025, 1, 1)}])
def test_what_was_found_is_changed_by_nobody_unseen(cast: SimpleNamespace, changed: dict[str, Any]):
    record = held(cast)
    ticked()
    StudySession.objects.filter(pk=record.pk).update(**changed)
    assert [each.ref for each in drifted()] == [record.ref]


def test_nobody_makes_a_session_complete_behind_the_ledger(cast: SimpleNamespace):
    record = held(cast, minutes=False)
    StudySession.objects.filter(pk=record.pk).update(complete_on=LATER)
    assert [each.ref for each in drifted()] == [record.ref]


@pytest.mark.parametrize(
    ("missing", "lacks"),
    [
        (Requirement.PLANNED, {"is_planned": False}),
        (Requirement.MINUTED, {"minutes": False}),
        (Requirement.FILED, {"days": 31}),
    ],
)
def test_what_lacks_one_of_them_does_not_count(cast: SimpleNamespace, missing: Requirement, lacks: dict[str, Any]):
    record = held(cast, **lacks)
    attached = [] if missing is Requirement.MINUTED else [_minutes_of(record)]
    assert requirements_met(record, attached, planned_by(record)) == [each for each in Requirement if each != missing]
    assert list(complete_sessions(LATER)) == [] and ticked() == []
    assert not value(cast.county, "study.complete")


def test_minutes_that_are_filed_later_complete_it(cast: SimpleNamespace):
    record = held(cast, minutes=False)
    assert ticked() == []
    with on(LATER):
        evidence_attach(record=record, actor=cast.bob, link=LINK, role=EvidenceRole.MINUTES)
    assert ticked() == [f"{record.ref}#complete"]


def test_a_correction_takes_it_along(cast: SimpleNamespace):
    record = held(cast)
    ticked()
    everybody = record.attendance.all()
    data = {"unit": cast.hill.pk, "group": record.group_id, "sort": "center_group", "title": record.title}
    data |= {"happened": (DAY - timedelta(days=1)).isoformat(), "late_reason": "补录"}
    data |= {f"mark-{row.person_id}": "present" for row in everybody}
    with on(LATER):
        given = {name: [str(value)] for name, value in data.items()}
        there = StudySession.objects.get(pk=record.pk)
        asked = correction_ask(record=there, data=given, actor=cast.bob, version=there.version, reason="日期有误")
        correction_accept(correction=asked, record=StudySession.objects.get(pk=record.pk), actor=cast.alice)
    facts = live_facts().filter(measure="study.complete")
    assert [(fact.day, fact.quantity) for fact in facts] == [(DAY - timedelta(days=1), 1)]
    assert list(drifted()) == [] and list(log.verify()) == []


def test_voiding_the_session_takes_it_back(cast: SimpleNamespace):
    record = held(cast)
    ticked()
    with on(LATER):
        record_void(record=StudySession.objects.get(pk=record.pk), reason="重复", actor=cast.alice)
    assert not value(cast.county, "study.complete")
    assert list(drifted()) == [] and list(log.verify()) == []


def _minutes_of(record: StudySession) -> Attachment:
    return attachments_of([record.ref])[record.ref][0]
