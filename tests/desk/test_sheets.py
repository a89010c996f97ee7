"""Excel on the desk: handed in, looked at, let in; and the list as a file."""

import csv
import io
import subprocess
import sys
from subprocess import PIPE
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import visits
from tests.records.test_sheets import HEADER, VISITS, book
from youju.orgs.audit import AuditRow
from youju.records.heads.ledgered import Ledgered
from youju.records.sheets import running
from youju.records.sheets.at_work import Hold
from youju.records.sheets.job import SheetJob, Stage, get_job_for
from youju.records.statistics.statistic.models import Statistic

IMPORT = "/records/statistic/import"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Done within the request: another thread would not see the test's transaction."""
    monkeypatch.setattr(running, "run_beside", lambda work, *arguments: work(*arguments))


def handed_in(*rows: Any) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("报表.xlsx", book(HEADER, *rows).getvalue())}


def job() -> SheetJob:
    return SheetJob.objects.latest("pk")


def act(name: str) -> str:
    return reverse("sheet-job-act", args=[name])


def test_a_file_is_looked_at_and_then_let_in(cast: SimpleNamespace, desk: Desk):
    bob = desk(cast.bob)
    answer = bob.post(IMPORT, handed_in(VISITS), follow=True)
    assert "The file has no faults" in answer.text
    assert not Statistic.objects.exists()
    assert "The file is imported." in bob.post(act(job().token), follow=True).text
    assert Statistic.objects.get().author == cast.bob
    assert (job().stage, bytes(job().content)) == (Stage.DONE, b"")
    bob.post(act(job().token))
    assert Statistic.objects.count() == 1


def test_every_fault_is_shown_by_its_cell_and_nothing_can_be_let_in(cast: SimpleNamespace, desk: Desk):
    bob = desk(cast.bob)
    answer = bob.post(IMPORT, handed_in([*VISITS[:4], "十二人", "2025-2-30", ""]), follow=True)
    assert "2 faults: nothing was imported" in answer.text
    assert "统计数据!E2" in answer.text
    bob.post(act(job().token))
    assert not Statistic.objects.exists()


def test_what_is_no_workbook_is_told_so(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.bob).post(IMPORT, {"file": SimpleUploadedFile("a.xlsx", b"x")}, follow=True)
    assert "This is no Excel file" in answer.text
    assert desk(cast.bob).post(IMPORT, {}).status_code == 422


def test_rows_are_handed_in_where_it_is_ticked(cast: SimpleNamespace, desk: Desk):
    bob = desk(cast.bob)
    bob.post(IMPORT, handed_in(VISITS) | {"submit": "on"})
    bob.post(act(job().token))
    assert Statistic.objects.get().state == "submitted"


def test_a_job_is_its_members_own(cast: SimpleNamespace, desk: Desk):
    desk(cast.bob).post(IMPORT, handed_in(VISITS))
    address = reverse("sheet-job", args=[job().token])
    for stranger in (cast.charlie, cast.alice, cast.eve):
        assert desk(stranger).get(address).status_code == 404
        assert desk(stranger).post(act(job().token)).status_code == 404
    assert not Statistic.objects.exists()


def test_who_records_nothing_imports_nothing(cast: SimpleNamespace, desk: Desk):
    for member in (cast.dora, cast.eve):
        assert desk(member).get(IMPORT).status_code == 403
        assert desk(member).post(IMPORT, handed_in(VISITS)).status_code == 403
        assert desk(member).get("/records/statistic/template").status_code == 403


def test_a_job_whose_process_ended_can_be_started_again(cast: SimpleNamespace, desk: Desk):
    bob = desk(cast.bob)
    bob.post(IMPORT, handed_in(VISITS))
    SheetJob.objects.update(stage=Stage.IMPORTING)
    address = reverse("sheet-job", args=[job().token])
    assert "The server was restarted" in bob.get(address).text
    assert "The file has no faults" in bob.post(act(job().token), follow=True).text


def test_a_job_that_ends_while_its_page_is_drawn_is_not_called_interrupted(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    holds = _left_at_work(monkeypatch)
    desk(cast.bob).post(IMPORT, handed_in(VISITS))
    seen = get_job_for(cast.bob, job().token)
    holds[0].end()
    assert seen.running and not seen.interrupted
    assert get_job_for(cast.bob, seen.token).interrupted  # nobody is at work on it, and it never ended


def test_a_running_job_says_how_far_it_is(cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    holds = _left_at_work(monkeypatch)
    bob = desk(cast.bob)
    bob.post(IMPORT, handed_in(VISITS))
    holds[0].tell(1, 4)
    page = bob.get(reverse("sheet-job", args=[job().token])).text
    assert '<progress max="100" value="25"' in page
    assert 'http-equiv="refresh"' in page
    holds[0].end()


def test_a_job_of_another_process_is_at_work_there_until_that_process_ends(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    bob = desk(cast.bob)
    bob.post(IMPORT, handed_in(VISITS))
    address = reverse("sheet-job", args=[job().token])
    SheetJob.objects.update(stage=Stage.IMPORTING)
    with subprocess.Popen([sys.executable, "-c", _OTHER, str(job().pk)], stdin=PIPE, stdout=PIPE) as other:
        assert other.stdout and other.stdout.readline() == b"at work\n"
        assert '<progress max="100" value="75"' in bob.get(address).text
        bob.post(act(job().token))
        assert job().stage == Stage.IMPORTING
        other.kill()
    assert "The server was restarted" in bob.get(address).text


_OTHER = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "youju.config.settings"
from youju.records.sheets.at_work import Hold
hold = Hold(int(sys.argv[1]), wait=False)
hold.tell(3, 4)
print("at work", flush=True)
sys.stdin.read()
"""


def _left_at_work(monkeypatch: pytest.MonkeyPatch) -> list[Hold]:
    """Jobs begin and do not get on; who holds them."""
    holds: list[Hold] = []
    monkeypatch.setattr(running, "run_beside", lambda work, job, hold, language: holds.append(hold))
    return holds


def test_the_list_is_exported_as_it_is_filtered(cast: SimpleNamespace, desk: Desk):
    kept = visits(cast.bob, cast.hill, 17, title="=1+1")
    visits(cast.bob, cast.hill, 18, title="别的")
    visits(cast.charlie, cast.lake, 19, title="=1+1")
    answer = desk(cast.bob).get("/records/statistic/export/csv", {"text": "1+1"})
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert [(row["Reference"], row["Title"]) for row in rows] == [(kept.ref, "'=1+1")]
    note = AuditRow.objects.get(action="sheet.export")
    assert (note.actor, note.detail["rows"], note.detail["asked"]) == (cast.bob.token, 1, {"text": "1+1"})


def test_an_exported_workbook_comes_back_the_same(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    bob = desk(cast.bob)
    content = bob.get("/records/statistic/export/xlsx").getvalue()
    page = bob.post(IMPORT, {"file": SimpleUploadedFile("a.xlsx", content)}, follow=True).text
    assert "The file has no faults" in page
    assert job().counts == {"new": 0, "changed": 0, "same": 1, "submitted": 0}
    assert Ledgered.objects.count() == 1


def test_an_export_of_another_form_or_without_a_role_is_refused(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.bob).get("/records/statistic/export/doc").status_code == 404
    assert desk(cast.eve).get("/records/statistic/export/csv").status_code == 403
    assert not AuditRow.objects.filter(action="sheet.export").exists()


def test_the_list_offers_both_ways(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    page = desk(cast.bob).get("/records/statistics/?kind=statistic&state=draft").text
    assert "/records/statistic/import" in page
    assert "/records/statistic/export/xlsx?state=draft" in page
    assert "/records/statistic/import" not in desk(cast.dora).get("/records/statistics/").text
