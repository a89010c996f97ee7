from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicCommentConfig(AppConfig):
    name = "youju.records.inquiries.public_comment"
    verbose_name = _("Signed comments")
