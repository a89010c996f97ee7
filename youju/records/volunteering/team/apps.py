from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamConfig(AppConfig):
    name = "youju.records.volunteering.team"
    verbose_name = _("Volunteer teams")
