from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InspectionConfig(AppConfig):
    name = "youju.records.inquiries.inspection"
    verbose_name = _("On-site inspections")
