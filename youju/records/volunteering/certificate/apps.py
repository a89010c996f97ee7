from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificateConfig(AppConfig):
    name = "youju.records.volunteering.certificate"
    verbose_name = _("Certificates of volunteers")
