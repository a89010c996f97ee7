"""What a page showed when somebody decided by it: each record with its version, as ``seen=ref:version``."""

from django.http import HttpRequest

from youju.lib.naturals import natural
from youju.records.errors import ChangedSinceSeen, NotSeen
from youju.records.heads.ledgered import Ledgered
from youju.records.verbs.corrections import Correction


def require_seen(request: HttpRequest, record: Ledgered) -> None:
    """Raises ChangedSinceSeen where the page told of another version: it was returned, altered and handed in again.

    Raises NotSeen where the form names no version at all.
    """
    versions = dict(each.rpartition(":")[::2] for each in request.POST.getlist("seen"))
    _require(versions.get(record.ref, ""), record.version, record)


def require_seen_correction(request: HttpRequest, correction: Correction, record: Ledgered) -> None:
    """Raises ChangedSinceSeen where another correction waited when the page was drawn, NotSeen where none is named."""
    _require(request.POST.get("correction", ""), correction.pk, record)


def _require(seen: str, now: int, record: Ledgered) -> None:
    if not seen:
        raise NotSeen(title=record.title)
    if seen != str(now):
        raise ChangedSinceSeen(title=record.title)


def version_of(request: HttpRequest, record: Ledgered | None = None) -> int:
    """The version the form was opened at; 0, which never is one, where the form does not say."""
    text = request.POST.get("version", "")
    if not text and record is not None:
        return record.version
    return natural(text) or 0
