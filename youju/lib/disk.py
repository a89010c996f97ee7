"""Whether an error says that the disk is full: neither the program's fault nor the person's."""

import errno

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
