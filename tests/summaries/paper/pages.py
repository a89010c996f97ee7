"""What stands where on the pages of a PDF, read from the positions of its letters: no other program is needed."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfReader

MM = 72 / 25.4
HEIGHT = 297 * MM


class Line(NamedTuple):
    """x: where its first letter begins, from the left; y: its base line, from the top; both in points."""

    x: float
    y: float
    size: float
    text: str


def lines_of(pdf: bytes) -> Iterator[list[Line]]:
    """The lines of each page, from the top; letters on one base line are one line."""
    for page in PdfReader(BytesIO(pdf)).pages:
        found: list[Line] = []

        def note(
            text: str, cm: list[float], tm: list[float], font: object, size: float, found: list[Line] = found
        ) -> None:
            if text.strip():
                found.append(Line(cm[4] + tm[4], HEIGHT - cm[5] - tm[5], size, text.strip("\n")))

        page.extract_text(visitor_text=note)
        yield _joined(found)


def _joined(pieces: list[Line]) -> list[Line]:
    rows: dict[int, list[Line]] = {}
    for piece in pieces:
        rows.setdefault(round(piece.y), []).append(piece)
    return [row[0]._replace(text="".join(piece.text for piece in row)) for _, row in sorted(rows.items())]
