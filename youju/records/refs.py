"""A record's reference: its kind and ten random letters and digits, the same in URLs, ledger and exports."""

import re

from youju.lib import chance

# Crockford's base 32: no i, l, o, u, which are misread or spell words.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_REF = re.compile(rf"[a-z]+-[{_ALPHABET}]{{10}}")


def new_ref(kind: str) -> str:
    """A fresh reference such as study-7k3m9qx2ab (50 random bits)."""
    return f"{kind}-{''.join(chance.pick(_ALPHABET) for _ in range(10))}"


def is_ref(text: str, kind: str) -> bool:
    """Whether ``text`` has the form of a reference of this kind."""
    return bool(_REF.fullmatch(text)) and kind_code(text) == kind


def kind_code(ref: str) -> str:
    return ref.partition("-")[0]
