"""Codes that people read from paper and type: letters and digits of which none looks like another."""

from hashlib import sha256

from youju.lib import chance
from youju.lib.refs import ALPHABET

LETTERS, SHORT = 16, 8
_GROUP = 4
_MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1", "-": None, " ": None})


def new_code(length: int = LETTERS) -> str:
    """A fresh code such as 7k3m-9qx2-ab4c-w0rt: five random bits a letter."""
    letters = "".join(chance.pick(ALPHABET) for _place in range(length))
    return "-".join(letters[place : place + _GROUP] for place in range(0, length, _GROUP))


def code_digest(text: str) -> str:
    """What is kept of a code: the SHA-256, in hex, of what was typed, however it was spaced or misread."""
    plain = text.strip().lower().translate(_MISREAD)
    return sha256(b"youju-ticket-v1\0" + plain.encode("utf-8", "surrogatepass")).hexdigest()
