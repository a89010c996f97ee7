"""Where a record stands. Amendments and corrections leave it verified; the ledger tells them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    FILED = "filed", _("filed for the unit, to confirm")
    SUBMITTED = "submitted", _("to verify")
    CHECKED = "checked", _("checked, to verify")
    RETURNED = "returned", _("returned")
    VERIFIED = "verified", _("verified")
    VOIDED = "voided", _("voided")
    DROPPED = "dropped", _("not pursued")


# Handed in by the unit, or confirmed by it, and not decided on by the bureau.
WAITING = (State.SUBMITTED, State.CHECKED)
EDITABLE = (State.DRAFT, State.RETURNED)
# Read as history; told again, it would not be told twice.
ENDED = (State.VOIDED, State.DROPPED)
