"""Messages left on the site that nobody has answered, as an inspection of the site counts them.

Accusations are left out for everybody: how many there are is told to none but those who handle them.
"""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, Q

from youju.orgs.settings import settings_of
from youju.records.inquiries.channels import Channel, InquirySort
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.waits import UNANSWERED, waits_since_before

_ON_SITE = (Channel.ONLINE, Channel.SITE_FAULT)


class Unanswered(NamedTuple):
    """long: those without an answer until the first of the hard alarms. refused: of these, those for which the
    inspection refuses the site. long_days, refused_days: after how many days that is.
    """

    long: int
    refused: int
    long_days: int
    refused_days: int


def unanswered_on_site(day: date) -> Unanswered:
    """How it stands on a day, paused ones among them. One query."""
    red, refused_days = settings_of("red_alarm_days", "site_answer_days")
    long_days = min(red)
    rows = Inquiry.objects.filter(UNANSWERED, state__in=Inquiry.running(), channel__in=_ON_SITE)
    counts = rows.exclude(sort=InquirySort.ACCUSATION).aggregate(
        **{
            name: Count("pk", filter=Q(waits_since_before(day - timedelta(days=days))))
            for name, days in (("long", long_days), ("refused", refused_days))
        }
    )
    return Unanswered(counts["long"], counts["refused"], long_days, refused_days)
