from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IncidentConfig(AppConfig):
    name = "youju.records.inquiries.incident"
    verbose_name = _("Incidents")
