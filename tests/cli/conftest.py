"""The command line as a person meets it: what it prints where, and its exit status."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings
from django.utils import translation

from youju.cli.main import main


class Said(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def youju(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """Run one command; afterwards the language is again as it was."""
    monkeypatch.setenv("LANGUAGE", "")

    def run(*args: str) -> Said:
        with translation.override(translation.get_language()):
            status = main(args)
        return Said(status, *capfd.readouterr())

    return run


@pytest.fixture(autouse=True)
def forgotten_checkpoint() -> Iterator[None]:
    """The next test's log is another one, and must not be held to this test's checkpoint."""
    kept = Path(settings.HOME) / "ledger-checkpoint"
    kept.unlink(missing_ok=True)
    yield
    kept.unlink(missing_ok=True)
