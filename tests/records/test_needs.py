"""A kind says which evidence it wants; what it requires is asked for before a record is handed in."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests.records.cast import make_cast, people, session, visits
from youju.records.declared.needs import Need, missing_needs
from youju.records.errors import EvidenceMissing
from youju.records.heads.attachments import attachments_of
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.states import State
from youju.records.kinds import get_record_kind
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.record_verbs import record_submit

LINK = "https://example.org/minutes"


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


@pytest.fixture
def demanding(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A kind of statistics that wants a photo and requires minutes."""
    needs = (Need(EvidenceRole.PHOTO), Need(EvidenceRole.MINUTES, requires=True))
    object.__setattr__(get_record_kind("statistic"), "needs", needs)
    yield
    object.__setattr__(get_record_kind("statistic"), "needs", ())


def test_a_session_wants_minutes_and_the_sign_in_sheet(cast: SimpleNamespace):
    roster = people(cast.hill, "青一")
    record = session(cast.bob, cast.hill, roster, roster)
    evidence_attach(record=record, actor=cast.bob, link=LINK, role=EvidenceRole.MINUTES)
    needs = get_record_kind("session").needs
    assert [need.role for need in missing_needs(needs, attachments_of([record.ref])[record.ref])] == ["sign_in"]
    record_submit(record=record, actor=cast.bob)
    assert record.state == State.SUBMITTED


def test_what_is_required_keeps_a_record_back_until_it_is_there(cast: SimpleNamespace, demanding: None):
    record = visits(cast.bob, cast.hill)
    with pytest.raises(EvidenceMissing, match=r"minutes|会议记录"):
        record_submit(record=record, actor=cast.bob)
    evidence_attach(record=record, actor=cast.bob, link=LINK, role=EvidenceRole.MINUTES)
    record_submit(record=record, actor=cast.bob)
    assert record.state == State.SUBMITTED


def test_what_nobody_said_is_other(cast: SimpleNamespace):
    assert evidence_attach(record=visits(cast.bob, cast.hill), actor=cast.bob, link=LINK).role == EvidenceRole.OTHER


def test_what_it_is_belongs_to_what_the_ledger_commits_to(cast: SimpleNamespace):
    minutes = evidence_attach(record=visits(cast.bob, cast.hill), actor=cast.bob, link=LINK, role=EvidenceRole.MINUTES)
    assert minutes.text.endswith("\nminutes")
