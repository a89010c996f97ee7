"""Kinds of values that settings have: each reads what a person types, and writes it as it is kept.

``read`` raises ValueError for what does not do; ``wanted`` then says what to write.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from unicodedata import normalize
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from youju.lib.text import one_line
from youju.orgs.units import Unit

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_CONTRAST = 4.5
_YES = {"yes", "y", "1", "true", "on", "是"}
_NO = {"no", "n", "0", "false", "off", "否"}


class ValueKind(Protocol):
    def read(self, text: str) -> Any:
        """The value of a text, blanks around it taken off. Raises ValueError."""

    def write(self, value: Any) -> str:
        """The text that ``read`` gives the value for."""

    @property
    def wanted(self) -> str:
        """What to write, as the end of a sentence."""


class Whole(NamedTuple):
    """A whole number from ``least`` to ``most``, both inclusive."""

    least: int
    most: int

    def read(self, text: str) -> int:
        value = int(normalize("NFKC", text))
        if not self.least <= value <= self.most:
            raise ValueError(text)
        return value

    def write(self, value: int) -> str:
        return str(value)

    @property
    def wanted(self) -> str:
        return _("a whole number from %(least)s to %(most)s") % {"least": self.least, "most": self.most}


class Steps(NamedTuple):
    """Some whole numbers from ``least`` to ``most``, each larger than the one before; or none."""

    least: int
    most: int

    def read(self, text: str) -> tuple[int, ...]:
        steps = tuple(int(part) for part in re.split(r"[\s,、/]+", normalize("NFKC", text)) if part)
        if any(not self.least <= step <= self.most for step in steps) or list(steps) != sorted(set(steps)):
            raise ValueError(text)
        return steps

    def write(self, value: tuple[int, ...]) -> str:
        return ", ".join(map(str, value))

    @property
    def wanted(self) -> str:
        return _("whole numbers from %(least)s to %(most)s, each larger than the one before, as 5, 7, 12") % {
            "least": self.least,
            "most": self.most,
        }


class YesNo(NamedTuple):
    def read(self, text: str) -> bool:
        word = normalize("NFKC", text).lower()
        if word not in _YES | _NO:
            raise ValueError(text)
        return word in _YES

    def write(self, value: bool) -> str:
        return "yes" if value else "no"

    @property
    def wanted(self) -> str:
        return _("yes or no")


class OneOf(NamedTuple):
    """One of some codes, each with the words that a form shows."""

    choices: Mapping[str, str | Promise]

    def read(self, text: str) -> str:
        if text not in self.choices:
            raise ValueError(text)
        return text

    def write(self, value: str) -> str:
        return value

    @property
    def wanted(self) -> str:
        return _("one of %(codes)s") % {"codes": ", ".join(self.choices)}


class Day(NamedTuple):
    """A day, or none yet."""

    def read(self, text: str) -> date | None:
        return date.fromisoformat(normalize("NFKC", text)) if text else None

    def write(self, value: date | None) -> str:
        return value.isoformat() if value else ""

    @property
    def wanted(self) -> str:
        return _("a day like 2026-09-01, or nothing")


class Folder(NamedTuple):
    """A folder of the server that can be written, by its whole path; or none."""

    def read(self, text: str) -> Path | None:
        folder = Path(one_line(text)) if text else None
        if folder is not None and not (folder.is_absolute() and folder.is_dir()):
            raise ValueError(text)
        return folder

    def write(self, value: Path | None) -> str:
        return str(value or "")

    @property
    def wanted(self) -> str:
        return _("the whole path, from /, of a folder that is there on the server, or nothing")


class Words(NamedTuple):
    """One line of text, or none, of ``most`` letters at most."""

    most: int

    def read(self, text: str) -> str:
        value = one_line(text)
        if len(value) > self.most:
            raise ValueError(text)
        return value

    def write(self, value: str) -> str:
        return value

    @property
    def wanted(self) -> str:
        return _("at most %(most)s letters") % {"most": self.most}


class WebAddress(NamedTuple):
    """Scheme and host of a site, as ``https://edu.example.org``; or none."""

    def read(self, text: str) -> str:
        parts = urlsplit(text)
        more = parts.query or parts.fragment or "@" in parts.netloc or parts.path not in ("", "/")
        if text and (more or parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError(text)
        return text.rstrip("/")

    def write(self, value: str) -> str:
        return value

    @property
    def wanted(self) -> str:
        return _("an address like https://edu.example.org, or nothing")


class Colour(NamedTuple):
    """A colour on which white letters can be read: its contrast with white is 4.5 at least (WCAG 2.2, 1.4.3)."""

    def read(self, text: str) -> str:
        if not _HEX.fullmatch(text) or _contrast_with_white(text) < _CONTRAST:
            raise ValueError(text)
        return text.lower()

    def write(self, value: str) -> str:
        return value

    @property
    def wanted(self) -> str:
        return _("a colour like #17508a, dark enough for white letters")


def _contrast_with_white(colour: str) -> float:
    """By the formula of WCAG 2.2: relative luminance over the linear parts of sRGB."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


class UnitCode(NamedTuple):
    """The code of a unit that is there, or none."""

    def read(self, text: str) -> str:
        if text and not Unit.objects.filter(code=text).exists():
            raise ValueError(text)
        return text

    def write(self, value: str) -> str:
        return value

    @property
    def wanted(self) -> str:
        return _("the code of a unit that is there, or nothing")
