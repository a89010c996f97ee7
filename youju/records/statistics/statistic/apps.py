from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatisticConfig(AppConfig):
    name = "youju.records.statistics.statistic"
    verbose_name = _("Stated figures")
