"""Django's ``migrate``, for which an empty database begins with its tables as the migrations leave them."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from youju.machine.empty_database import tables_begin


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if not any(options[name] for name in ("app_label", "fake", "fake_initial", "plan", "check_unapplied", "prune")):
            tables_begin(connections[options["database"]])
        super().handle(*args, **options)
