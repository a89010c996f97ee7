"""Before a command writes: the tables are there, and the ledger may go on."""

from youju.backups.outside import require_agreement
from youju.cli.database import require_database


def require_writing() -> None:
    """As the desk refuses to save, so does a command. Raises DatabaseNotReady, Standstill."""
    require_database()
    require_agreement()
