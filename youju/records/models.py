"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.records.alerts import Alert
from youju.records.counting.own_measures import OwnMeasure
from youju.records.heads.attachments import Attachment
from youju.records.heads.occasions import Occasion, OccasionAlias
from youju.records.heads.releases import Release
from youju.records.reading.saved_lists import SavedList
from youju.records.sealing.snapshots import Snapshot, SnapshotItem
from youju.records.sheets.job import SheetJob
from youju.records.verbs.confirmations import Confirmation
from youju.records.verbs.corrections import Correction

__all__ = [
    "Alert",
    "Attachment",
    "Confirmation",
    "Correction",
    "Occasion",
    "OccasionAlias",
    "OwnMeasure",
    "Release",
    "SavedList",
    "SheetJob",
    "Snapshot",
    "SnapshotItem",
]
