"""What may be done with an official letter, state by state, and by whom. Whoever drafted it does not sign it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

ISSUED = "issued"
# What is asked when it is drafted, and may be changed until it goes to be signed.
WRITTEN = ("sort", "title", "mark", "addressee", "body", "link", "contact")


class LetterState(models.TextChoices):
    DRAFTED = "drafted", _("being drafted")
    TO_SIGN = "to_sign", _("to be signed")
    ISSUED = "issued", _("letter issued")
    WITHDRAWN = "withdrawn", _("withdrawn")
    VOIDED = "annulled", _("void")


_WITHDRAW = _("Withdraw the letter")

MOVES: Moves = {
    LetterState.DRAFTED: {
        "mend": Move(_("Change the draft"), LetterState.DRAFTED, "recorder", asks=WRITTEN, files=True, tells=False),
        "submit": Move(_("Put up for signature"), LetterState.TO_SIGN, "recorder", files=True),
        "withdraw": Move(_WITHDRAW, LetterState.WITHDRAWN, "recorder", reason=True),
    },
    LetterState.TO_SIGN: {
        "sign": Move(_("Sign the letter"), LetterState.ISSUED, "signer", posts=(ISSUED,)),
        "send-back": Move(_("Send back to be changed"), LetterState.DRAFTED, "signer", reason=True),
        "withdraw": Move(_WITHDRAW, LetterState.WITHDRAWN, "recorder", reason=True),
    },
    LetterState.ISSUED: {
        "void": Move(_("Void the letter"), LetterState.VOIDED, "signer", takes_back=(ISSUED,), reason=True),
    },
    LetterState.WITHDRAWN: {},
    LetterState.VOIDED: {},
}
