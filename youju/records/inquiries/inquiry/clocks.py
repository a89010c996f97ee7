"""The clocks of an inquiry: first answer, next word, settling, review. Each is told apart and explained day by day.

Who is in charge changes none of them. Pauses stop the first answer and settling; the extension lengthens the last of
these two that the rule has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.lib.deadlines import Calendar, DayType, Deadline, Pause, Rule, days_used, deadline
from youju.orgs.calendar import office_calendar
from youju.records.inquiries.inquiry.columns import InquiryColumns


@dataclass(frozen=True)
class Clock:
    """done_on: the day on which what it waits for was done; until then it runs."""

    code: str
    label: str | Promise
    found: Deadline
    done_on: date | None = None

    @property
    def due(self) -> date | None:
        return self.found.due

    @property
    def runs(self) -> bool:
        return self.done_on is None

    @property
    def kept(self) -> bool | None:
        """Whether it was done by its day; None while it runs."""
        return None if self.done_on is None or self.due is None else self.done_on <= self.due


def clocks(inquiry: InquiryColumns, pauses: Sequence[Pause]) -> list[Clock]:
    """Every clock that the inquiry has by now, in the order in which they begin. One query."""
    calendar = office_calendar(inquiry.happened)
    found = [_answer(inquiry, calendar, pauses)]
    if inquiry.settle_days and inquiry.accepted_on:
        rule = Rule(inquiry.settle_days, DayType(inquiry.settle_type), extension=inquiry.extension)
        extra = min(inquiry.extra or 0, inquiry.extension)
        due = deadline(inquiry.accepted_on, rule, calendar, pauses, extra)
        found.append(Clock("settle", _("settling"), due, inquiry.settled_on))
    if inquiry.update_days and inquiry.last_word_on and inquiry.answered_on:
        due = deadline(inquiry.last_word_on, Rule(inquiry.update_days, DayType.WORKING), calendar)
        found.append(Clock("update", _("next word to the asker"), due, inquiry.settled_on))
    if inquiry.reopened_on:
        due = deadline(inquiry.reopened_on, Rule(inquiry.days, DayType(inquiry.day_type)), calendar, pauses)
        found.append(Clock("again", _("answer after it was reopened"), due, inquiry.again_on))
    if inquiry.review_days and inquiry.review_asked_on:
        due = deadline(inquiry.review_asked_on, Rule(inquiry.review_days, DayType.CALENDAR), calendar)
        found.append(Clock("review", _("answer to the review"), due, inquiry.reviewed_on))
    return found


def answer_clock(found: Sequence[Clock]) -> Clock | None:
    """By which clock an answer is waited for now, of those that run: of a review, of what was reopened, else the first.

    Settling and the next word are the bureau's own: whoever asked is told of answers.
    """
    waits = {clock.code: clock for clock in found if clock.runs}
    return next((waits[code] for code in ("review", "again", "answer") if code in waits), None)


def decline_until(inquiry: InquiryColumns) -> date | None:
    """The last day on which it can be passed on as not ours; None where the rule has no such limit."""
    if not inquiry.decline_days:
        return None
    rule = Rule(inquiry.decline_days, DayType.WORKING)
    return deadline(inquiry.happened, rule, office_calendar(inquiry.happened)).due


def waited(inquiry: InquiryColumns, until: date, pauses: Sequence[Pause]) -> int:
    """How many working days have counted from the receipt to ``until``, which is looked at too."""
    rule = Rule(1, DayType.WORKING)
    return days_used(inquiry.happened, until, rule, office_calendar(inquiry.happened), pauses)


def _answer(inquiry: InquiryColumns, calendar: Calendar, pauses: Sequence[Pause]) -> Clock:
    extension = 0 if inquiry.settle_days else inquiry.extension
    rule = Rule(inquiry.days, DayType(inquiry.day_type), extension=extension)
    extra = min(inquiry.extra or 0, extension)
    return Clock(
        "answer", _("first answer"), deadline(inquiry.happened, rule, calendar, pauses, extra), inquiry.answered_on
    )
