"""Whether inquiries are answered on time and settled, by the unit that handles them and the month of the receipt.

Only what is done about them, never how many complain: no comparison of units by what others say.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from youju.records.inquiries.channels import InquirySort
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.moves import UNCOUNTED


class Handled(NamedTuple):
    """Of what a unit has of one month: how many of these were received, answered, and so on."""

    unit: str
    month: int
    received: int
    answered: int
    on_time: int
    settled: int
    reopened: int


def handled_by(rows: "QuerySet[Inquiry]", year: int) -> list[Handled]:
    """By unit name and month, without accusations. rows: those that the reader may read. One query."""
    asked = rows.filter(happened__year=year).exclude(sort=InquirySort.ACCUSATION).exclude(state__in=UNCOUNTED)
    found: dict[tuple[str, int], list[Inquiry]] = defaultdict(list)
    for each in asked.select_related("unit"):
        found[str(each.unit), each.happened.month].append(each)
    return [_handled(unit, month, some) for (unit, month), some in sorted(found.items())]


def _handled(unit: str, month: int, some: Iterable[Inquiry]) -> Handled:
    some = list(some)
    return Handled(
        unit,
        month,
        len(some),
        sum(each.answered_on is not None for each in some),
        sum(each.on_time for each in some),
        sum(each.settled_on is not None for each in some),
        sum(each.reopened_on is not None for each in some),
    )
