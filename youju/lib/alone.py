"""One process at a time: whoever holds a file keeps others of this program off; it is let go when the process ends."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}  # a network disk that keeps nobody off


@contextmanager
def alone(file: Path, *, wait: bool) -> Iterator[None]:
    """Hold a file, made where there is none, or a folder. Raises BlockingIOError where it is held and wait is False."""
    handle = os.open(file, os.O_RDONLY if file.is_dir() else os.O_RDONLY | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        yield
    finally:
        os.close(handle)


def is_held(file: Path) -> bool:
    """Whether somebody holds a file; False where there is none, or no way to know."""
    try:
        handle = os.open(file, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    finally:
        os.close(handle)
    return False
