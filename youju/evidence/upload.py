"""A file on its way in, and how its bytes are looked through without holding them all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

CHUNK = 256 * 1024
# The longest thing that any pattern looks for; what spans two chunks is found too.
_OVERLAP = 256


@dataclass(frozen=True, slots=True)
class Upload:
    """Content that can be sought in, its safe name, and its size in bytes."""

    content: IO[bytes]
    name: str
    size: int

    def read(self, start: int, length: int) -> bytes:
        """Up to ``length`` bytes from ``start``; fewer where the content ends."""
        self.content.seek(start)
        return self.content.read(length)

    def holds(self, pattern: re.Pattern[bytes], start: int = 0) -> bool:
        """Whether the pattern occurs at or after ``start``."""
        self.content.seek(start)
        return holds(self.content, pattern)


def chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The rest of a stream, piece by piece."""
    while chunk := stream.read(CHUNK):
        yield chunk


def holds(stream: IO[bytes], pattern: re.Pattern[bytes]) -> bool:
    """Whether the pattern occurs in the rest of a stream. Where it does not, the whole stream was read."""
    tail = b""
    for chunk in chunks(stream):
        window = tail + chunk
        if pattern.search(window):
            return True
        tail = window[-_OVERLAP:]
    return False
