from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TripConfig(AppConfig):
    name = "youju.records.study.trip"
    verbose_name = _("Study trips and training")
