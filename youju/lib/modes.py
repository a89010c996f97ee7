"""Who may read an installation's data: its own account and nobody else (folders 700, files 600)."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

UMASK = 0o077
_OTHERS = 0o077
# What Youju puts into its home. Anything else there is somebody else's, and is left as it is.
_OURS = (
    "youju.sqlite3*",
    "youju.test.sqlite3*",
    "*-key",
    "ledger-checkpoint*",
    "demo-password.txt",
    "evidence",
    "static",
    "backups",
    "restore-unfinished",
    "log",
)


def open_to_others(home: Path) -> Iterator[Path]:
    """What other accounts of the machine could read or enter; nothing below a folder that is closed to them."""
    if not home.is_dir() or not home.stat().st_mode & _OTHERS:
        return
    yield home
    yield from (path for path in _below(home) if _is_open(path))


def close(home: Path) -> None:
    """Close what is ours and open, as far as this account may.

    A home that was closed already is looked at no further: nobody gets in. A home that holds other things too, or
    that all may write to, stays open itself.
    """
    if not home.is_dir() or not home.stat().st_mode & _OTHERS:
        return
    for path in _below(home):
        if _is_open(path):
            _close(path)
    if set(home.iterdir()) <= set(_own(home)) and not home.stat().st_mode & stat.S_ISVTX:
        _close(home)


def _below(home: Path) -> Iterator[Path]:
    for path in _own(home):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from path.rglob("*")


def _own(home: Path) -> list[Path]:
    return sorted(path for pattern in _OURS for path in home.glob(pattern))


def _is_open(path: Path) -> bool:
    with suppress(OSError):  # gone meanwhile: a temporary file
        found = path.lstat()
        return not stat.S_ISLNK(found.st_mode) and bool(found.st_mode & _OTHERS)
    return False


def _close(path: Path) -> None:
    """Take others' rights away; only from what is this account's own."""
    with suppress(OSError):
        found = path.lstat()
        if found.st_uid == os.geteuid():
            path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)
