"""File names as people send them, made safe to show, to store and to send back."""

import re
import unicodedata

from youju.lib.text import visible

LONGEST = 120
# Most file systems count bytes: 120 Chinese characters would be 360.
MOST_BYTES = 240
_RESERVED = re.compile(r'[<>:"|?*]')
_SPACES = re.compile(r"\s+")
_DEVICE = re.compile(r"(con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def safe_name(name: str) -> str:
    """The last part of a path, without anything that misleads a reader or a file system.

    Control, direction and invisible characters go, reserved ones become ``_``, device names get a ``_``
    in front, and the whole keeps its extension within 120 characters. Never empty.
    """
    last = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    composed = unicodedata.normalize("NFC", visible(last))
    plain = _SPACES.sub(" ", _RESERVED.sub("_", composed)).lstrip(" .-").rstrip(" .")
    return _shortened(f"_{plain}" if _DEVICE.fullmatch(plain) else plain) or "file"


def extension_of(name: str) -> str:
    """The extension in lower case without its dot, or an empty text."""
    stem, dot, extension = name.rpartition(".")
    return extension.lower() if dot and stem else ""


def _shortened(name: str) -> str:
    extension = extension_of(name)
    tail = f".{name[-len(extension) :]}" if extension and len(extension) <= 10 else ""
    stem = name[: len(name) - len(tail)][: LONGEST - len(tail)]
    room = MOST_BYTES - len(tail.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + tail
