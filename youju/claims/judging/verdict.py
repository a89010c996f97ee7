"""The four answers to a claim."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verdict(TextChoices):
    """What the ledger says of a claim."""

    SUPPORTED = "supported", _("supported")
    CONTRADICTED = "contradicted", _("contradicted")
    AMBIGUOUS = "ambiguous", _("ambiguous")
    UNSUPPORTED = "unsupported", _("unsupported")


WORST_FIRST = (Verdict.CONTRADICTED, Verdict.AMBIGUOUS, Verdict.UNSUPPORTED, Verdict.SUPPORTED)
"""What somebody has to do something about comes first."""
