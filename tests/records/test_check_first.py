"""Where a unit checks what it hands in (复核), the bureau has a record to verify once the unit's reviewer let it go."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.records.cast import member, visits
from youju.ledger import log
from youju.orgs.members import Member, Role
from youju.records.errors import OwnRecord, WrongState
from youju.records.heads.record import Record
from youju.records.reading.access import can
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.record_verbs import record_check, record_return, record_submit, record_verify


@pytest.fixture
def rita(cast: SimpleNamespace) -> Member:
    type(cast.hill).objects.filter(pk=cast.hill.pk).update(checks=True)
    cast.hill.refresh_from_db()
    return member("rita", cast.hill, Role.REVIEWER)


def handed_in(cast: SimpleNamespace) -> Record:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    return record


def test_the_bureau_verifies_only_what_was_checked(cast: SimpleNamespace, rita: Member) -> None:
    record = handed_in(cast)
    assert not can(cast.alice, "verify", record)
    with pytest.raises(WrongState):
        record_verify(record=record, actor=cast.alice)
    record_check(record=record, actor=rita)
    record_verify(record=record, actor=cast.alice)
    assert (record.state, log.size()) == ("verified", 1)


def test_a_reviewer_returns_what_is_not_right(cast: SimpleNamespace, rita: Member) -> None:
    record = handed_in(cast)
    assert can(rita, "return", record)
    record_return(record=record, actor=rita, reason="户数不对")
    assert not can(rita, "check", record)


def test_a_reviewer_who_chose_the_evidence_does_not_check_it(cast: SimpleNamespace, rita: Member) -> None:
    record = visits(cast.bob, cast.hill)
    evidence_attach(record=record, actor=rita, link="https://example.com/", grade="stated")
    record_submit(record=record, actor=cast.bob)
    assert not can(rita, "check", record)
    with pytest.raises(OwnRecord):
        record_check(record=record, actor=rita)


def test_no_reviewer_of_another_school_checks_it(cast: SimpleNamespace, rita: Member) -> None:
    record = handed_in(cast)
    assert not can(member("rob", cast.lake, Role.REVIEWER), "check", record)
    assert not can(cast.bob, "check", record)


def test_the_queue_shows_it_once_it_is_checked_and_the_reviewer_sees_it_before(
    cast: SimpleNamespace, rita: Member
) -> None:
    from django.test import Client

    def page(who: Member, name: str) -> str:
        client = Client(headers={"accept-language": "en"})
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
        return client.get(reverse(name)).text

    record = handed_in(cast)
    assert record.title not in page(cast.alice, "review")
    assert "To check" in page(rita, "workbench")
    record_check(record=record, actor=rita)
    assert record.title in page(cast.alice, "review")
    assert "To check" not in page(rita, "workbench")
