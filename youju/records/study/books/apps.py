from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BooksConfig(AppConfig):
    name = "youju.records.study.books"
    verbose_name = _("Study books")
