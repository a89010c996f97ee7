from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThingConfig(AppConfig):
    name = "youju.records.standing.thing"
    verbose_name = _("Standing things")
