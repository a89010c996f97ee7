from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SurveyConfig(AppConfig):
    name = "youju.records.reviews.survey"
    verbose_name = _("Surveys")
