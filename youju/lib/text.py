"""Text as it is kept: what nobody sees is not in it."""

import re
import unicodedata

_LAYOUT = frozenset("\t\r\n")
# Control, format (among them the marks that turn the direction) and halves of a character. Not the private and the
# unassigned ones: rare characters of people's names are found there, but for those that will never be characters.
_UNSEEN = frozenset(("Cc", "Cf", "Cs"))
# A blank between two of these is layout: 李　明 is written as wide as 欧阳建国, 青山　小学 as it stood in a table.
_PADDED = "㐀-鿿豈-﫿𠀀-𱍊·（）"
_PADDING = re.compile(rf"(?<=[{_PADDED}]) (?=[{_PADDED}])")
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


def name_line(text: str) -> str:
    """The name of a person or a unit on one line, without the blanks that only make a Chinese name wider.

    Names of events are not such: in 永远跟党走 唱响新时代 the blank is a part of it.
    """
    return _PADDING.sub("", one_line(text))


def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN and ord(char) not in _NEVER
