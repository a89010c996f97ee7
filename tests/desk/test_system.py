"""The page 系统: an administrator sees how the installation is, and backs it up."""

import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.urls import reverse
from pytest_django import Settings

from tests.desk.conftest import Desk
from youju.backups import now
from youju.backups.now import AlreadyRunning, Running, backup_start, running
from youju.backups.places import last_backup, last_drill
from youju.clockwork.models import Tick
from youju.errors import NotAllowed
from youju.orgs.actors import CONSOLE


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.HOME, settings.EVIDENCE_FOLDER = tmp_path, tmp_path / "evidence"
    monkeypatch.setattr(now, "_last", [])
    return tmp_path


def test_it_tells_what_needs_somebody_and_what_was_done(cast: SimpleNamespace, desk: Desk):
    Tick.objects.create(job="checkpoint", key="2026-11-28")
    page = desk(cast.eve).get(reverse("system")).text
    for said in ("No backup was made here yet", "none yet", "sign the ledger as it stands", "GB free of", "not yet"):
        assert said in page


@pytest.mark.parametrize("route", ["system", "ready", "workbench"])
def test_beside_advice_for_the_server_stands_for_whom_it_is(cast: SimpleNamespace, desk: Desk, route: str):
    assert "hand the sentence on to whoever looks after the server" in desk(cast.eve).get(reverse(route)).text


@pytest.mark.parametrize("route", ["system", "system-backup", "system-drill", "system-accept"])
@pytest.mark.parametrize("name", ["alice", "bob", "dora"])
def test_nobody_else_does_any_of_it(cast: SimpleNamespace, desk: Desk, route: str, name: str):
    browser = desk(getattr(cast, name))
    answer = browser.get(reverse(route)) if route == "system" else browser.post(reverse(route), {"reason": "x"})
    assert answer.status_code == 403
    assert running() is None


def test_only_administrators_begin_a_backup(cast: SimpleNamespace):
    with pytest.raises(NotAllowed):
        backup_start(actor=cast.alice)


@pytest.mark.django_db(transaction=True)
def test_a_backup_is_made_beside_the_page(cast: SimpleNamespace, desk: Desk, home: Path):
    assert desk(cast.eve).post(reverse("system-backup"))["Location"] == reverse("system")
    _wait()
    made = last_backup()
    assert made and Path(made.file).parent == home / "backups"
    assert Path(made.file).exists()
    assert Path(made.file).name in desk(cast.eve).get(reverse("system"), {"part": "backup"}).text


@pytest.mark.django_db(transaction=True)
def test_the_last_backup_is_put_back_for_trial_beside_the_page(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    for route in ("system-backup", "system-drill"):
        eve.post(reverse(route))
        _wait()
    assert (done := running()) and (done.drill, done.failed) == (True, "")
    assert last_drill()


def test_without_a_backup_there_is_nothing_to_try(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.eve).post(reverse("system-drill"))
    assert answer.status_code == 409
    assert "Make one first." in answer.text
    assert running() is None


def test_how_far_it_is_is_shown_and_a_second_one_waits(cast: SimpleNamespace, desk: Desk):
    begun = Running()
    begun.progress(3, 40)
    now._last[:] = [begun]
    page = desk(cast.eve).get(reverse("system"), {"part": "backup"}).text
    assert 'max="40" value="3"' in page and "every 2s" in page
    with pytest.raises(AlreadyRunning):
        backup_start(actor=CONSOLE)


def test_what_went_wrong_is_said(cast: SimpleNamespace, desk: Desk):
    failed = Running()
    failed.ended, failed.failed = True, "The disk is full."
    now._last[:] = [failed]
    assert "The disk is full." in desk(cast.eve).get(reverse("system")).text


def _wait() -> None:

    for thread in threading.enumerate():
        if thread.name == "backup":
            thread.join()
