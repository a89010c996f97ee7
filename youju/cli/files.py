"""Texts given to a command by name or on standard input."""

import sys
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError


class UnreadableText(YoujuError):
    code = "unreadable-text"
    sentence = _("%(name)s cannot be read: %(reason)s")


def read_bytes(name: str) -> bytes:
    """The content of a file, or of standard input for ``-``.

    Raises UnreadableText where it is not there, closed to us or larger than the settings allow.
    """
    limit = settings.CHECK_BYTES
    try:
        if name == "-":
            content = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(limit + 1)
    except OSError as error:
        raise UnreadableText(name=name, reason=reason_of(error)) from error
    if len(content) > limit:
        raise UnreadableText(name=name, reason=_too_large(limit))
    return content


def read_text(name: str) -> str:
    """The same as text, in UTF-8 or else GB 18030. Line ends stay as they are: offsets count them.

    Raises UnreadableText also where it is no text.
    """
    content = read_bytes(name)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableText(name=name, reason=_("it is not a text in UTF-8 or GB 18030."))


def _too_large(limit: int) -> str:
    return gettext("it is larger than the %(limit)s MB that are read at once (CHECK_MEGABYTES). Split it.") % {
        "limit": limit // 1024**2
    }


def reason_of(error: OSError) -> object:
    """Why a file cannot be used, in words."""
    match error:
        case FileNotFoundError():
            return _("there is no such file.")
        case FileExistsError():
            return _("there is such a file already; choose another name.")
        case IsADirectoryError():
            return _("it is a folder.")
        case PermissionError():
            return _("this account may not read it.")
        case _:
            return _("the disk does not give it.")
