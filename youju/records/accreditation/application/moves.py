"""What may be done with an application, state by state, and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.records.heads.case import Move, Moves

ADMITTED, GRANTED = "admitted", "granted"
# What a grant is told with.
DECISION = ("document", "issuer", "granted_on", "valid_until")


class ApplicationState(models.TextChoices):
    APPLIED = "applied", _("applied")
    ADMITTED = "admitted", _("assessing itself")
    ASSESSED = "assessed", _("under review")
    REVIEWED = "reviewed", _("reviewed")
    PROPOSED = "proposed", pgettext_lazy("application", "proposed")
    NOTICE = "notice", _("under notice")
    GRANTED = "granted", pgettext_lazy("application", "title granted")
    REFUSED = "refused", _("not granted")
    DECLINED = "declined", _("not admitted")
    WITHDRAWN = "withdrawn", _("withdrawn")


_STATE = ApplicationState
_WITHDRAW = Move(_("Withdraw the application"), _STATE.WITHDRAWN, "recorder", takes_back=(ADMITTED,), reason=True)
_REFUSE = Move(_("Do not grant it"), _STATE.REFUSED, "officer", reason=True)

MOVES: Moves = {
    _STATE.APPLIED: {
        "admit": Move(_("Admit it"), _STATE.ADMITTED, "second officer", posts=(ADMITTED,)),
        "decline": Move(_("Do not admit it"), _STATE.DECLINED, "officer", reason=True),
        "withdraw": _WITHDRAW._replace(takes_back=()),
    },
    _STATE.ADMITTED: {
        "assess": Move(_("Hand in the self-assessment"), _STATE.ASSESSED, "recorder"),
        "withdraw": _WITHDRAW,
    },
    _STATE.ASSESSED: {
        "review": Move(_("Close the review"), _STATE.REVIEWED, "officer"),
        "return": Move(_("Send the self-assessment back"), _STATE.ADMITTED, "officer", reason=True),
        "withdraw": _WITHDRAW,
    },
    _STATE.REVIEWED: {
        "propose": Move(_("Put it on the proposed list"), _STATE.PROPOSED, "officer"),
        "reopen": Move(_("Have it reviewed again"), _STATE.ASSESSED, "officer", reason=True),
        "refuse": _REFUSE,
        "withdraw": _WITHDRAW,
    },
    _STATE.PROPOSED: {
        "publish": Move(_("Put it under notice"), _STATE.NOTICE, "officer", asks=("posted_at",)),
        "drop": Move(_("Take it off the proposed list"), _STATE.REVIEWED, "officer", reason=True),
        "refuse": _REFUSE,
        "withdraw": _WITHDRAW,
    },
    _STATE.NOTICE: {
        "grant": Move(
            _("Grant the title"), _STATE.GRANTED, "second officer", posts=(GRANTED,), asks=DECISION, files=True
        ),
        "drop": Move(_("Take it off the list under notice"), _STATE.REVIEWED, "officer", reason=True),
        "refuse": _REFUSE,
        "withdraw": _WITHDRAW,
    },
    _STATE.GRANTED: {
        "undo": Move(_("Take the grant back"), _STATE.NOTICE, "officer", takes_back=(GRANTED,), reason=True),
    },
    _STATE.REFUSED: {},
    _STATE.DECLINED: {},
    _STATE.WITHDRAWN: {},
}
# In these it is on the list that a notice is of, and by which it is granted.
ON_THE_LIST = (_STATE.NOTICE, _STATE.GRANTED)
# Before it is admitted, or where it does not go on, it does not count.
NOT_COUNTED = (_STATE.APPLIED, _STATE.DECLINED, _STATE.WITHDRAWN)
# In these the unit goes on with its self-assessment.
ASSESSING = (_STATE.APPLIED, _STATE.ADMITTED)
