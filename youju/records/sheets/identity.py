"""The reference of a new row: derived from what the row is, so that the same file read twice adds nothing twice."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from youju.lib.canonical import lp
from youju.lib.refs import ALPHABET

_LABEL = b"youju-sheet-row-v1\0"
_LETTERS = 10


class Identities:
    """Counts rows that are alike: the first of them has one reference, the second another."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._seen: Counter[tuple[str, ...]] = Counter()

    def ref(self, parts: Sequence[str]) -> str:
        """parts: unit, day, sort and title; what else a row holds may change, and it is still the same row."""
        self._seen[tuple(parts)] += 1
        return derived_ref(self.kind, [*parts, str(self._seen[tuple(parts)])])


def derived_ref(kind: str, parts: Sequence[str]) -> str:
    """A reference of the usual form from the SHA-256 over the parts."""
    number = int.from_bytes(sha256(_LABEL + lp(kind) + b"".join(map(lp, parts))).digest(), "big")
    letters = ""
    for _place in range(_LETTERS):
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return f"{kind}-{letters}"
