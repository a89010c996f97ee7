from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActivityConfig(AppConfig):
    name = "youju.records.activities.activity"
    verbose_name = _("Activities and contests")
