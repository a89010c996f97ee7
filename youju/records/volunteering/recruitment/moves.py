"""What may be done with a call for volunteers, state by state, and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

HELD = "held"
# What is asked when it is opened, and may be changed until it is held.
WRITTEN = ("title", "happened", "due_on", "starts", "minutes", "place", "places", "minors_allowed", "note")


class RecruitmentState(models.TextChoices):
    OPEN = "open", _("signing up")
    CLOSED = "closed", _("sign-up closed")
    HELD = "held", _("activity held")
    CANCELLED = "cancelled", _("activity cancelled")


_CORRECT = _("Change the call")
_LEAVE = _("Take out of the list")
_CANCEL = Move(_("Cancel it"), RecruitmentState.CANCELLED, "recorder", reason=True)

MOVES: Moves = {
    RecruitmentState.OPEN: {
        "join": Move(_("Sign up"), RecruitmentState.OPEN, "invited", asks=("joining",), tells=False),
        "leave": Move(_LEAVE, RecruitmentState.OPEN, "invited", asks=("leaving",), tells=False),
        "close": Move(_("Close the list"), RecruitmentState.CLOSED, "recorder"),
        "correct": Move(_CORRECT, RecruitmentState.OPEN, "recorder", asks=WRITTEN),
        "cancel": _CANCEL,
    },
    RecruitmentState.CLOSED: {
        "hold": Move(_("It was held"), RecruitmentState.HELD, "recorder", posts=(HELD,), asks=("came",), files=True),
        "leave": Move(_LEAVE, RecruitmentState.CLOSED, "invited", asks=("leaving",), tells=False),
        "reopen": Move(_("Open the list again"), RecruitmentState.OPEN, "recorder"),
        "correct": Move(_CORRECT, RecruitmentState.CLOSED, "recorder", asks=WRITTEN),
        "cancel": _CANCEL,
    },
    RecruitmentState.HELD: {
        "undo": Move(_("Take it back"), RecruitmentState.CLOSED, "recorder", takes_back=(HELD,), reason=True),
    },
    RecruitmentState.CANCELLED: {},
}
