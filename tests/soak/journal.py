"""What the server acknowledged, written down by the clients and forced to the disk before they go on."""

import os
from collections import Counter
from pathlib import Path
from threading import Lock


class Journal:
    def __init__(self, file: Path) -> None:
        self._out = file.open("a", encoding="utf-8")
        self._file, self._lock = file, Lock()

    def note(self, act: str, ref: str) -> None:
        with self._lock:
            self._out.write(f"{act} {ref}\n")
            self._out.flush()
            os.fsync(self._out.fileno())

    def count(self) -> int:
        return sum(self.acts().values())

    def acts(self) -> Counter[tuple[str, str]]:
        """How often each act on each record was acknowledged."""
        lines = self._file.read_text("utf-8").splitlines()
        return Counter((act, ref) for act, ref in map(str.split, lines))
