"""Late (补录): handed in more days after the event than the bureau allows without a reason."""

from datetime import date, timedelta

from youju.lib import clock
from youju.orgs.settings import setting


def is_late(happened: date, handed_in_on: date | None = None, late_days: int | None = None) -> bool:
    """Whether a record of that day must say why it comes late.

    handed_in_on: the day it was first handed in; None where it is handed in today. late_days: the setting of this
    name, where many are asked for at once.
    """
    allowed = timedelta(days=setting("late_days") if late_days is None else late_days)
    return (handed_in_on or clock.today()) - happened > allowed
