"""The reference of a new row: derived from what the row is, so that the same file read twice adds nothing twice."""

from collections import Counter
from collections.abc import Sequence

from youju.records.heads.refs import derived_ref


class Identities:
    """Counts rows that are alike: the first of them has one reference, the second another."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._seen: Counter[tuple[str, ...]] = Counter()

    def ref(self, parts: Sequence[str]) -> str:
        """parts: unit, day, sort and title; what else a row holds may change, and it is still the same row."""
        self._seen[tuple(parts)] += 1
        return derived_ref(self.kind, [*parts, str(self._seen[tuple(parts)])])
