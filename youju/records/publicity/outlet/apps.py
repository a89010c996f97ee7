from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutletConfig(AppConfig):
    name = "youju.records.publicity.outlet"
    verbose_name = _("Outlets")
