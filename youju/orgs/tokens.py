"""Random tokens that stand for a person or an actor in the ledger, which holds no names."""

from youju.lib import chance


def new_token() -> str:
    """64 random bits as 16 hexadecimal digits."""
    return chance.token_bytes(8).hex()
