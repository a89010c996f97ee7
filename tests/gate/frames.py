"""Frames of leaks and of clean texts, kept as text: one a line, ⏎ a new line in it, ⇥ a tab.

A section a kind of leak, ``[clean]`` for what must pass; lines with # are about the file.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "written"
_CLEAN = "clean"


class Frames(NamedTuple):
    """leaks: by their kind."""

    leaks: dict[str, tuple[str, ...]]
    clean: tuple[str, ...]


@cache
def read_frames(name: str) -> Frames:
    """Those of a file in ``written/``."""
    found: dict[str, list[str]] = {}
    kind = ""
    for line in (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            kind = line[1:-1]
            found[kind] = []
        elif line and not line.startswith("#"):
            found[kind].append(line.replace("⏎", "\n").replace("⇥", "\t"))
    clean = found.pop(_CLEAN)
    return Frames({kind: tuple(frames) for kind, frames in found.items()}, tuple(clean))
