"""What the disk tells: that it is full, which is nobody's fault, and how old a file is by its own clock."""

import errno
import time
from datetime import timedelta
from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT}
# What SQLite and PostgreSQL say; their errors carry no number.
_SAID = ("disk is full", "no space left on device", "could not extend file")


def is_full(error: BaseException) -> bool:
    """True where the error, or one that it came from, is for want of room."""
    seen: BaseException | None = error
    while seen is not None:
        if getattr(seen, "errno", None) in _FULL or any(words in str(seen).lower() for words in _SAID):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def is_older(file: Path, age: timedelta) -> bool:
    """Whether a file was last written longer ago than that, by the clock that the disk goes by."""
    return file.stat().st_mtime < time.time() - age.total_seconds()
