"""An administrator of the database with every right and no triggers in the way: each changed column is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from tests.orgs.plant import plant
from tests.records.cast import member, people, session, verified, visits
from youju.evidence.folder import path_of
from youju.evidence.store import receive
from youju.ledger import triggers
from youju.ledger.reading import Entry, Fact
from youju.orgs.audit import AuditRow
from youju.orgs.people import Person
from youju.records.heads.attachments import Attachment
from youju.records.heads.occasions import Occasion
from youju.records.reading.drift import drifted
from youju.records.sealing.snapshots import Snapshot, SnapshotItem
from youju.records.statistics.statistic.models import Statistic
from youju.records.study.session.models import Attendance, StudySession
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.record_verbs import record_void

# What no commitment covers, and why that tells no lie.
_FREE = {
    "id": "a number inside this database, in no commitment: the reference is the record's name",
    "StudySession.made_up_by": "a note until it counts, held by its own snapshot from then on: test_made_up.py",
    "StudySession.made_up_on": "the same",
    "Attendance.made_up": "the same",
    "StudySession.planned_by": "shown once a session is complete, held by that snapshot: test_complete_sessions.py",
    "AuditRow.at": "when it was written stands in the entry too",
    "AuditRow.detail": "a reason without a bearing on a figure; that of a void is held against the record",
}


@pytest.fixture
def sound(cast: SimpleNamespace) -> SimpleNamespace:
    """Three records in the ledger: a session, a statistic with evidence, one that was voided."""
    roster = people(cast.hill, "王一", "李二", "赵三")
    studied = session(cast.bob, cast.hill, roster, roster[:2])
    counted, gone = visits(cast.bob, cast.hill, partners=[cast.lake]), visits(cast.bob, cast.hill, 3)
    file = receive(content=BytesIO("走访登记：青山小学。".encode()), name="走访登记.txt", received_by=cast.bob.token)
    evidence_attach(record=counted, actor=cast.bob, file=file, name="走访登记.txt", note="三月的登记表")
    for record in (studied, counted, gone):
        verified(record, cast.bob, cast.alice)
    record_void(record=gone, actor=cast.alice, reason="重复登记")
    receive(content=BytesIO("另一份材料".encode()), name="b.txt", received_by=cast.bob.token)
    Occasion.objects.create(code="spring", sort="event", name="春季", unit=cast.hill)
    member("frank", cast.hill)
    plant(code="moor", kind="school", name="荒原小学", parent=cast.county)
    triggers.remove()
    return SimpleNamespace(studied=studied, counted=counted, gone=gone, file=file)


def _rows(sound: SimpleNamespace) -> Iterator[tuple[models.QuerySet[Any], set[str]]]:
    """A row of each table that evidence rests on, and the ways in which damage to it may be named."""
    for record in (sound.studied, sound.counted, sound.gone):
        yield type(record).objects.filter(ref=record.ref), {record.ref}
        last = Entry.objects.filter(record_ref=record.ref).order_by("seq")
        entry = last[0]
        yield Entry.objects.filter(seq=entry.seq), {str(entry.seq), record.ref}
        yield Fact.objects.filter(pk=Fact.objects.filter(entry=entry)[0].pk), {str(entry.seq)}
        snapshot = Snapshot.objects.get(seq=entry.seq)
        yield Snapshot.objects.filter(pk=snapshot.pk), {record.ref}
        for item in snapshot.items.filter(name__in=["title", "occasion", "author", "evidence/1"]):
            yield SnapshotItem.objects.filter(pk=item.pk), {record.ref}
        audited = AuditRow.objects.filter(target=record.ref, action="record.verify")
        yield AuditRow.objects.filter(pk=audited[0].pk), {record.ref}
    yield Attendance.objects.filter(pk=Attendance.objects.order_by("pk")[0].pk), {sound.studied.ref}
    yield Attachment.objects.filter(record_ref=sound.counted.ref), {sound.counted.ref}


def _other(field: models.Field[Any, Any], value: Any) -> Any:
    """A value of the field's own type that is not the one it has."""
    if field.is_relation and field.related_model is not None:
        others: Any = field.related_model
        return others.objects.exclude(pk=value).values_list("pk", flat=True).first()
    match field:
        case models.BooleanField():
            return not value
        case models.DateTimeField():
            return value + timedelta(microseconds=1) if value else Entry.objects.all()[0].at
        case models.DateField():
            return (value or Statistic.objects.all()[0].happened) + timedelta(days=1)
        case models.IntegerField():
            return 7 if value is None else value + 1000
        case models.BinaryField():
            return bytes(value or b"")[::-1] or b"x"
        case models.JSONField():
            return {"reason": "another"}
    return "draft" if field.name == "state" else value[1:] if value else "x"


def _taken(rows: models.QuerySet[Any], values: dict[str, Any]) -> bool:
    """Whether the database lets the change pass; a place that is taken it guards itself."""
    try:
        with transaction.atomic():
            rows.update(**values)
    except IntegrityError:
        return False
    return True


def _free(model: type[models.Model], name: str) -> bool:
    return name in _FREE or f"{model.__name__}.{name}" in _FREE


def test_all_is_sound_before_anybody_touches_it(sound: SimpleNamespace):
    assert list(drifted()) == []


def test_each_column_of_each_row_is_named(sound: SimpleNamespace, found: Callable[[], set[str]]):
    silent, tried = [], 0
    assert found() == set()
    for rows, names in _rows(sound):
        for field in rows.model._meta.concrete_fields:
            if field.name == "ledgered_ptr":  # to move a kind's columns to another head takes their key away
                continue
            before = rows.values_list(field.attname, flat=True)[0]
            if _free(rows.model, field.name) or field.primary_key:
                continue
            pk = rows.values_list("pk", flat=True)[0]
            changed = rows.model._base_manager.filter(pk=pk)
            other = _other(field, before)
            assert other != before
            if not _taken(changed, {field.attname: other}):
                continue
            if not found() & names:
                silent.append(f"{rows.model.__name__}.{field.name}: {before!r} -> {other!r} of {names}")
            changed.update(**{field.attname: before})
            tried += 1
    assert found() == set()
    assert tried > 120
    assert silent == []


@pytest.mark.parametrize("model", [Statistic, StudySession, Snapshot, SnapshotItem, Attendance, Attachment, AuditRow])
def test_a_row_that_was_deleted_is_missed(sound: SimpleNamespace, found: Callable[[], set[str]], model: Any):
    with connection.cursor() as cursor:
        if model is AuditRow:
            cursor.execute("DELETE FROM orgs_auditrow WHERE action = 'record.verify'")
        else:
            _unlink(cursor, model)
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
    assert found()


def _unlink(cursor: Any, model: Any) -> None:
    """What hangs on the rows goes first, as whoever deletes them by hand would do."""
    for relation in model._meta.related_objects:
        cursor.execute(f"DELETE FROM {relation.related_model._meta.db_table}")
    for many in model._meta.many_to_many:
        cursor.execute(f"DELETE FROM {many.m2m_db_table()}")


def test_what_was_put_in_by_hand_is_named(sound: SimpleNamespace, found: Callable[[], set[str]], cast: SimpleNamespace):
    forged = visits(cast.bob, cast.hill, 99)
    Statistic.objects.filter(pk=forged.pk).update(state="verified")
    Attachment.objects.create(record_ref=sound.studied.ref, link="https://example.com/", name="x", added_by=cast.bob)
    sound.counted.partners.clear()
    assert {forged.ref, sound.studied.ref, sound.counted.ref} <= found()


def test_a_voided_record_brought_back_by_hand_is_named(sound: SimpleNamespace, found: Callable[[], set[str]]):
    Statistic.objects.filter(pk=sound.gone.pk).update(state="verified", void_reason="")
    assert sound.gone.ref in found()


def test_an_erased_item_takes_an_audit_row(
    sound: SimpleNamespace, found: Callable[[], set[str]], cast: SimpleNamespace
):
    item = SnapshotItem.objects.get(snapshot__record_ref=sound.counted.ref, name="note")
    SnapshotItem.objects.filter(pk=item.pk).update(salt=None, value=None)
    assert sound.counted.ref in found()
    AuditRow.objects.create(
        actor=cast.alice.token, action="item.erase", target=sound.counted.ref, detail={"item": "note"}
    )
    assert found() == set()
    SnapshotItem.objects.filter(pk=item.pk).update(value="put back without its salt")
    assert sound.counted.ref in found()


@pytest.mark.parametrize("change", ["happened = 'yesterday'", "sort = 'nothing'", "quantity = 'many'",
                                    "title = CAST(x'ff' AS TEXT)", "created_at = 'never'"])  # fmt: skip
def test_what_cannot_be_read_is_named_and_the_search_goes_on(
    sound: SimpleNamespace, found: Callable[[], set[str]], change: str
):
    Statistic.objects.filter(pk=sound.gone.pk).update(title="改过")
    try:
        with connection.constraint_checks_disabled(), connection.cursor() as cursor:
            own = change.startswith("quantity")
            table, key = ("statistic_statistic", "ledgered_ptr_id") if own else ("records_ledgered", "id")
            cursor.execute(f"UPDATE {table} SET {change} WHERE {key} = {sound.counted.pk}")
    except Exception:
        assert connection.vendor == "postgresql"  # there a column takes only values of its own type
        return
    assert {sound.counted.ref, sound.gone.ref} <= found()


def test_a_pupil_who_comes_of_age_is_no_damage(sound: SimpleNamespace, found: Callable[[], set[str]]):
    Person.objects.update(minor_until=date(2040, 5, 1))
    assert found() == set()


@pytest.mark.parametrize("harm", ["swapped", "cut", "gone", "a folder"])
def test_evidence_that_changed_on_the_disk_is_named_with_its_record(sound: SimpleNamespace, youju: Any, harm: str):
    path = path_of(sound.file.sha256)
    path.chmod(0o600)
    content = path.read_bytes()
    path.unlink()
    if harm == "a folder":
        path.mkdir()
    elif harm != "gone":
        path.write_bytes(content[:-1] if harm == "cut" else content[::-1])
    said = youju("ledger", "verify", "--json")
    assert said.status == 1
    (finding,) = json.loads(said.out)
    assert finding["place"] == sound.file.sha256
    assert sound.counted.ref in finding["sentence"]
    assert youju("ledger", "verify", "--fast").status == 0


def test_a_row_of_evidence_that_names_another_content_is_found(sound: SimpleNamespace, found: Callable[[], set[str]]):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE evidence_file SET sha256 = '{'ab' * 32}' WHERE id = {sound.file.pk}")
    assert {sound.counted.ref, "ab" * 32} <= found()


@pytest.fixture
def found(youju: Any) -> Callable[[], set[str]]:
    """The places that ``youju ledger verify`` names; its exit status says whether there are any."""

    def look() -> set[str]:
        said = youju("ledger", "verify", "--json")
        findings = json.loads(said.out)
        assert said.status == (1 if findings else 0), said.err
        return {finding["place"] for finding in findings}

    return look


def test_a_row_that_points_to_nowhere_is_named_by_its_key(
    sound: SimpleNamespace, found: Callable[[], set[str]], cast: SimpleNamespace, undone: Any
):
    if connection.vendor != "sqlite":
        pytest.skip("the database itself keeps the row that others point to")
    draft = visits(cast.bob, cast.hill, 5)
    with undone(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM records_ledgered WHERE id = {draft.pk}")
        assert f"statistic_statistic#{draft.pk}" in found()
