"""The key that signs checkpoints: made on first use, kept beside the data, readable by its owner only.

Whoever holds it can sign another history. Keep a copy of the *public* key with whoever keeps the checkpoints.
"""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from youju.ledger.errors import MissingKey, UnreadableKey


def signing_key() -> Ed25519PrivateKey:
    """Read this ledger's key, making it where there is none yet. Raises UnreadableKey where the file is no key."""
    file = _file()
    settings.HOME.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept_key()
    key = Ed25519PrivateKey.generate()
    with os.fdopen(handle, "w") as out:
        out.write(_line(key))
    return key


def kept_key() -> Ed25519PrivateKey:
    """Read the key without making one. Raises MissingKey, UnreadableKey."""
    file = _file()
    try:
        kept = file.read_bytes()
        key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept.decode("ascii").strip()))
    except FileNotFoundError:
        raise MissingKey(file=file) from None
    except (ValueError, OSError):
        raise UnreadableKey(file=file) from None
    if _line(key).encode() != kept:  # a capital letter, a blank: not a byte of it is as it was written
        raise UnreadableKey(file=file)
    return key


def _line(key: Ed25519PrivateKey) -> str:
    return key.private_bytes_raw().hex() + "\n"


def _file() -> Path:
    return Path(settings.HOME) / "ledger-key"
