"""Topic digest (来件主题分析): what was asked in a month, by topic and channel. Accusations are no part of it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from youju.records.inquiries.channels import Channel, InquirySort
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.moves import UNCOUNTED

Counts = tuple[tuple[str, int], ...]
"""How many by each channel, with its label; the channels of all lines are the same."""


class TopicLine(NamedTuple):
    """open: not answered yet. subjects: the first few."""

    name: str
    counts: Counts
    total: int
    open: int
    subjects: tuple[str, ...]


class Digest(NamedTuple):
    """lines: whatever was asked most first; those without a topic last."""

    lines: tuple[TopicLine, ...]
    totals: Counts
    total: int

    @property
    def open(self) -> int:
        """How many are not answered yet."""
        return sum(line.open for line in self.lines)


def digest_of(rows: "QuerySet[Inquiry]", first: date, last: date, *, most: int = 3) -> Digest:
    """Of these rows those received from ``first`` to ``last``, both included. One query."""
    kept = rows.filter(happened__range=(first, last)).exclude(sort=InquirySort.ACCUSATION).exclude(state__in=UNCOUNTED)
    asked = list(kept.select_related("topic").order_by("happened", "pk"))
    codes = [code for code in Channel.values if any(each.channel == code for each in asked)]
    names = list(dict.fromkeys(each.topic.name if each.topic else "" for each in asked))
    lines = [_line(name, [each for each in asked if (each.topic.name if each.topic else "") == name], codes, most)
             for name in names]  # fmt: skip
    lines.sort(key=lambda line: (not line.name, -line.total, line.name))
    return Digest(tuple(lines), _counts(asked, codes), len(asked))


def _counts(asked: Sequence[Inquiry], codes: Sequence[str]) -> Counts:
    return tuple((str(Channel(code).label), sum(each.channel == code for each in asked)) for code in codes)


def _line(name: str, asked: Sequence[Inquiry], codes: Sequence[str], most: int) -> TopicLine:
    return TopicLine(
        name,
        _counts(asked, codes),
        len(asked),
        sum(each.answered_on is None for each in asked),
        tuple(dict.fromkeys(each.title for each in asked))[:most],
    )
