"""The ledger's signature of the day."""

from youju.backups.outside import put_outside, require_agreement
from youju.ledger import log
from youju.orgs import audit
from youju.orgs.actors import SYSTEM
from youju.records.sealing.committed import sign


def sign_ledger(_key: str) -> str:
    """Sign the ledger as it stands, with all rows beside it under it, and keep what was signed.

    Raises Standstill, LedgerShorter or LedgerForked where the ledger is no longer what was signed before.
    """
    require_agreement()
    signed = sign(actor=SYSTEM.token)
    audit.write(actor=SYSTEM, action="ledger.checkpoint", target="ledger", size=log.size())
    return signed


def put_checkpoint_outside(_key: str) -> str:
    """Put what was signed where the settings say. Raises PlaceGone, Standstill."""
    require_agreement()
    return str(put_outside() or "")
