"""What the milestones of an inquiry count, at the unit that handles it, whomever it is about."""

from collections import Counter

from youju.ledger.facts import FactLine
from youju.records.inquiries.inquiry.columns import InquiryColumns
from youju.records.inquiries.inquiry.moves import ANSWERED, RECEIVED, SETTLED


def facts_of(inquiry: InquiryColumns, milestone: str) -> tuple[FactLine, ...]:
    """The facts of one milestone."""
    if milestone == RECEIVED:
        return (_by_channel(inquiry, "received"), *_by_topic(inquiry), *_visitors(inquiry))
    if milestone == ANSWERED:
        return (_by_channel(inquiry, "answered"), _by_channel(inquiry, "on_time", int(inquiry.on_time)))
    if milestone == SETTLED:
        return (_by_channel(inquiry, "settled"),)
    return _work(inquiry)


def _by_channel(inquiry: InquiryColumns, measure: str, quantity: int = 1) -> FactLine:
    return inquiry.fact(f"inquiries.{measure}", quantity, category=inquiry.channel)


def _by_topic(inquiry: InquiryColumns) -> tuple[FactLine, ...]:
    """An accusation counts under no topic: few enough of one would tell whom it is about."""
    if inquiry.topic is None or inquiry.is_accusation:
        return ()
    return (inquiry.fact("inquiries.topics", 1, category=inquiry.topic.code),)


def _visitors(inquiry: InquiryColumns) -> tuple[FactLine, ...]:
    """Whoever came, person by person: 批 are counted as inquiries received, 人次 here."""
    return (inquiry.fact("inquiries.visitors", inquiry.visitors),) if inquiry.visitors else ()


def _work(inquiry: InquiryColumns) -> tuple[FactLine, ...]:
    """Every answer on the day it was given, and how many working days the first took."""
    days = Counter(answer.sent_on for answer in inquiry.sent() if answer.sent_on)
    given = [inquiry.fact("inquiries.answers_given", n)._replace(day=day) for day, n in sorted(days.items())]
    if inquiry.answered_on and inquiry.work_days:
        took = inquiry.fact("inquiries.work_days", inquiry.work_days)
        given.append(took._replace(day=inquiry.answered_on))
    return tuple(given)
