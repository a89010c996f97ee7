"""What is swept away every day."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.utils.translation import gettext as _

from youju.evidence.transfers import transfers_prune
from youju.lib import clock
from youju.orgs.log_ins import log_ins_prune
from youju.orgs.sendings import sendings_prune
from youju.orgs.tickets import tickets_prune
from youju.orgs.wrong_tries import wrong_tries_prune
from youju.records.sheets.job import jobs_prune
from youju.records.verbs.commission_verbs import commissions_sweep

# Networks must keep who tried to get in for half a year (网络安全法).
_ATTEMPTS_KEPT = timedelta(days=184)
_SENDINGS_KEPT = timedelta(days=1)


def clear_sessions(_key: str) -> str:
    """Delete the log-ins that ran out."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    log_ins_prune()
    return ""


def clear_tickets(_key: str) -> str:
    """Delete the tickets that ran out long ago, and what was written behind one and never handed in."""
    commissions_sweep()
    return _("%(count)s tickets were cleared away.") % {"count": tickets_prune()}


def clear_transfers(_key: str) -> str:
    """Delete files that were begun to be handed in, and were not within a day; workbooks that were only looked at."""
    return _("%(count)d files that nobody handed in were deleted.") % {"count": transfers_prune() + jobs_prune()}


def clear_attempts(_key: str) -> str:
    """Delete wrong log-ins older than half a year, and yesterday's counts of public forms."""
    sendings_prune(clock.now() - _SENDINGS_KEPT)
    count = wrong_tries_prune(clock.now() - _ATTEMPTS_KEPT)
    return _("%(count)s wrong log-ins were cleared away.") % {"count": count}
