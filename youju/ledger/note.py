"""Signed notes as C2SP describes them: a text, an empty line, and a signature line that names its key."""

from base64 import b64decode, b64encode
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519 = b"\x01"


def signed(text: str, name: str, key: Ed25519PrivateKey) -> str:
    """The note over a text, which must end with a line break, signed by the key under a name."""
    signature = _key_id(name, key.public_key()) + key.sign(text.encode())
    return f"{text}\n— {name} {b64encode(signature).decode()}\n"


def opened(note: str, name: str, key: Ed25519PublicKey) -> str | None:
    """The text of a note that this key signed under this name, or None. Other signatures are passed over."""
    text, _, signatures = note.rpartition("\n\n")
    signed_text = text + "\n"
    lines = signatures.removesuffix("\n").split("\n")
    return signed_text if any(_signs(line, signed_text, name, key) for line in lines) else None


def verifier_key(name: str, key: Ed25519PublicKey) -> str:
    """What others need to check notes, in one line: name, key id, public key."""
    public = b64encode(_ED25519 + key.public_bytes_raw()).decode()
    return f"{name}+{_key_id(name, key).hex()}+{public}"


def _signs(line: str, text: str, name: str, key: Ed25519PublicKey) -> bool:
    start = f"— {name} "
    try:
        signature = b64decode(line.removeprefix(start), validate=True)
        key.verify(signature[4:], text.encode())
    except (ValueError, InvalidSignature):
        return False
    # Spelled back: base64 has several spellings of one signature, of which a note has one.
    spelled = start + b64encode(signature).decode()
    return line == spelled and signature[:4] == _key_id(name, key)


def _key_id(name: str, key: Ed25519PublicKey) -> bytes:
    return sha256(name.encode() + b"\n" + _ED25519 + key.public_bytes_raw()).digest()[:4]
