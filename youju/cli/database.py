"""Whether the tables are there, and how they come to be."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError


class DatabaseNotReady(YoujuError):
    code, status = "database-not-ready", 503
    sentence = _("There is no database yet, or it is older than this version. Run “youju serve” or “youju demo” first.")


def is_ready() -> bool:
    """True where every table is as this version needs it."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def require_database() -> None:
    """Raise DatabaseNotReady where a command would find no tables."""
    if not is_ready():
        raise DatabaseNotReady()


def migrate() -> None:
    """Create the tables, or bring them up to this version."""
    call_command("migrate", verbosity=0, interactive=False)
