"""What can go wrong with study reports, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict


class WrittenTwice(Conflict):
    code = "written-twice"
    sentence = _(
        "“%(title)s” has a text that is told already this year: %(texts)s. "
        "Each counts once: strike the line here; where it is another text, tell its title apart."
    )
