"""What may be done with a thing, state by state, and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

OPENED, CLOSED = "opened", "closed"
# What is asked when it is reported, and what a correction may change.
WRITTEN = ("sort", "topic", "title", "happened", "place", "document", "note", "owner")


class ThingState(models.TextChoices):
    REPORTED = "reported", _("reported, to confirm")
    SENT_BACK = "sent_back", _("sent back")
    OPEN = "open", _("in use")
    CLOSING = "closing", _("reported as ended, to confirm")
    CLOSED = "closed", _("no more in use")
    STRUCK = "struck", _("struck off")


_STRIKE = Move(_("Strike off: never was"), ThingState.STRUCK, "officer", takes_back=(OPENED,), reason=True)
_GIVE_UP = Move(_("Give up the report"), ThingState.STRUCK, "recorder", reason=True)

MOVES: Moves = {
    ThingState.REPORTED: {
        "confirm": Move(_("Confirm"), ThingState.OPEN, "second officer", posts=(OPENED,)),
        "send-back": Move(_("Send back"), ThingState.SENT_BACK, "officer", reason=True),
        "mend": Move(_("Change the report"), ThingState.REPORTED, "recorder", asks=WRITTEN, files=True),
        "give-up": _GIVE_UP,
    },
    ThingState.SENT_BACK: {
        "report": Move(_("Report again"), ThingState.REPORTED, "recorder", asks=WRITTEN, files=True),
        "give-up": _GIVE_UP,
    },
    ThingState.OPEN: {
        "join": Move(_("Units join"), ThingState.OPEN, "officer", asks=("joining", "since"), files=True),
        "leave": Move(_("Units leave"), ThingState.OPEN, "officer", asks=("leaving", "until")),
        "unlist": Move(
            _("Take out units listed by mistake"), ThingState.OPEN, "officer", reason=True, asks=("unlisted",)
        ),
        "report-end": Move(_("Report as ended"), ThingState.CLOSING, "recorder", asks=("closed_on",), files=True),
        "correct": Move(_("Correct"), ThingState.OPEN, "officer", reason=True, asks=WRITTEN, files=True),
        "strike": _STRIKE,
    },
    ThingState.CLOSING: {
        "close": Move(_("Confirm the end"), ThingState.CLOSED, "second officer", posts=(CLOSED,)),
        "keep": Move(_("It goes on"), ThingState.OPEN, "officer", reason=True),
    },
    ThingState.CLOSED: {
        "reopen": Move(_("Reopen: ended in error"), ThingState.OPEN, "officer", takes_back=(CLOSED,), reason=True),
    },
    ThingState.STRUCK: {},
}
