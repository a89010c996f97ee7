from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TitleConfig(AppConfig):
    name = "youju.records.honours.title"
    verbose_name = _("Titles of honour")
