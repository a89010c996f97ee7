from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NominationConfig(AppConfig):
    name = "youju.records.honours.nomination"
    verbose_name = _("Nominations")
