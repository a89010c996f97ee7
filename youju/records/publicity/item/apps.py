from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ItemConfig(AppConfig):
    name = "youju.records.publicity.item"
    verbose_name = _("Publicity items")
