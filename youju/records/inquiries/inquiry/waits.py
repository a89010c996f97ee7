"""How many days an inquiry waits for its answer, and from when on that stands in red wherever it is seen."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import ngettext

from youju.orgs.settings import setting
from youju.records.inquiries.inquiry.columns import InquiryColumns

# It waits for its first answer; one that was reopened waits for its next.
UNANSWERED = Q(answered_on=None) | Q(reopened_on__isnull=False, again_on=None)


def is_again(inquiry: InquiryColumns) -> bool:
    """Whether it waits for the answer after it was reopened: its alarms begin anew."""
    return inquiry.answered_on is not None and inquiry.reopened_on is not None


def waits_since(inquiry: InquiryColumns) -> date:
    """The day on which it came, or was reopened."""
    again = inquiry.reopened_on if is_again(inquiry) else None
    return again or inquiry.happened


def days(inquiry: InquiryColumns, day: date) -> int:
    """How many calendar days it has waited by ``day``, pauses and all."""
    return (day - waits_since(inquiry)).days


def waits_long(day: date) -> Q:
    """Over the rows of inquiries: those that have waited by ``day`` until the first of the hard alarms, paused or not.

    Whoever asks narrows to what runs.
    """
    return waits_since_before(day - timedelta(days=min(setting("red_alarm_days"))))


def waits_since_before(last: date) -> Q:
    """Over the rows of inquiries: those that came, or were reopened, by the day ``last`` and have no answer since."""
    again = Q(answered_on__isnull=False, reopened_on__lte=last, again_on=None)
    return Q(answered_on=None, happened__lte=last) | again


def red_word(inquiry: InquiryColumns, day: date) -> str:
    """How long an inquiry that runs has waited, where that is too long; else nothing."""
    answered = inquiry.answered_on is not None and not (is_again(inquiry) and inquiry.again_on is None)
    waited = days(inquiry, day)
    if answered or waited < min(setting("red_alarm_days")):
        return ""
    return ngettext("no answer for %(count)d day", "no answer for %(count)d days", waited) % {"count": waited}
