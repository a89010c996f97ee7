from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchoolReturnConfig(AppConfig):
    name = "youju.records.statistics.school_return"
    verbose_name = _("School returns")
