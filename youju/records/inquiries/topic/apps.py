from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TopicConfig(AppConfig):
    name = "youju.records.inquiries.topic"
    verbose_name = _("Topics of inquiries")
