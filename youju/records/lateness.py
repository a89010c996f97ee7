"""Late (补录): handed in more days after the event than the bureau allows without a reason."""

from datetime import date, timedelta

from youju.lib import clock
from youju.orgs.settings import setting


def is_late(happened: date, handed_in_on: date | None = None) -> bool:
    """Whether a record of that day must say why it comes late.

    handed_in_on: the day it was first handed in; None where it is handed in today.
    """
    allowed = timedelta(days=setting("late_days"))
    return (handed_in_on or clock.today()) - happened > allowed
