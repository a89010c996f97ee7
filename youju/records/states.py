"""Where a record stands. Amendments and corrections leave it verified; the ledger tells them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("to verify")
    CHECKED = "checked", _("checked, to verify")
    RETURNED = "returned", _("returned")
    VERIFIED = "verified", _("verified")
    VOIDED = "voided", _("voided")
    DROPPED = "dropped", _("not pursued")


# Handed in, and not decided on by the bureau.
WAITING = (State.SUBMITTED, State.CHECKED)
EDITABLE = (State.DRAFT, State.RETURNED)
# Read as history; told again, it would not be told twice.
ENDED = (State.VOIDED, State.DROPPED)
