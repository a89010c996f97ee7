from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from youju.lib import clock


class OrgsConfig(AppConfig):
    name = "youju.orgs"
    verbose_name = _("Units and members")

    def ready(self) -> None:
        clock.use_office(settings.TIME_ZONE)
