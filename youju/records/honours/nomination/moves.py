"""What may be done with a nomination, state by state, and by whom: its unit, the town, who runs the selection."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves
from youju.records.honours.round.nominating import NominationState

ACCEPTED = "accepted"
# What may be mended in one that was sent back.
WRITTEN = ("person", "note")

_S = NominationState
_ACCEPT = Move(_("Accept the nomination"), _S.ACCEPTED, "bureau", posts=(ACCEPTED,))
_SEND_BACK = Move(_("Send back"), _S.SENT_BACK, "reviewing", reason=True)
_REFUSE = Move(_("Do not accept"), _S.REFUSED, "bureau", reason=True)
_WITHDRAW = Move(_("Withdraw the nomination"), _S.WITHDRAWN, "recorder", reason=True)

MOVES: Moves = {
    _S.HANDED: {
        "pass": Move(_("Pass on to the bureau"), _S.PASSED, "town", tells=False),
        "accept": _ACCEPT,
        "send_back": _SEND_BACK,
        "refuse": _REFUSE,
        "withdraw": _WITHDRAW,
    },
    _S.PASSED: {
        "accept": _ACCEPT,
        "send_back": _SEND_BACK._replace(right="bureau"),
        "refuse": _REFUSE,
        "withdraw": _WITHDRAW,
    },
    _S.SENT_BACK: {
        "again": Move(_("Hand it up again"), _S.HANDED, "recorder", asks=WRITTEN, files=True),
        "withdraw": _WITHDRAW,
    },
    _S.ACCEPTED: {
        "strike": Move(_("Strike the nomination"), _S.REFUSED, "bureau", takes_back=(ACCEPTED,), reason=True),
    },
    _S.REFUSED: {},
    _S.WITHDRAWN: {},
}
