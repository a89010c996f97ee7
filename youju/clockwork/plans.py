"""What time does for the plan: dues are brought up to date, held against the ledger, and fall due."""

from datetime import date

from django.utils.translation import ngettext

from youju.orgs.actors import SYSTEM
from youju.plans.falling import dues_fall
from youju.plans.meeting import ledger_read, unread
from youju.plans.refreshing import items_refresh
from youju.plans.reminding import dues_remind


def refresh_dues(_key: str) -> str:
    """Bring the dues still to come to the units, people and days off as they are known now."""
    return _changed(items_refresh(actor=SYSTEM))


def ledger_news(_day: date) -> list[str]:
    """The stretch of the ledger that may have met something since it was last read; none where nothing may."""
    start, end = unread()
    return [f"{start}-{end}"] if start < end else []


def read_ledger(_key: str) -> str:
    """See what the ledger met, or no longer meets."""
    return _changed(ledger_read(actor=SYSTEM))


def fall_due(key: str) -> str:
    """Post what one item owes of one day."""
    count = dues_fall(key=key, actor=SYSTEM)
    return ngettext("%d item fell due.", "%d items fell due.", count) % count


def remind_liaisons(key: str) -> str:
    """Tell the liaisons of what falls due soon."""
    count = dues_remind(key=key, actor=SYSTEM)
    return ngettext("%d item falls due soon.", "%d items fall due soon.", count) % count


def _changed(count: int) -> str:
    return ngettext("%d item changed.", "%d items changed.", count) % count if count else ""
