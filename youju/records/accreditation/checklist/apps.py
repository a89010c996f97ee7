from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChecklistConfig(AppConfig):
    name = "youju.records.accreditation.checklist"
    verbose_name = _("Checklists")
