"""What may be done with a follow-up, state by state, and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

RAISED, SETTLED, DROPPED = "raised", "settled", "dropped"


class FollowupState(models.TextChoices):
    OPEN = "open", _("to be settled")
    DONE = "done", _("done, to confirm")
    CONFIRMED = "confirmed", _("confirmed")
    DROPPED = "let_go", _("no longer pursued")


_HAND_OVER = Move(_("Hand over"), FollowupState.OPEN, "officer", reason=True, asks=("owner",))
_PUT_OFF = Move(_("Change the day"), FollowupState.OPEN, "officer", reason=True, asks=("due_on",))

MOVES: Moves = {
    FollowupState.OPEN: {
        "finish": Move(_("Report as done"), FollowupState.DONE, "owner", asks=("done_on", "outcome"), files=True),
        "hand-over": _HAND_OVER,
        "put-off": _PUT_OFF,
        "drop": Move(_("Drop"), FollowupState.DROPPED, "other officer", posts=(DROPPED,), reason=True),
    },
    FollowupState.DONE: {
        "confirm": Move(_("Confirm"), FollowupState.CONFIRMED, "other officer", posts=(SETTLED,)),
        "send-back": Move(_("Send back"), FollowupState.OPEN, "other officer", reason=True),
    },
    FollowupState.CONFIRMED: {
        "reopen": Move(_("Reopen"), FollowupState.OPEN, "other officer", takes_back=(SETTLED,), reason=True),
    },
    FollowupState.DROPPED: {
        "reopen": Move(_("Reopen"), FollowupState.OPEN, "other officer", takes_back=(DROPPED,), reason=True),
    },
}
