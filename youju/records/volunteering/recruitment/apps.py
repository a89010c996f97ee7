from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecruitmentConfig(AppConfig):
    name = "youju.records.volunteering.recruitment"
    verbose_name = _("Calls for volunteers")
