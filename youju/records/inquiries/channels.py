"""By which way the public turns to the bureau, and with what."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Channel(models.TextChoices):
    """Their codes are categories of what is counted."""

    ONLINE = "online", _("message on the website")
    HOTLINE = "hotline", _("hotline 12345")
    PHONE = "phone", _("telephone call")
    LETTER = "letter", pgettext_lazy("inquiry", "letter")
    VISIT = "visit", pgettext_lazy("inquiry", "visit")
    SITE_FAULT = "site_fault", _("fault found on the website")


def visitors_of(channel: str, given: int | None) -> int | None:
    """How many came: of a visit that says nothing one person, of every other way nobody."""
    return (given or 1) if channel == Channel.VISIT else None


class InquirySort(models.TextChoices):
    """What somebody wants. An accusation is kept from the unit that it is about."""

    QUESTION = "question", pgettext_lazy("inquiry", "question")
    SUGGESTION = "suggestion", _("suggestion")
    APPEAL = "appeal", _("appeal")
    ACCUSATION = "accusation", _("accusation")
    DISCLOSURE = "disclosure", _("request for information")
