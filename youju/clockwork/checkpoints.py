"""The ledger's signature of the day."""

from youju.ledger import log
from youju.orgs import audit
from youju.orgs.actors import SYSTEM
from youju.records.committed import sign


def sign_ledger(_key: str) -> str:
    """Sign the ledger as it stands, with all rows beside it under it, and keep what was signed.

    Raises LedgerShorter or LedgerForked where the ledger is no longer what was signed before.
    """
    signed = sign(actor=SYSTEM.token)
    audit.write(actor=SYSTEM, action="ledger.checkpoint", target="ledger", size=log.size())
    return signed
