from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from youju.ledger import triggers


class LedgerConfig(AppConfig):
    name = "youju.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # After every migrate, not in a migration: SQLite remakes a table on AlterField and drops its triggers silently.
        post_migrate.connect(_install_triggers, sender=self)


def _install_triggers(*, using: str, **_: Any) -> None:
    triggers.install(using)
