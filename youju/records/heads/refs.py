"""A record's reference: its kind and ten random letters and digits, the same in URLs, ledger and exports."""

import re
from collections.abc import Sequence
from hashlib import sha256

from youju.lib.canonical import lp
from youju.lib.refs import ALPHABET, new_ref

__all__ = ["derived_ref", "is_ref", "kind_code", "new_ref"]

_LABEL = b"youju-sheet-row-v1\0"
_LETTERS = 10
_REF = re.compile(rf"[a-z]+-[{ALPHABET}]{{10}}")


def is_ref(text: str, kind: str) -> bool:
    """Whether ``text`` has the form of a reference of this kind."""
    return bool(_REF.fullmatch(text)) and kind_code(text) == kind


def kind_code(ref: str) -> str:
    return ref.partition("-")[0]


def derived_ref(kind: str, parts: Sequence[str]) -> str:
    """A reference of the usual form from the SHA-256 over the parts."""
    number = int.from_bytes(sha256(_LABEL + lp(kind) + b"".join(map(lp, parts))).digest(), "big")
    letters = ""
    for _place in range(_LETTERS):
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return f"{kind}-{letters}"
