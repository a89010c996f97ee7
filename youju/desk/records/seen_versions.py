"""What a page showed when somebody decided by it: each record with its version, as ``seen=ref:version``."""

from django.http import HttpRequest

from youju.records.corrections import Correction
from youju.records.errors import ChangedSinceSeen
from youju.records.ledgered import Ledgered


def require_seen(request: HttpRequest, record: Ledgered) -> None:
    """Raises ChangedSinceSeen where the page told of another version: it was returned, altered and handed in again."""
    versions = dict(each.rpartition(":")[::2] for each in request.POST.getlist("seen"))
    if versions.get(record.ref, str(record.version)) != str(record.version):
        raise ChangedSinceSeen(title=record.title)


def require_seen_correction(request: HttpRequest, correction: Correction, record: Ledgered) -> None:
    """Raises ChangedSinceSeen where another correction waited when the page was drawn."""
    if request.POST.get("correction", str(correction.pk)) != str(correction.pk):
        raise ChangedSinceSeen(title=record.title)


def version_of(request: HttpRequest, record: Ledgered | None = None) -> int:
    """The version the form was opened at; 0, which never is one, where the form does not say."""
    text = request.POST.get("version", "")
    if not text and record is not None:
        return record.version
    return int(text) if text.isdecimal() and len(text) < 10 else 0
