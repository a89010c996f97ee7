"""When something is due next, written down as the calendar is known now."""

from youju.records.heads.ledgered import Ledgered
from youju.records.inquiries.inquiry.clocks import Clock, clocks
from youju.records.inquiries.inquiry.columns import InquiryColumns


def clocks_of(inquiry: InquiryColumns) -> list[Clock]:
    """The clocks that run or ran, explained. Two queries."""
    return clocks(inquiry, [pause.span for pause in inquiry.pauses.order_by("first", "pk")])


def keep_dues(inquiry: InquiryColumns) -> None:
    """Write the due days of the row and its head, where they are others; of what is paused or over nothing is due."""
    found = clocks_of(inquiry)
    running = [clock for clock in found if clock.runs]
    waits = inquiry.state in inquiry.timed()
    answer_due, provisional = found[0].due, any(clock.found.provisional for clock in running)
    if (answer_due, provisional) != (inquiry.answer_due, inquiry.provisional):
        inquiry.keep(answer_due=answer_due, provisional=provisional)
    due_on = min((clock.due for clock in running if clock.due and waits), default=None)
    if due_on != inquiry.due_on:
        inquiry.due_on = due_on
        Ledgered.objects.filter(pk=inquiry.pk).update(due_on=due_on)
