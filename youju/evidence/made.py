"""The moment at which a file says it was made: believed only where it can be true."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from youju.lib import clock

# Before digital cameras and Office Open XML: what says so had an unset clock.
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def believable(moment: datetime | None) -> datetime | None:
    """The moment, in the office's time zone where the file names none; None where it cannot be true."""
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.get_default_timezone())
    # The sender's clock may be ahead of ours, or count another zone's day.
    latest = clock.now() + timedelta(days=1)
    return aware if _EARLIEST <= aware <= latest else None


def from_iso(text: str | None) -> datetime | None:
    """The moment in a text such as ``2025-03-01T09:30:00Z``; None where it is none."""
    try:
        return believable(datetime.fromisoformat((text or "").strip()))
    except (ValueError, OverflowError):
        return None
