"""Reasons: what a member gives for a step that others must be able to follow."""

from youju.orgs.errors import ReasonMissing


def given_reason(reason: str) -> str:
    """The reason as it is kept. Raises ReasonMissing where nothing is left of it."""
    reason = reason.replace("\0", "").strip()  # PostgreSQL keeps no NUL
    if not reason:
        raise ReasonMissing()
    return reason[:400]
