"""A drill: a backup put back into a temporary home and verified there, by the very commands one would use in need."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import transaction

from youju.backups.reading import Backup
from youju.lib.alone import alone
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.phrases import reader_language


def drill(*, file: Path, backup: Backup, actor: Actor) -> list[str]:
    """What is wrong, line by line; empty where the backup is whole, which is then on record.

    The copy is an SQLite one, whatever database the backup was made of, and is gone afterwards. One at a time.
    """
    with _empty_home() as home:
        for arguments in (["restore", str(file.resolve())], ["ledger", "verify"]):
            status, said = _run(str(home), arguments)
            if status:
                return said.splitlines() or [f"youju {arguments[0]}: {status}"]
    _note(backup, actor)
    return []


@contextmanager
def _empty_home() -> Iterator[Path]:
    """A place inside this home: closed to others, on a disk with room, and found again after a drill was killed."""
    place = Path(settings.HOME) / "drill"
    place.mkdir(mode=0o700, exist_ok=True)
    with alone(place, wait=True):
        home = place / "home"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(mode=0o700)
        try:
            yield home
        finally:
            shutil.rmtree(home)


@transaction.atomic
def _note(backup: Backup, actor: Actor) -> None:
    manifest = backup.manifest
    audit.write(actor=actor, action="backup.drill", target="backup", made=manifest.made, root=manifest.root)


def _run(home: str, arguments: list[str]) -> tuple[int, str]:
    without = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "YOUJU_HOME"}}
    language = reader_language()
    done = subprocess.run(
        [sys.executable, "-m", "youju.cli.main", "--lang", language, *arguments],
        env=without | {"YOUJU_HOME": home, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr
