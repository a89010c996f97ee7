"""Audit rows are written once, inside their verb's transaction."""

import pytest
from django.db import DatabaseError, transaction

from youju.lib import clock


@pytest.fixture
def row(db: None):
    from youju.orgs.audit import AuditRow

    return AuditRow.objects.create(at=clock.now(), actor="a1", action="record.add", target="study-1")


def test_a_row_cannot_be_changed(row):
    with pytest.raises(DatabaseError), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(actor="b2")


def test_a_row_cannot_be_deleted(row):
    with pytest.raises(DatabaseError), transaction.atomic():
        row.delete()
    assert type(row).objects.filter(pk=row.pk).exists()
