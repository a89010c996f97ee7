from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CorrectionLetterConfig(AppConfig):
    name = "youju.records.inquiries.correction_letter"
    verbose_name = _("Official letters")
