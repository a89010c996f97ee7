"""Late (补录): handed in more days after the event than the bureau allows without a reason."""

from datetime import date, timedelta

from django.conf import settings

from youju.lib import clock


def is_late(happened: date) -> bool:
    """Whether a record of that day, handed in today, must say why it comes late."""
    return clock.today() - happened > timedelta(days=settings.LATE_DAYS)
