"""Why something is not backed up or not restored, each a sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class BackupRefused(YoujuError):
    code, status = "backup-refused", 422
    sentence = _("%(name)s was not written.")


class BackupExists(BackupRefused):
    code = "backup-exists"
    sentence = _("%(name)s is there already and stays as it is. Name another file.")


class BackupNotWritten(BackupRefused):
    code = "backup-not-written"
    sentence = _("%(name)s cannot be written: %(reason)s.")


class PlaceGone(BackupRefused):
    code = "backup-place-gone"
    sentence = _("The folder %(name)s, where the settings put it, is not there. Mount the disk, or change the setting.")


class NotABackup(YoujuError):
    code, status = "not-a-backup", 422
    sentence = _("%(name)s is no backup of Youju, or its end is missing. Nothing was written. Take another copy of it.")


class BackupDamaged(YoujuError):
    code, status = "backup-damaged", 422
    sentence = _("The backup %(name)s is damaged (%(where)s). Nothing was written. Take another copy, or an older one.")


class OtherVersion(YoujuError):
    code, status = "backup-other-version", 422
    sentence = _(
        "The backup %(name)s was made by Youju %(theirs)s, and this is %(ours)s, whose tables differ. Nothing was "
        "written. Restore it with the version that made it; to try restoring only, make a new backup first."
    )


class NotEmpty(Conflict):
    code = "not-empty"
    sentence = _(
        "There is data already in %(place)s. Nothing was written. Restore into an empty folder (YOUJU_HOME) and, with "
        "PostgreSQL, into an empty database (DATABASE_URL)."
    )


class RestoreRuns(Conflict):
    code = "restore-runs"
    sentence = _("Another restore into %(place)s is under way. Nothing was written. Wait for its end.")


class OtherRoot(Conflict):
    code = "backup-other-root"
    sentence = _(
        "What was restored is not the ledger that the backup says: its root differs. Nothing was kept in the database."
    )
