from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingConfig(AppConfig):
    name = "youju.records.reviews.meeting"
    verbose_name = _("Review meetings")
