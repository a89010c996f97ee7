from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegularMeetingConfig(AppConfig):
    name = "youju.records.inquiries.regular_meeting"
    verbose_name = _("Regular meetings")
