"""What members and others type: kept as it was typed or refused, never cut off; reasons among it."""

from youju.lib.text import visible
from youju.orgs.errors import ReasonMissing, TooLong

LONGEST_REASON = 400


def in_full(text: str, most: int) -> str:
    """The text, which may have ``most`` characters. Raises TooLong: what is cut off silently is lost."""
    if len(text) > most:
        raise TooLong(most=most, has=len(text))
    return text


def given_reason(reason: str, *, most: int = LONGEST_REASON) -> str:
    """A reason that others must be able to follow, as it is kept. Raises ReasonMissing where nothing is left of it,
    TooLong.
    """
    reason = visible(reason).strip()
    if not reason:
        raise ReasonMissing()
    return in_full(reason, most)
