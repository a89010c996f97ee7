"""Signed size and root of the log (a C2SP tlog-checkpoint), to be kept outside the server too.

The last one signed is also kept beside the data: the log never signs a second history, so after an old backup
was restored it refuses until the newest one is back.
"""

import os
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.conf import settings

from youju.ledger import note, tree
from youju.ledger.errors import ForeignCheckpoint, LedgerForked, LedgerShorter, UnreadableCheckpoint
from youju.ledger.key import kept_key, signing_key
from youju.ledger.reading import newest_entry
from youju.ledger.rows import EntryRow
from youju.lib.canonical import spelled


class Checkpoint(NamedTuple):
    origin: str
    size: int
    root: bytes

    @property
    def body(self) -> str:
        """Three lines: which log, how many entries, and the root over them."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"

    @classmethod
    def parse(cls, body: str) -> Self:
        """Read the three lines. Raises UnreadableCheckpoint unless they are spelled exactly as ``body`` spells them."""
        try:
            origin, size, root = body.removesuffix("\n").split("\n")
            read = cls(origin, int(size), b64decode(root, validate=True))
        except ValueError:
            raise UnreadableCheckpoint from None
        if read.body != body or len(read.root) != 32:
            raise UnreadableCheckpoint
        return read


def checkpoint() -> str:
    """Sign the log as it stands, and keep what was signed. Raises LedgerShorter or LedgerForked instead of forking."""
    check_kept()
    size = tree.size()
    signed = note.signed(Checkpoint(origin(), size, tree.root(size)).body, origin(), signing_key())
    _replace(_kept_file(), signed)
    return signed


def verify_checkpoint(text: str) -> Checkpoint:
    """Check that this log signed the checkpoint and still begins with what was signed.

    Raises UnreadableCheckpoint, ForeignCheckpoint, LedgerShorter, LedgerForked, MissingKey or UnreadableKey.
    """
    if "\n\n" not in text:
        raise UnreadableCheckpoint
    key = kept_key().public_key()
    body = note.opened(text, _origin(key), key)
    if body is None:
        raise ForeignCheckpoint
    read, size = Checkpoint.parse(body), tree.size()
    if read.size > size:
        raise LedgerShorter(size=size, signed=read.size)
    if tree.root(read.size) != read.root:
        raise LedgerForked(signed=read.size)
    return read


def check_kept() -> None:
    """Compare the log with the last checkpoint signed here, if there is one. Raises as ``verify_checkpoint``."""
    if not _kept_file().exists():
        return
    try:
        kept = _kept_file().read_bytes().decode()  # as bytes: reading as text would put other line breaks right
    except (UnicodeDecodeError, OSError):
        raise UnreadableCheckpoint from None
    verify_checkpoint(kept)


def prove(ref: str, milestone: str) -> dict[str, Any]:
    """The last entry about a milestone, and the hashes that lead from it to a checkpoint signed now.

    Bytes are lower-case hex. Whoever has the log's public key can check all of it with nothing but SHA-256 and
    Ed25519. Raises NothingPosted, and what ``checkpoint`` raises.
    """
    entry = newest_entry(ref, milestone)
    signed = checkpoint()
    size = verify_checkpoint(signed).size
    return {
        "entry": {name: spelled(getattr(entry, name)) for name in EntryRow._fields},
        "leaf": bytes(entry.leaf).hex(),
        "index": entry.seq,
        "size": size,
        "proof": [digest.hex() for digest in tree.inclusion_proof(entry.seq, size)],
        "checkpoint": signed,
        "key": verifier_key(),
    }


def origin() -> str:
    """The log's name, made from its key: it cannot be claimed for another log."""
    return _origin(signing_key().public_key())


def verifier_key() -> str:
    """The public key in one line, to be kept with the checkpoints."""
    return note.verifier_key(origin(), signing_key().public_key())


def _origin(key: Ed25519PublicKey) -> str:
    return f"youju/{sha256(key.public_bytes_raw()).hexdigest()[:16]}"


def _kept_file() -> Path:
    return Path(settings.HOME) / "ledger-checkpoint"


def _replace(file: Path, text: str) -> None:
    """Write a file whole or not at all, power cut or not."""
    fresh = file.with_suffix(f".{os.getpid()}")
    with fresh.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)
