from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InquiryConfig(AppConfig):
    name = "youju.records.inquiries.inquiry"
    verbose_name = _("Inquiries of the public")
