"""Which alarms an inquiry has reached: so many working days without an answer, so many days without an end."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from youju.lib import clock
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.settings import setting
from youju.orgs.tree import home_unit
from youju.records.inquiries.inquiry.clocks import waited
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.moves import InquiryState


def waiting(*, paused: bool = False) -> Iterator[Inquiry]:
    """The inquiries that wait for their first answer, one that was reopened for its next; the oldest first."""
    unanswered = Q(answered_on=None) | Q(reopened_on__isnull=False, again_on=None)
    rows = Inquiry.objects.filter(unanswered, state__in=Inquiry.running()).order_by("happened", "ref")
    if not paused:
        rows = rows.exclude(state=InquiryState.PAUSED)
    yield from rows.select_related("owner", "author", "unit").prefetch_related("pauses")


def working_days(inquiry: Inquiry, day: date) -> list[int]:
    """The steps reached by ``day`` in working days; pauses do not count."""
    steps: tuple[int, ...] = setting("answer_alarm_days")
    count = waited(inquiry, day, [pause.span for pause in inquiry.pauses.all()])
    return [step for step in steps if count >= step]


def red_days(inquiry: Inquiry, day: date) -> list[int]:
    """The steps reached by ``day`` in calendar days since the receipt."""
    steps: tuple[int, ...] = setting("red_alarm_days")
    return [step for step in steps if (day - inquiry.happened).days >= step]


def leaders(inquiry: Inquiry) -> list[Member]:
    """The officers and signing leaders of the bureau itself, for the section of inquiries."""
    grants = RoleGrant.objects.current(clock.today()).filter(role__in=(Role.OFFICER, Role.SIGNER), unit=home_unit())
    held = grants.filter(member__is_active=True).select_related("member")
    return [grant.member for grant in held if grant.covers(inquiry.section)]
