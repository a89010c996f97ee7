"""Rows beside the log: what the log committed to stays, unless somebody is on record for the change."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction

from tests.records.cast import visits
from youju.evidence.models import Transfer
from youju.evidence.transfers import transfer_begin
from youju.ledger import triggers
from youju.ledger.columns import NotAsWritten, reader
from youju.ledger.models import RowDigest
from youju.ledger.raw import raw_rows
from youju.ledger.reading import Entry
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.audit import AuditRow
from youju.orgs.tickets import Purpose, ticket_make, tickets_prune
from youju.orgs.units import Unit
from youju.records.accreditation.checklist.models import Checklist, Criterion
from youju.records.reading.drift import drifted
from youju.records.sealing import committed
from youju.records.sealing.committed import digest_post, flaws, uncovered

pytestmark = pytest.mark.django_db


def places() -> list[str]:
    return [flaw.place for flaw in flaws()]


def noted(cast: SimpleNamespace, target: str) -> None:
    with transaction.atomic():
        audit.write(actor=cast.alice, action="unit.rename", target=target)


def test_before_the_first_digest_nothing_is_held_and_all_is_counted(cast: SimpleNamespace):
    assert places() == []
    assert uncovered() > 5


def test_one_entry_takes_in_every_row(cast: SimpleNamespace):
    entry = digest_post(actor="system")
    assert entry is not None
    assert (entry.record_ref, entry.milestone) == ("audit-0", "digest")
    assert (uncovered(), places(), list(drifted())) == (0, [], [])


def test_where_nothing_is_new_nothing_is_posted(cast: SimpleNamespace):
    digest_post(actor="system")
    assert digest_post(actor="system") is None


def test_a_change_that_nobody_is_on_record_for_is_named(cast: SimpleNamespace):
    digest_post(actor="system")
    Unit.objects.filter(pk=cast.hill.pk).update(name="别的小学")
    assert places() == [f"orgs_unit#{cast.hill.pk}"]


def test_such_a_change_is_never_taken_into_a_later_digest(cast: SimpleNamespace):
    digest_post(actor="system")
    Unit.objects.filter(pk=cast.hill.pk).update(name="别的小学")
    visits(cast.bob, cast.lake)
    assert digest_post(actor="system") is not None
    assert places() == [f"orgs_unit#{cast.hill.pk}"]


def test_a_change_with_an_audit_row_is_none_and_is_taken_in(cast: SimpleNamespace):
    digest_post(actor="system")
    Unit.objects.filter(pk=cast.hill.pk).update(name="别的小学")
    noted(cast, "hill")
    assert places() == []
    digest_post(actor="system")
    assert places() == []
    Unit.objects.filter(pk=cast.hill.pk).update(name="又一所")
    assert places() == [f"orgs_unit#{cast.hill.pk}"]


def test_an_audit_row_is_never_changed_nor_taken_away(cast: SimpleNamespace):
    visits(cast.bob, cast.hill)
    digest_post(actor="system")
    triggers.remove()
    row = AuditRow.objects.all()[0]
    AuditRow.objects.filter(pk=row.pk).update(detail={"reason": "别的"})
    assert places() == [f"orgs_auditrow#{row.pk}"]
    AuditRow.objects.filter(pk=row.pk).delete()
    assert places() == [f"orgs_auditrow#{row.pk}"]


def test_a_row_put_in_or_deleted_by_hand_is_named(cast: SimpleNamespace):
    digest_post(actor="system")
    new = Unit.objects.create(code="moor", kind="school", name="荒原小学")
    assert places() == [f"orgs_unit#{new.pk}"]
    noted(cast, "moor")
    digest_post(actor="system")
    Unit.objects.filter(pk=new.pk).delete()
    assert places() == [f"orgs_unit#{new.pk}"]


def test_digests_themselves_are_held_by_their_entry(cast: SimpleNamespace):
    digest_post(actor="system")
    RowDigest.objects.filter(table="orgs_unit").update(names="x")
    assert places() == ["audit-0"]
    RowDigest.objects.all().delete()
    assert "audit-0" in places()
    RowDigest.objects.create(seq=7, table="t", row="1", names="", salt=b"", digest=b"")
    assert "ledger_rowdigest" in places()


def test_the_entry_of_a_digest_counts_nothing(cast: SimpleNamespace):
    digest_post(actor="system")
    assert Entry.objects.get().facts.count() == 0


def test_each_table_is_held_by_something_or_free_for_a_reason():
    for name, reason in committed.FREE.items():
        assert str(reason), name
    assert {covered.table for covered in committed.covered_tables()} >= {
        "orgs_auditrow", "orgs_unit", "orgs_member", "orgs_person", "evidence_file", "records_correction",
    }  # fmt: skip
    assert committed.covered_tables()[0].model is AuditRow


def test_a_file_on_its_way_in_is_no_damage(cast: SimpleNamespace):
    digest_post(actor="system")
    transfer_begin(member=cast.bob.token, name="照片.jpg", size=10)
    assert list(flaws()) == []
    digest_post(actor="system")
    Transfer.objects.all().delete()
    assert list(flaws()) == []


def test_tickets_that_ran_out_and_are_cleared_away_are_no_damage(cast: SimpleNamespace):
    over = clock.now() - timedelta(days=40)
    ticket_make(purpose=Purpose.INVITATION, ref=cast.bob.token, expires=over, actor=cast.eve)
    digest_post(actor="system")
    assert tickets_prune() == 1
    assert places() == []
    digest_post(actor="system")
    assert places() == []


def test_a_number_with_places_is_spelled_alike_on_both_databases():
    checklist = Checklist.objects.create(code="list", name="标准", sort="文明校园")
    Criterion.objects.create(checklist=checklist, no="1", place=1, text="有计划", points=5)
    (row,) = raw_rows(Criterion)
    assert (str(row.values["points"]), row.problems) == ("5.0", ())


@pytest.mark.portable  # PostgreSQL's own types are strict
@pytest.mark.parametrize("wrong", ["5.5", True, 5.55, 1000, float("nan")])
def test_what_such_a_number_never_is_counts_as_damage(wrong: object):
    with pytest.raises(NotAsWritten):
        reader(Criterion._meta.get_field("points"))(wrong)
