from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SessionConfig(AppConfig):
    name = "youju.records.study.session"
    verbose_name = _("Study sessions")
