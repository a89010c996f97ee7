from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticleConfig(AppConfig):
    name = "youju.records.publicity.article"
    verbose_name = _("Articles")

    def ready(self) -> None:
        post_migrate.connect(_install_index, sender=self)


def _install_index(using: str, **_about: Any) -> None:
    from youju.records.publicity.article.words import install  # its table waits until Django knows the applications

    install(using)
