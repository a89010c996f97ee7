"""What is about to go out, in parts, and the digest by which the gate knows exactly this again."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.evidence.models import File
from youju.evidence.store import open_file
from youju.gate.finding import Finding
from youju.gate.rules.line import Line
from youju.lib.canonical import lp
from youju.orgs.units import Unit

_LABEL = b"youju-gate-v1\0"
Form = Literal["text", "file"]


class Purpose(models.TextChoices):
    ARTICLE = "article", _("article")
    ANSWER = "answer", _("public answer")
    NOTICE = "notice", _("public notice")
    SUMMARY = "summary", _("summary")
    LIST = "list", _("list")
    EVIDENCE = "evidence", _("released evidence")


@dataclass(frozen=True, slots=True)
class Part:
    """name: as whoever reads the findings knows it (正文, the file's name); form: how its content is read."""

    name: str
    form: Form
    content: bytes

    def lines(self) -> Iterator[Line | Finding]:
        if self.form == "file":
            from youju.gate.reading.reader import read_file  # what reads all formats takes long to load

            return read_file(self.name, self.content)
        return (Line(self.name, "text", "", line) for line in self.content.decode().splitlines())


def text_part(name: str, text: str) -> Part:
    """A field of plain text: a title, an answer, a list."""
    return Part(name, "text", text.encode())


def file_part(name: str, file: File) -> Part:
    """A kept file under the name by which it will be handed out. Raises ContentMissing."""
    with open_file(file) as content:
        return Part(name, "file", content.read())


@dataclass(frozen=True, slots=True)
class Outgoing:
    """parts: all that becomes public at once, names of files too. ref: what it belongs to; unit: whose officers decide.

    released: names that a rule, which stands in a part of its own, lets be told without a consent.
    """

    purpose: Purpose
    ref: str
    title: str
    unit: Unit
    parts: tuple[Part, ...]
    released: frozenset[str] = frozenset()

    @property
    def digest(self) -> str:
        """The same for the same names and contents in the same order, and for no others."""
        found = sha256(_LABEL)
        for part in self.parts:
            found.update(lp(part.form) + lp(part.name) + sha256(part.content).digest())
        for name in sorted(self.released):
            found.update(lp(name))
        return found.hexdigest()
