"""A disk that is full in the middle of a form: nothing was saved, and that is what is said."""

import errno
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper, visits_form
from tests.records.cast import visits
from youju.ledger import log
from youju.orgs.audit import AuditRow
from youju.records.heads.attachments import Attachment
from youju.records.statistics.statistic.models import Statistic

FULL = [OSError(errno.ENOSPC, "No space left on device"), OperationalError("database or disk is full")]
# Where the room may run out: when the evidence is put beside the record, and when it is handed in.
STEPS = ["youju.records.heads.beside.safe_name", "youju.records.verbs.record_verbs.is_late"]

pytestmark = pytest.mark.parametrize("full", FULL, ids=["files", "database"])


def _fill(monkeypatch: pytest.MonkeyPatch, step: str, full: Exception) -> None:
    def fails(*_args: Any, **_kwargs: Any) -> None:
        raise full

    monkeypatch.setattr(step, fails)


@pytest.mark.parametrize("step", STEPS)
def test_no_draft_is_left_where_nothing_is_said_to_be_saved(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str, full: Exception
):
    _fill(monkeypatch, step, full)
    form = visits_form(cast.hill.pk, then="submit", uploads=paper())
    answer = desk(cast.bob).post(reverse("record-new", args=["statistic"]), form)
    assert answer.status_code == 507
    assert "Nothing was saved" in answer.text
    assert not Statistic.objects.exists()
    assert not AuditRow.objects.filter(action__startswith="record.").exists()


@pytest.mark.parametrize("step", STEPS)
def test_a_draft_that_was_there_is_left_as_it_was(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str, full: Exception
):
    record = visits(cast.bob, cast.hill, 17)
    _fill(monkeypatch, step, full)
    form = visits_form(cast.hill.pk, value="18", version=record.version, then="submit", uploads=paper())
    answer = desk(cast.bob).post(reverse("record-edit", args=[record.ref]), form)
    assert answer.status_code == 507
    stored = Statistic.objects.get()
    assert (stored.quantity, stored.version, stored.state) == (17, 1, "draft")
    assert not Attachment.objects.exists()


def test_of_evidence_all_or_nothing_is_added(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch, full: Exception
):
    record = visits(cast.bob, cast.hill)
    names: list[str] = []

    def second_fails(name: str) -> str:
        names.append(name)
        if len(names) > 1:
            raise full
        return name

    monkeypatch.setattr("youju.records.heads.beside.safe_name", second_fails)
    form = {"uploads": [paper(), paper("二.txt", b"two")], "grade": "file"}
    answer = desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), form)
    assert "Nothing was saved" in answer.text
    assert not Attachment.objects.exists()
    assert log.size() == 0
