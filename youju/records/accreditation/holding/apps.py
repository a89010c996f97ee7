from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HoldingConfig(AppConfig):
    name = "youju.records.accreditation.holding"
    verbose_name = _("Titles held")
