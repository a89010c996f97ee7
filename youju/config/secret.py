"""The installation's secret key: made once, kept beside the data, readable by its owner only."""

import os
import secrets
from pathlib import Path


def secret_key(home: Path) -> str:
    """Read the key in ``home``, making folder and key where there is none yet."""
    file = home / "secret-key"
    home.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text("ascii").strip()
    with os.fdopen(handle, "w") as out:
        out.write(key := secrets.token_urlsafe(48))
    return key
