from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClockworkConfig(AppConfig):
    name = "youju.clockwork"
    label = "clockwork"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("Clockwork")
