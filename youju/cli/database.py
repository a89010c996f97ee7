"""Whether the tables are there, and how they come to be."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.utils.translation import gettext_lazy as _

from youju.backups.move import require_not_moved
from youju.config.secret import FILE as SECRET_FILE
from youju.config.secret import secret_key
from youju.errors import YoujuError
from youju.lib.alone import alone
from youju.machine.tables import is_ready


class DatabaseNotReady(YoujuError):
    code, status = "database-not-ready", 503
    sentence = _("There is no database yet, or it is older than this version. Run “youju serve” or “youju demo” first.")


def require_database() -> None:
    """Raise DatabaseNotReady where a command would find no tables, Moved where they went to PostgreSQL."""
    if not is_ready():
        require_not_moved()
        raise DatabaseNotReady()


def migrate() -> None:
    """Create the tables, or bring them up to this version; and the home folder with its key where there is none.

    Raises ImproperlyConfigured where the folder cannot be used, Moved where the database went to PostgreSQL.
    """
    try:
        require_not_moved()
        secret_key(settings.HOME)
    except OSError as error:
        raise ImproperlyConfigured(f"YOUJU_HOME cannot be used: {error.filename}: {error.strerror}.") from error
    with alone(settings.HOME / SECRET_FILE, wait=True):  # who starts at the same moment finds the tables made
        call_command("migrate", verbosity=0, interactive=False)
