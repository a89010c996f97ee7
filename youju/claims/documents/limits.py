"""How much text is checked in one go. Without a bound one hostile text would hold up everybody else's."""

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError

MOST_CHARACTERS = 400_000  # a book; the work of checking grows with it, by some seconds at this length
MOST_FIGURES = 3000  # fifty annual summaries; beyond it nobody reads the answer


class TooMuch(YoujuError):
    """Base of what is said of a text that is too long."""

    code, status = "too-much", 413
    sentence = _("The text is too long to be checked in one go. Split it and check the parts.")


class TooManyCharacters(TooMuch):
    code = "too-many-characters"
    sentence = _(
        "The text holds %(count)s characters, more than the %(most)s that can be checked in one go. "
        "Split it and check the parts."
    )


class TooManyFigures(TooMuch):
    code = "too-many-figures"
    sentence = _(
        "The text holds %(count)s figures, more than the %(most)s that can be checked in one go. "
        "Split it and check the parts."
    )
