from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RoundConfig(AppConfig):
    name = "youju.records.honours.round"
    verbose_name = _("Selections")
