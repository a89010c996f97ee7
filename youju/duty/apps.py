from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DutyConfig(AppConfig):
    name = "youju.duty"
    label = "duty"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("Duty and contacts")
