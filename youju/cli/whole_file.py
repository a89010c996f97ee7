"""A file that a command writes: all of it or nothing, so that no reader ever sees half of one."""

import os
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Raises OSError; what stood there before stays then."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
