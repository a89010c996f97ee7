"""What a summary is refused for."""

from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError


class Problem(NamedTuple):
    """One thing that is wrong in a template, and where."""

    line: int
    message: str

    def __str__(self) -> str:
        return gettext("Line %(line)s: %(message)s") % {"line": self.line, "message": self.message}


class SummaryRefused(YoujuError):
    """Nothing is written while one figure is unfounded; ``details["problems"]`` lists them, one a line."""

    code, status = "summary-refused", 422
    sentence = _("The summary was not written.\n%(problems)s")


class NothingReported(YoujuError):
    code, status = "nothing-reported", 422
    sentence = _("The ledger of %(unit)s holds nothing for %(period)s, so there is no summary of it.")


class UnreadableTemplate(YoujuError):
    code, status = "unreadable-template", 422
    sentence = _("The template is empty. It is a text in Markdown with figures such as {{study.branch.sessions}}.")
