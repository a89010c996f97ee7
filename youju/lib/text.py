"""Text as it is kept: what nobody sees is not in it."""

import unicodedata

_LAYOUT = frozenset("\t\r\n")
# Control, format (among them the marks that turn the direction) and halves of a character. Not the private and the
# unassigned ones: rare characters of people's names are found there.
_UNSEEN = frozenset(("Cc", "Cf", "Cs"))


def visible(text: str) -> str:
    """The text without characters that nobody sees; tabs and line ends stay.

    Pasted along unnoticed, they make two equal titles differ and can show a text in another order than it is kept in.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char for char in text if char in _LAYOUT or unicodedata.category(char) not in _UNSEEN)
