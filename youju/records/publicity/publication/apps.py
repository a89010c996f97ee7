from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationConfig(AppConfig):
    name = "youju.records.publicity.publication"
    verbose_name = _("Publications")
