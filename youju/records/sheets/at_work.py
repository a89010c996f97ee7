"""Which imports somebody is at work on, and how far each is: in a file that its process holds, for all of this home.

The database could not tell: inside an import's one transaction nothing can be written for others to read. However a
process ends, the system lets go of what it holds.
"""

from contextlib import ExitStack, suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from youju.lib.alone import alone, is_held
from youju.lib.disk import is_older

_KEPT = timedelta(days=2)


class Hold:
    """Being at work on one import, from when it is made until it ends.

    Raises BlockingIOError where somebody else is and wait is False.
    """

    def __init__(self, job: int, *, wait: bool) -> None:
        self._file, self._held = _file(job), ExitStack()
        self._file.parent.mkdir(exist_ok=True)
        self._held.enter_context(alone(self._file, wait=wait))
        self.tell(0, 1)

    def tell(self, done: int, of: int) -> None:
        self._file.write_text(f"{done} {of}", encoding="ascii")

    def end(self) -> None:
        """Let go. The file stays: whoever waits for it would hold another one than those who come later."""
        self._held.close()


def progress_of(job: int) -> tuple[int, int] | None:
    """What is done and of how much; None where nobody is at work on it."""
    file = _file(job)
    if not is_held(file):
        return None
    told = file.read_text(encoding="ascii").split()
    return (int(told[0]), int(told[1])) if len(told) == 2 else (0, 1)  # it is being written just now


def holds_prune() -> None:
    """Delete the files of imports that ended days ago."""
    for file in _folder().glob("*"):
        with suppress(FileNotFoundError):
            if is_older(file, _KEPT) and not is_held(file):
                file.unlink()


def _folder() -> Path:
    return Path(settings.HOME) / "imports"


def _file(job: int) -> Path:
    return _folder() / str(job)
