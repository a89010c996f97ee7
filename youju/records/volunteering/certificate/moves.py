"""What may be done with a certificate, state by state, and by whom. Nobody decides on their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

ISSUED = "issued"
# What is asked when it is requested, and may be changed before the notice.
WRITTEN = ("person", "happened", "happened_until", "responsible", "contact", "note")


class CertificateState(models.TextChoices):
    REQUESTED = "requested", _("requested")
    NOTICE = "notice", _("under notice")
    ISSUED = "issued", _("certificate issued")
    REFUSED = "refused", _("certificate refused")
    WITHDRAWN = "withdrawn", _("withdrawn")
    VOIDED = "annulled", _("void")


_OTHER = "other recorder"
_REFUSE = Move(_("Refuse"), CertificateState.REFUSED, _OTHER, reason=True)

MOVES: Moves = {
    CertificateState.REQUESTED: {
        "publish": Move(_("Begin the notice"), CertificateState.NOTICE, _OTHER, asks=("posted_at",), files=True),
        "mend": Move(_("Change the request"), CertificateState.REQUESTED, "recorder", asks=WRITTEN),
        "refuse": _REFUSE,
        "withdraw": Move(_("Withdraw the request"), CertificateState.WITHDRAWN, "recorder", reason=True),
    },
    CertificateState.NOTICE: {
        "issue": Move(_("Issue the certificate"), CertificateState.ISSUED, _OTHER, posts=(ISSUED,)),
        "stop": Move(_("End the notice, to correct it"), CertificateState.REQUESTED, "recorder", reason=True),
        "refuse": _REFUSE,
    },
    CertificateState.ISSUED: {
        "void": Move(_("Void the certificate"), CertificateState.VOIDED, _OTHER, takes_back=(ISSUED,), reason=True),
    },
    CertificateState.REFUSED: {},
    CertificateState.WITHDRAWN: {},
    CertificateState.VOIDED: {},
}
