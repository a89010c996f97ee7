"""The ledger's signature of the day."""

from youju.ledger import log
from youju.ledger.checkpoint import checkpoint
from youju.orgs import audit
from youju.orgs.actors import SYSTEM


def sign_ledger(_key: str) -> str:
    """Sign the ledger as it stands and keep what was signed. Signing the same ledger twice gives the same text.

    Raises LedgerShorter or LedgerForked where the ledger is no longer what was signed before.
    """
    signed = checkpoint()
    audit.write(actor=SYSTEM, action="ledger.checkpoint", target="ledger", size=log.size())
    return signed
