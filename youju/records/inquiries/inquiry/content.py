"""The content that the milestones of an inquiry commit to. Nothing of the asker is among it."""

from datetime import date

from youju.records.heads.ledgered import Item
from youju.records.inquiries.inquiry.beside_rows import Pause
from youju.records.inquiries.inquiry.columns import InquiryColumns
from youju.records.inquiries.inquiry.moves import ANSWERED, GIVEN, RECEIVED, SETTLED


def taken_in(inquiry: InquiryColumns) -> list[Item]:
    """What came, and the limits that it came under: of every milestone."""
    return [
        ("number", inquiry.number),
        ("channel", inquiry.channel),
        ("foreign_number", inquiry.foreign_number),
        ("received_time", inquiry.received_time),
        ("topic", inquiry.topic.code if inquiry.topic else None),
        ("about_unit", inquiry.about_unit.code if inquiry.about_unit else None),
        ("text", inquiry.text),
        ("rule_name", inquiry.rule_name),
        ("day_type", inquiry.day_type),
        ("settle_type", inquiry.settle_type),
        ("inner", str(int(inquiry.inner))),
        *((name, str(getattr(inquiry, name))) for name in _NUMBERS),
        ("extra", _text(inquiry.extra)),
        *([("visitors", _text(inquiry.visitors))] if inquiry.visitors else []),
    ]


_NUMBERS = ("days", "extension", "decline_days", "settle_days", "update_days", "review_days")


def handled(inquiry: InquiryColumns, milestone: str) -> list[Item]:
    """What had come about by a milestone."""
    if milestone == RECEIVED:
        return [*_course(inquiry), ("passed_text", inquiry.passed_text), ("passed_to", inquiry.passed_to)]
    if milestone == SETTLED:
        return [("settled_on", _text(inquiry.settled_on)), ("reviewed_on", _text(inquiry.reviewed_on))]
    given = [item for answer in inquiry.sent() for item in answer.items()]
    if milestone == GIVEN:
        return [("work_days", _text(inquiry.work_days)), *given]
    assert milestone == ANSWERED
    return [("answered_on", _text(inquiry.answered_on)), ("on_time", str(int(inquiry.on_time))), *given]


def _course(inquiry: InquiryColumns) -> list[Item]:
    """How it went on, with the pauses: what a deadline is reckoned by."""
    days = (
        "answer_due",
        "accepted_on",
        "last_word_on",
        "reopened_on",
        "again_on",
        "review_asked_on",
        "solved_asked_on",
    )
    return [
        *((name, _text(getattr(inquiry, name))) for name in days),
        ("provisional", str(int(inquiry.provisional))),
        ("merged_into", inquiry.merged_into.ref if inquiry.merged_into else None),
        *((f"pause/{place}", f"{pause.first} {pause.last or ''}") for place, pause in enumerate(_pauses(inquiry), 1)),
    ]


def _pauses(inquiry: InquiryColumns) -> list[Pause]:
    return list(inquiry.pauses.all())


def _text(value: date | int | None) -> str | None:
    return None if value is None else str(value)
