"""A small bureau with records, evidence and a signed ledger, in a home of its own; and that home emptied."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytest_django import Settings


@pytest.fixture
def home(settings: Settings, tmp_path: Path) -> Path:
    move_home(settings, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def bureau(transactional_db: None, home: Path) -> SimpleNamespace:
    """The cast, two verified records, a draft, two files, a correction asked for; the ledger is signed."""
    from tests.records.cast import make_cast, verified, visits
    from youju.evidence import store
    from youju.orgs.actors import CONSOLE
    from youju.records.sealing import committed

    cast = make_cast()
    for quantity in (17, 5):
        verified(visits(cast.bob, cast.hill, quantity), cast.bob, cast.alice)
    visits(cast.bob, cast.hill, 3)
    for number in range(2):
        text = f"签到表 {number}\n" * 40
        store.receive(content=BytesIO(text.encode()), name="签到.txt", received_by=cast.bob.token)
    committed.sign(actor=CONSOLE.token)
    return cast


@pytest.fixture
def elsewhere(settings: Settings, tmp_path: Path) -> Callable[[], Path]:
    """Make this process an empty installation: no rows, and another home."""

    def leave() -> Path:
        from django.core.management import call_command

        from youju.ledger import triggers

        triggers.remove()
        call_command("flush", verbosity=0, interactive=False)
        triggers.install()
        move_home(settings, tmp_path / "elsewhere")
        return tmp_path / "elsewhere"

    return leave


def move_home(settings: Settings, home: Path) -> None:
    home.mkdir()
    settings.HOME, settings.EVIDENCE_FOLDER = home, home / "evidence"
