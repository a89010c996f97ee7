"""The states of a nomination: the selection it belongs to counts by them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NominationState(models.TextChoices):
    """HANDED: by its unit; it waits for the town where one stands between, else for the bureau."""

    HANDED = "handed", _("handed up, to review")
    PASSED = "passed", _("passed by the town")
    ACCEPTED = "accepted", _("nomination accepted")
    SENT_BACK = "sent_back", _("sent back")
    REFUSED = "refused", _("not accepted")
    WITHDRAWN = "withdrawn", _("withdrawn")


# Somebody has still to decide on it, or to mend it.
PENDING = (NominationState.HANDED, NominationState.PASSED, NominationState.SENT_BACK)
# It takes one of its unit's places.
TAKING = (*PENDING, NominationState.ACCEPTED)
