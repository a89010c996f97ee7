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


# Words in the name of a file that say what it is, the first that fits; a photo of a sheet is named as the sheet is.
_NAMED = (
    (EvidenceRole.CONSENT, ("同意书",)),
    (EvidenceRole.SIGN_IN, ("签到", "签名表", "签收表")),
    (EvidenceRole.MINUTES, ("会议记录", "学习记录", "座谈记录", "会议纪要", "纪要")),
    (EvidenceRole.CLIPPING, ("剪报", "版面", "截图", "截屏")),
    (EvidenceRole.DECISION, ("决定", "批复", "通报", "命名文件", "表彰文件")),
)


def usual_role(file: File | None, name: str = "") -> EvidenceRole:
    """What a file is where nobody said it: what its name says; else pictures are photos."""
    named = next((role for role, words in _NAMED if any(word in name for word in words)), None)
    picture = file is not None and file.media_type.startswith("image/")
    return named or (EvidenceRole.PHOTO if picture else EvidenceRole.OTHER)
