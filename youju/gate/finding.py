"""A finding of the gate: where something stands that must not go out, told so that the telling leaks nothing."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """rule: code of the row in rules.py. part: the file or field; sort, at: where in it. excerpt: masked."""

    rule: str
    part: str
    sort: str
    at: str
    excerpt: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, str]) -> "Finding":
        return cls(**kept)
