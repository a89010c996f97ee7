from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    name = "youju.records.study.guidance"
    verbose_name = _("Guidance of study")
