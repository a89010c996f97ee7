"""A figure as some text states it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from youju.lib.traditional import simplified

Span = tuple[int, int]


class Claim(NamedTuple):
    """One figure: where it stands, what it says, and what it stands under.

    Offsets are characters of the text as given. `value` has 万 and 亿 multiplied out and is None for 数十.
    `shared` are earlier spans whose meaning the claim takes over (the head of a list, the total before 其中).
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    unit: str
    kind: str
    approx: str
    subject: str
    section: str
    heading: str
    clause: Span
    sentence: Span
    shared: tuple[Span, ...]
    place: str
    period: str
    level: str

    def given(self, text: str) -> Claim:
        """The same as a text writes it that was folded before it was read: 條 where 条 was read."""
        written = text[self.start : self.end]
        return self._replace(text=written, unit=as_written(self.unit, self.text, written))

    def folded(self) -> Claim:
        """The same in simplified characters."""
        return self._replace(text=simplified(self.text), unit=simplified(self.unit))

    def as_json(self) -> dict[str, object]:
        """Give the fields that machine output prints, with plain JSON values."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "value": _plain_number(self.value),
            "unit": self.unit,
            "kind": self.kind,
            "approx": self.approx,
            "subject": self.subject,
            "section": self.section,
        }


def _plain_number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def as_written(word: str, plain: str, written: str) -> str:
    """A measure word as it stands in a figure's own text. plain: the same text, folded."""
    at = plain.rfind(word) if word and plain != written else -1
    found = written[at : at + len(word)] if at >= 0 else word
    return found if simplified(found) == word else word  # ％ stays %
