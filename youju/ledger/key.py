"""The key that signs checkpoints: made on first use, kept beside the data, readable by its owner only.

Whoever holds it can sign another history. Keep a copy of the *public* key with whoever keeps the checkpoints.
"""

import os

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings


def signing_key() -> Ed25519PrivateKey:
    """Read this ledger's key, making it where there is none yet. Raises ValueError where the file is no key."""
    file = settings.HOME / "ledger-key"
    settings.HOME.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(file.read_text("ascii").strip()))
    key = Ed25519PrivateKey.generate()
    with os.fdopen(handle, "w") as out:
        out.write(key.private_bytes_raw().hex() + "\n")
    return key
