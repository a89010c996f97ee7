"""Whether the database holds the tables that this version needs."""

from pathlib import Path

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def is_ready() -> bool:
    """True where every table is as this version needs it. Asking makes no file."""
    if connection.vendor == "sqlite" and not _is_there(Path(connection.settings_dict["NAME"])):
        return False  # to connect would create it
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except PermissionError:  # a home closed to this account: the database's own answer says so
        return True
