"""A drill: a backup put back into a temporary home and verified there, by the very commands one would use in need."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.db import transaction

from youju.backups.reading import Backup
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.phrases import reader_language


def drill(*, file: Path, backup: Backup, actor: Actor) -> list[str]:
    """What is wrong, line by line; empty where the backup is whole, which is then on record.

    The copy is an SQLite one, whatever database the backup was made of, and is gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="youju-drill-") as home:
        for arguments in (["restore", str(file.resolve())], ["ledger", "verify"]):
            status, said = _run(home, arguments)
            if status:
                return said.splitlines() or [f"youju {arguments[0]}: {status}"]
    _note(backup, actor)
    return []


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
