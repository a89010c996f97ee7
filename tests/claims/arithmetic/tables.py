"""The tables of sentences: what each file holds is said in its first line."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent


class Case(NamedTuple):
    """A text, and the code and the words of the one finding it must give."""

    text: str
    code: str = ""
    said: str = ""


def cases(name: str) -> list[Case]:
    """Read a table; lines that begin with # are comments, and ⏎ stands for a line break."""
    lines = (FOLDER / f"{name}.txt").read_bytes().decode("utf-8").splitlines()
    return [_case(line) for line in lines if line.strip() and not line.startswith("#")]


def _case(line: str) -> Case:
    *about, text = (part.strip() for part in line.split(" | "))
    code, said = about or ("", "")
    return Case(text.replace("⏎", "\n"), code, said)
