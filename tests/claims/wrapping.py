"""A text as a program with a margin gives it."""

from __future__ import annotations

import unicodedata


def wrapped(text: str, width: int, *, columns: bool = False) -> str:
    """Break each line where it is full, wherever that may be; in columns a Chinese character takes two."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for sign in paragraph:
            takes = 2 if columns and unicodedata.east_asian_width(sign) in "WF" else 1
            if used + takes > width:
                lines.append(line)
                line, used = "", 0
            line, used = line + sign, used + takes
        lines.append(line)
    return "\n".join(lines)
