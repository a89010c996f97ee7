"""The backup of the day."""

from datetime import date

from django.utils.translation import gettext as _

from youju.backups.places import backup_daily
from youju.orgs.actors import SYSTEM


def back_up(key: str) -> str:
    """Make the backup of a day (``2026-11-28``) where the settings put it. Raises BackupRefused."""
    made = backup_daily(day=date.fromisoformat(key), actor=SYSTEM)
    return _("%(file)s, %(megabytes)s MB.") % {"file": made.file, "megabytes": made.bytes // 1024**2} if made else ""
