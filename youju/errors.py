"""The one family of errors that a user may see: each owns its sentence, its code and its HTTP status.

They are raised deep in a verb and shown at one place per surface (desk middleware, command line).
Anything else that goes wrong is logged and shown as a plain sentence with a reference number.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.lib.sheets import Listed, Problem, Said
from youju.phrases import enumerated

_PLACED = _("No. %(place)d: %(text)s")
_PLACED_AND_NAMED = _("No. %(place)d, “%(title)s”: %(text)s")


class YoujuError(Exception):
    """Base of every error with a sentence for the user.

    Subclasses set ``code`` (stable, for machines), ``status`` (HTTP) and ``sentence`` (a lazily translated
    text that says what is wrong and what to do, with named ``%(…)s`` places filled from keyword arguments).
    """

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400
    sentence: ClassVar[str | Promise] = _("This did not work.")

    def __init__(self, **details: Any) -> None:
        super().__init__(self.code)
        self.details = details
        self.place, self.title = 0, ""

    def __str__(self) -> str:
        """The sentence in the language now active; of one of several things with its place, and named."""
        text = str(self.sentence) % self.details if self.details else str(self.sentence)
        if not self.place:
            return text
        named = _PLACED if self.title in text else _PLACED_AND_NAMED
        return str(named) % {"place": self.place, "title": self.title, "text": text}


@contextmanager
def in_place(place: int, of: int, title: str) -> Iterator[None]:
    """Let whatever is raised inside say of which of several things it is. place: counted from 1; of: how many."""
    try:
        yield
    except YoujuError as error:
        if of > 1 and not error.place:
            error.place, error.title = place, title
        raise


class NotFound(YoujuError):
    """Also raised where something exists but is not for this member: the two must look alike."""

    code, status = "not-found", 404
    sentence = _("There is nothing here, or it is not open to you.")


class NotAllowed(YoujuError):
    code, status = "not-allowed", 403
    sentence = _("Your role does not allow this.")


class Conflict(YoujuError):
    """Somebody else changed the same thing first."""

    code, status = "conflict", 409
    sentence = _("Somebody else has changed this in the meantime. Reload the page and look again.")


class SheetRefused(YoujuError):
    """A workbook that cannot be read at all, or of which something is wrong; nothing was written.

    problems: every one of them, in the order of the file.
    """

    code, status = "sheet-refused", 422
    sentence = _("Nothing was imported. %(what)s")

    def __init__(self, problems: Sequence[Problem | Said]) -> None:
        self.problems = tuple(problems)
        super().__init__(what="\n".join(map(problem_text, self.problems)))


def problem_text(problem: Problem | Said) -> str:
    """A problem of a workbook as a line, in the language now active: ``sheet!cell: what is wrong: what to write``."""
    if isinstance(problem, Problem):
        return f"{problem.source}: {problem_text(problem.said)}"
    text = gettext(problem.message)
    return text % {name: _told(value) for name, value in problem.details.items()} if problem.details else text


def _told(value: object) -> object:
    return enumerated(value.words) + "…" * value.more if isinstance(value, Listed) else value
