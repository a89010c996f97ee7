"""The ten sections of a bureau's year: menu, addresses, rights and Excel files go by them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.TextChoices):
    """Each holds several small kinds."""

    STUDY = "study", _("Study")
    ACTIVITIES = "activities", _("Activities")
    PUBLICITY = "publicity", _("Publicity")
    HONOURS = "honours", _("Honours")
    VOLUNTEERING = "volunteering", _("Volunteering")
    ACCREDITATION = "accreditation", _("Accreditation")
    REVIEWS = "reviews", _("Reviews")
    INQUIRIES = "inquiries", _("Inquiries")
    STANDING = "standing", _("Venues and programmes")
    STATISTICS = "statistics", _("Statistics")
