"""A log behind or beside its last checkpoint outside is written to only once somebody has decided, on record."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from tests.desk.conftest import Desk, desk  # noqa: F401  # a fixture
from tests.records.cast import verified, visits
from youju.backups import outside
from youju.backups.backup import backup_write
from youju.backups.errors import PlaceGone
from youju.backups.outside import NoStandstill, ReasonMissing, Standstill, put_outside, standstill, standstill_end
from youju.backups.reading import opened
from youju.backups.restore import restore
from youju.cli.main import main
from youju.clockwork.jobs import JOBS
from youju.clockwork.tick import tick
from youju.errors import NotAllowed
from youju.ledger import checkpoint, triggers
from youju.machine.checks import check_of
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member
from youju.orgs.setting_verbs import setting_change
from youju.records.sealing import committed


@pytest.fixture(autouse=True)
def asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "_sound", {})


@pytest.fixture
def folder(bureau: SimpleNamespace, tmp_path: Path) -> Path:
    folder = tmp_path / "notary"
    folder.mkdir()
    setting_change(name="checkpoint_place", text=str(folder), actor=CONSOLE)
    return folder


@pytest.fixture
def behind(bureau: SimpleNamespace, folder: Path, elsewhere: Callable[[], Path], tmp_path: Path) -> SimpleNamespace:
    """An old backup put back after a newer checkpoint had left the machine."""
    made = backup_write(file=tmp_path / "old.youju", actor=CONSOLE)
    verified(visits(bureau.bob, bureau.hill, 9), bureau.bob, bureau.alice)
    committed.sign(actor=CONSOLE.token)
    put_outside()
    elsewhere()
    with opened(made.file) as backup:
        restore(backup, actor=CONSOLE)
    return SimpleNamespace(**{name: Member.objects.get(username=name) for name in ("alice", "bob", "eve")})


def test_time_puts_the_signature_outside(folder: Path):
    assert [outcome for outcome in tick(JOBS) if outcome.failed] == []
    assert [checkpoint.verify_checkpoint(file.read_text()).size for file in folder.iterdir()]
    assert standstill() is None
    assert check_of("checkpoint-place").findings() == []


def test_a_log_that_has_grown_since_goes_on(bureau: SimpleNamespace, folder: Path):
    put_outside()
    verified(visits(bureau.bob, bureau.hill, 9), bureau.bob, bureau.alice)
    assert standstill() is None


def test_a_folder_that_is_gone_is_said_and_stops_nobody(bureau: SimpleNamespace, folder: Path):
    put_outside()
    shutil.rmtree(folder)
    assert standstill() is None
    with pytest.raises(PlaceGone):
        put_outside()
    assert str(folder) in " ".join(check_of("checkpoint-place").findings())


def test_a_log_that_is_behind_is_not_signed(behind: SimpleNamespace):
    assert isinstance(standstill(), Standstill)
    failed = {outcome.job.code for outcome in tick(JOBS) if outcome.failed}
    assert failed == {"checkpoint", "checkpoint-out"}
    assert check_of("checkpoint-place").findings() != []


@pytest.mark.parametrize(
    "args",
    [
        ("verify", "statistic-1:1", "--by", "alice"),
        ("import", "statistic", "none.xlsx", "--by", "alice"),
        ("import", "bureau", "none.xlsx"),
        ("invite", "--role", "liaison"),
        ("calendar", "fill"),
        ("setting", "late_days", "5"),
        ("live",),
    ],
)
def test_no_command_writes_then(behind: SimpleNamespace, capsys: pytest.CaptureFixture[str], args: tuple[str, ...]):
    before = AuditRow.objects.count()
    with translation.override(translation.get_language()):
        assert main(args) == 2
    assert "youju ledger accept" in capsys.readouterr().err
    assert AuditRow.objects.count() == before


def test_nothing_is_saved_at_the_desk_and_everything_is_read(behind: SimpleNamespace, desk: Desk):  # noqa: F811  # the fixture
    officer = desk(behind.alice)
    assert officer.get(reverse("workbench")).status_code == 200
    answer = officer.post(reverse("password"), {"old_password": "x"})
    assert answer.status_code == 409
    assert "checkpoint-" in answer.text
    assert officer.post(reverse("set_language"), {"language": "en"}).status_code == 302


def test_an_administrators_decision_is_on_record_and_lets_it_go_on(behind: SimpleNamespace):
    with pytest.raises(NotAllowed):
        standstill_end(reason="restored", actor=behind.alice)
    with pytest.raises(ReasonMissing):
        standstill_end(reason=" ", actor=behind.eve)
    standstill_end(reason="磁盘损坏，恢复了昨天的备份", actor=behind.eve)
    row = AuditRow.objects.get(action="ledger.accept")
    assert (row.actor, row.detail["reason"]) == (behind.eve.token, "磁盘损坏，恢复了昨天的备份")
    assert standstill() is None
    assert [outcome for outcome in tick(JOBS) if outcome.failed] == []
    with pytest.raises(NoStandstill):
        standstill_end(reason="again", actor=behind.eve)


def test_a_log_beside_it_is_found_too(bureau: SimpleNamespace, folder: Path):
    put_outside()
    triggers.remove()
    call_command("flush", verbosity=0, interactive=False)
    triggers.install()
    from tests.records.cast import make_cast

    cast = make_cast()
    setting_change(name="checkpoint_place", text=str(folder), actor=CONSOLE)
    for quantity in range(8):
        verified(visits(cast.bob, cast.hill, quantity + 1), cast.bob, cast.alice)
    found = standstill()
    assert found is not None
    assert "rewritten" in str(found.details["why"]) or "改写" in str(found.details["why"])
