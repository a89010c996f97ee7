"""A text with its names replaced (脱敏): what was replaced where, and what still tells whose text it is."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Sort = Literal["place", "unit", "person", "year", "phone", "account", "number", "title", "chosen"]

RemainSort = Literal["rank", "date", "link", "rare", "name"]


class MaskedSpan(NamedTuple):
    """start, end: in the masked text. said: what stood there, from ``origin`` of the text as given."""

    start: int
    end: int
    said: str
    mask: str
    sort: Sort
    origin: int


class Remain(NamedTuple):
    """What a person decides on: a piece of the masked text that may still identify, with the sentence it stands in."""

    start: int
    end: int
    said: str
    sort: RemainSort
    sentence: str
    why: str

    def as_json(self) -> dict[str, object]:
        """The line that ``--json`` prints."""
        return {"start": self.start, "end": self.end, "said": self.said, "sort": self.sort, "why": self.why}


@dataclass(frozen=True, slots=True)
class MaskedText:
    """text: in which the same name has the same mask everywhere. spans, remains: in the order of the text."""

    text: str
    spans: tuple[MaskedSpan, ...]
    remains: tuple[Remain, ...] = ()
