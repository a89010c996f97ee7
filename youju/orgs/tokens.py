"""Random tokens that stand for a person or an actor in the ledger, which holds no names."""

import secrets


def new_token() -> str:
    """64 random bits as 16 hexadecimal digits."""
    return secrets.token_hex(8)
