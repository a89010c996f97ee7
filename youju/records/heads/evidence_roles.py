"""What a piece of evidence is to its record."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.evidence.models import File


class EvidenceRole(models.TextChoices):
    MINUTES = "minutes", _("minutes")
    SIGN_IN = "sign_in", _("sign-in sheet")
    PHOTO = "photo", _("photo")
    CLIPPING = "clipping", _("clipping")
    DECISION = "decision", _("document of the decision")
    CONSENT = "consent", pgettext_lazy("evidence", "consent")
    OTHER = "other", _("other")


def usual_role(file: File | None) -> EvidenceRole:
    """What a file is where nobody said it: pictures are photos."""
    picture = file is not None and file.media_type.startswith("image/")
    return EvidenceRole.PHOTO if picture else EvidenceRole.OTHER
