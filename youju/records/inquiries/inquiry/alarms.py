"""Which alarms an inquiry has reached: so many working days without an answer, so many days without an end."""

from collections.abc import Callable
from datetime import date

from youju.lib import clock
from youju.lib.batches import batches
from youju.lib.deadlines import Calendar, DayType, Rule, days_used
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tree import home_unit
from youju.records.inquiries.inquiry.circles import inner_readers
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.moves import InquiryState
from youju.records.inquiries.inquiry.waits import UNANSWERED, waits_since


def waiting(*, paused: bool = False, heard: Callable[[str, bool], bool] = lambda _ref, _again: False) -> list[Inquiry]:
    """The inquiries that wait for their first answer, one that was reopened for its next; the oldest first.

    heard: of a reference, and whether it waits again, whether nothing more is to be said of it; these are not loaded.
    """
    rows = Inquiry.objects.filter(UNANSWERED, state__in=Inquiry.running()).order_by("happened", "ref")
    if not paused:
        rows = rows.exclude(state=InquiryState.PAUSED)
    asked = rows.values_list("pk", "ref", "answered_on", "reopened_on")
    wanted = [pk for pk, ref, answered, reopened in asked if not heard(ref, bool(answered and reopened))]
    loaded = rows.select_related("owner", "author", "unit").prefetch_related("pauses")
    return [each for batch in batches(wanted) for each in loaded.filter(pk__in=batch)]


def worked_days(inquiry: Inquiry, day: date, calendar: Calendar) -> int:
    """How many working days it has waited by ``day``; pauses do not count."""
    pauses = [pause.span for pause in inquiry.pauses.all()]
    return days_used(waits_since(inquiry), day, Rule(1, DayType.WORKING), calendar, pauses)


def leaders(inquiry: Inquiry) -> list[Member]:
    """The officers and signing leaders of the bureau itself, for the section of inquiries; of what is about the bureau
    whoever reads that.
    """
    if inquiry.inner:
        return inner_readers(inquiry)
    grants = RoleGrant.objects.current(clock.today()).filter(role__in=(Role.OFFICER, Role.SIGNER), unit=home_unit())
    held = grants.filter(member__is_active=True).select_related("member")
    return [grant.member for grant in held if grant.covers(inquiry.section)]
