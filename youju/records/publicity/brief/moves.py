"""What may be done with a brief, state by state, and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

SENT, TAKEN, LEFT_OUT = "submitted", "adopted", "declined"
# What is asked when it is reported, and what may be changed before it is submitted.
WRITTEN = ("title", "adopter", "happened", "note")


class BriefState(models.TextChoices):
    REPORTED = "reported", _("to be submitted")
    SUBMITTED = "sent", _("submitted upwards")
    ADOPTED = "adopted", _("adopted")
    DECLINED = "declined", _("not adopted")
    WITHDRAWN = "withdrawn", _("withdrawn")


_ASKED = ("adopted_on", "issue")
_REOPEN, _WITHDRAW = _("Take the mark back"), _("Withdraw")

MOVES: Moves = {
    BriefState.REPORTED: {
        "submit": Move(_("Submit to the bulletin"), BriefState.SUBMITTED, "second officer", posts=(SENT,)),
        "mend": Move(_("Change the brief"), BriefState.REPORTED, "recorder", asks=WRITTEN, files=True),
        "withdraw": Move(_WITHDRAW, BriefState.WITHDRAWN, "recorder", reason=True),
    },
    BriefState.SUBMITTED: {
        "adopt": Move(_("Mark as adopted"), BriefState.ADOPTED, "officer", posts=(TAKEN,), asks=_ASKED, files=True),
        "decline": Move(_("Mark as not adopted"), BriefState.DECLINED, "officer", posts=(LEFT_OUT,), files=True),
        "withdraw": Move(_WITHDRAW, BriefState.WITHDRAWN, "recorder", takes_back=(SENT,), reason=True),
    },
    BriefState.ADOPTED: {
        "reopen": Move(_REOPEN, BriefState.SUBMITTED, "officer", takes_back=(TAKEN,), reason=True),
    },
    BriefState.DECLINED: {
        "reopen": Move(_REOPEN, BriefState.SUBMITTED, "officer", takes_back=(LEFT_OUT,), reason=True),
    },
    BriefState.WITHDRAWN: {},
}
