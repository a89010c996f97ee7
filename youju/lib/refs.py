"""A reference: what it refers to and ten random letters and digits, the same in URLs, ledger and exports."""

from youju.lib import chance

# Crockford's base 32: no i, l, o, u, which are misread or spell words.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_ref(kind: str) -> str:
    """A fresh reference such as study-7k3m9qx2ab (50 random bits)."""
    return f"{kind}-{''.join(chance.pick(ALPHABET) for _ in range(10))}"
