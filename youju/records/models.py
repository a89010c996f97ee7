"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.records.alerts import Alert
from youju.records.attachments import Attachment
from youju.records.confirmations import Confirmation
from youju.records.corrections import Correction
from youju.records.occasions import Occasion, OccasionAlias
from youju.records.own_measures import OwnMeasure
from youju.records.released import Release
from youju.records.saved_lists import SavedList
from youju.records.sheets.job import SheetJob
from youju.records.snapshots import Snapshot, SnapshotItem

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
