"""Text as it is kept: what nobody sees is not in it."""

import unicodedata

_LAYOUT = frozenset("\t\r\n")
# Control, format (among them the marks that turn the direction) and halves of a character. Not the private and the
# unassigned ones: rare characters of people's names are found there, but for those that will never be characters.
_UNSEEN = frozenset(("Cc", "Cf", "Cs"))
_NEVER = frozenset((*range(0xFDD0, 0xFDF0), *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF))))


def visible(text: str) -> str:
    """The text without characters that nobody sees; tabs and line ends stay.

    Pasted along unnoticed, they make two equal titles differ and can show a text in another order than it is kept in.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char for char in text if char in _LAYOUT or _is_seen(char))


def one_line(text: str) -> str:
    """The same on one line: a name, which no line end may break."""
    return " ".join(visible(text).split())


def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN and ord(char) not in _NEVER
