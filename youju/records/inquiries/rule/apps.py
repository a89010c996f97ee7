from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RuleConfig(AppConfig):
    name = "youju.records.inquiries.rule"
    verbose_name = _("Time limits for answers")
