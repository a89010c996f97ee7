"""Rows fetched by a key and objects inserted, past the SQL that Django would write each time: as Django does it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler

from tests.ledger.postings import post, posting
from youju.ledger.fetch import fetch_rows
from youju.ledger.insert import insert_objects
from youju.ledger.reading import Entry, Fact
from youju.lib import clock
from youju.orgs.actors import SYSTEM
from youju.orgs.audit import AuditRow

# Two full statements and a bit more.
MANY = 1100


def told(rows: list[Any]) -> list[dict[str, Any]]:
    return [{name: value for name, value in vars(row).items() if name != "_state"} for row in rows]


@pytest.mark.django_db
@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 8])
def test_rows_are_what_a_queryset_gives(count: int):
    post(*(posting(f"visit-{place}") for place in range(8)))
    refs = [f"visit-{place}" for place in (5, 1, 7, 3, 0, 2, 6, 4)][:count]
    entries = fetch_rows(Entry.objects, "record_ref", refs)
    assert told(entries) == told(list(Entry.objects.filter(record_ref__in=refs)))
    seqs = [entry.seq for entry in entries]
    assert told(fetch_rows(Fact.objects, "entry_id", seqs)) == told(list(Fact.objects.filter(entry_id__in=seqs)))


@pytest.mark.django_db
def test_values_are_those_of_python():
    noted = AuditRow.objects.create(
        actor=SYSTEM.token, action="a", target="b", detail={"day": "3月", "counts": [1, None]}
    )
    (row,) = fetch_rows(AuditRow.objects, "pk", [noted.pk, None, noted.pk])
    assert (row.detail, row.at, row._state.adding, row._state.db) == (noted.detail, noted.at, False, "default")


@pytest.mark.django_db
def test_objects_are_inserted_as_django_would():
    details = [{"day": "3月", "counts": [1, None], "said": "a\tb\n\\"}, {}]

    def rows() -> list[AuditRow]:
        return [AuditRow(actor="a", action="b", target="c", detail=detail) for detail in details]

    with clock.at(datetime(2025, 3, 7, 9, 30, 1, 5, tzinfo=UTC)):
        insert_objects(iter(rows()))
        AuditRow.objects.bulk_create(rows())
    insert_objects([])
    with connection.cursor() as cursor:
        cursor.execute("SELECT at, actor, action, target, detail FROM orgs_auditrow ORDER BY id")
        found = cursor.fetchall()
    assert len(found) == 4 and found[:2] == found[2:]
    assert [row.detail for row in AuditRow.objects.order_by("pk")] == details * 2


@pytest.mark.django_db
def test_more_keys_than_a_statement_takes():
    rows = AuditRow.objects.bulk_create(AuditRow(actor="a", action="b", target=f"t-{place}") for place in range(MANY))
    there = fetch_rows(AuditRow.objects, "pk", [row.pk for row in rows])
    assert sorted(row.pk for row in there) == [row.pk for row in rows]


@pytest.mark.django_db
def test_a_statement_is_written_once_for_all_lengths_up_to_its_own(monkeypatch: pytest.MonkeyPatch):
    written: list[object] = []
    whole = SQLCompiler.as_sql

    def as_sql(self: SQLCompiler, *args: Any, **named: Any) -> Any:
        written.append(self)
        return whole(self, *args, **named)

    monkeypatch.setattr(SQLCompiler, "as_sql", as_sql)
    for count in (3, 4, 3, 4, 4):
        fetch_rows(AuditRow.objects, "target", [f"x-{place}" for place in range(count)])
    assert len(written) <= 1
