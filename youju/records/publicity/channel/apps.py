from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChannelConfig(AppConfig):
    name = "youju.records.publicity.channel"
    verbose_name = _("Channels of the site")
