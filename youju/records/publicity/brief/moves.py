"""What may be done with a brief, state by state, and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.case import Move, Moves

SENT, TAKEN, LEFT_OUT = "submitted", "adopted", "declined"


class BriefState(models.TextChoices):
    SUBMITTED = "sent", _("submitted upwards")
    ADOPTED = "adopted", _("adopted")
    DECLINED = "declined", _("not adopted")
    WITHDRAWN = "withdrawn", _("withdrawn")


_ASKED = ("adopted_on", "issue")
_REOPEN = _("Take the mark back")

MOVES: Moves = {
    BriefState.SUBMITTED: {
        "adopt": Move(
            _("Mark as adopted"), BriefState.ADOPTED, "officer", posts=(TAKEN,), asks=("adopted_on", "issue")
        ),
        "decline": Move(_("Mark as not adopted"), BriefState.DECLINED, "officer", posts=(LEFT_OUT,)),
        "withdraw": Move(_("Withdraw"), BriefState.WITHDRAWN, "officer", takes_back=(SENT,), reason=True),
        "take-back": Move(_("Withdraw for the unit"), BriefState.WITHDRAWN, "unit", takes_back=(SENT,), reason=True),
    },
    BriefState.ADOPTED: {
        "reopen": Move(_REOPEN, BriefState.SUBMITTED, "officer", takes_back=(TAKEN,), reason=True),
    },
    BriefState.DECLINED: {
        "reopen": Move(_REOPEN, BriefState.SUBMITTED, "officer", takes_back=(LEFT_OUT,), reason=True),
    },
}
