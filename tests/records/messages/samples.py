"""Group messages as they might be written, all invented, each with what it tells. Read on Thursday 20 November 2025.

A line holds the kind, the first day on which it happened, and the message; ｜ stands for a new line of it, ``none`` for
a day that it does not say.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

TODAY = date(2025, 11, 20)
_FOLDER = Path(__file__).parent


class Sample(NamedTuple):
    text: str
    kind: str
    day: date | None


def _samples(name: str) -> tuple[Sample, ...]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return tuple(_sample(*line.split(maxsplit=2)) for line in lines)


def _sample(kind: str, day: str, text: str) -> Sample:
    return Sample(text.replace("｜", "\n"), kind, None if day == "none" else date.fromisoformat(day))


SAMPLES = _samples("seen.txt")

# Written after the words of the kinds were settled, and no word was added for them.
UNSEEN = _samples("unseen.txt")
