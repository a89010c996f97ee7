from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WordingConfig(AppConfig):
    name = "youju.records.inquiries.wording"
    verbose_name = _("Wordings of answers")
