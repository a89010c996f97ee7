"""A record's reference: its kind and ten random letters and digits, the same in URLs, ledger and exports."""

import re

from youju.lib.refs import ALPHABET, new_ref

__all__ = ["is_ref", "kind_code", "new_ref"]

_REF = re.compile(rf"[a-z]+-[{ALPHABET}]{{10}}")


def is_ref(text: str, kind: str) -> bool:
    """Whether ``text`` has the form of a reference of this kind."""
    return bool(_REF.fullmatch(text)) and kind_code(text) == kind


def kind_code(ref: str) -> str:
    return ref.partition("-")[0]
