"""The installation's secret key: made once, kept beside the data, readable by its owner only."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

FILE = "secret-key"


def secret_key(home: Path) -> str:
    """Read the key in ``home``, making folder and key where there is none yet."""
    file = home / FILE
    if not file.exists():
        home.mkdir(parents=True, exist_ok=True)
        _make(file)
    return file.read_text("ascii").strip()


def _make(file: Path) -> None:
    """Whole or not at all: of several requests that are the first of an installation all read the same key."""
    handle, draft = tempfile.mkstemp(dir=file.parent)  # readable by its owner only
    with os.fdopen(handle, "w") as out:
        out.write(secrets.token_urlsafe(48))
    with suppress(FileExistsError):  # another one was quicker
        os.link(draft, file)
    Path(draft).unlink()
