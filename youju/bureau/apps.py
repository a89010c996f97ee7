from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BureauConfig(AppConfig):
    name = "youju.bureau"
    label = "bureau"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("Founding and workbook")
